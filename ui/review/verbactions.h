// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/repair.h"
#include "review/reviewsession.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace gouji {

class FormView;
class ReviewActions;

/// The actions that change the report by a verb: what one would do where the person is, shown in the tables while it is
/// highlighted (in a menu, on the tool bar, in a list of commands), and done when it is triggered. A verb that needs a
/// second place (which cut, which row) opens a list at the cell; its entries are shown and done in the same way.
class VerbActions : public QObject {
    Q_OBJECT
public:
    VerbActions(ReviewActions *actions, FormView *form, QObject *parent);

    void setSession(ReviewSession *session); ///< null where no report is open
    void watch(QMenu *menu); ///< what its highlighted action would do goes out of sight with it
    void clearPreview();

Q_SIGNALS:
    /// To be done; `repair` says how, where the same may help other reports.
    void drafted(const gouji::Result<gouji::Act> &draft, const std::optional<gouji::Repair> &repair);
    void note(const QString &sentence); ///< what the highlighted one would do

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Verb = std::function<Result<Act>(const Report &, CellId)>;
    struct Option {
        QString text;
        Act draft;
        Effect effect;
        Repair repair;
    };
    using Options = std::function<QList<Option>(const Report &, CellId)>;

    void bind(QAction *action, Verb verb, std::optional<Repair::Verb> repair = {});
    void bind(QAction *action, Repair::Verb verb);
    void bindList(QAction *action, const QString &none, Options options);
    void preview(const Result<Act> &draft, const QString &name);
    void openList(QAction *action, const QList<Option> &options);
    Option option(const QString &text, const Act &draft, const Repair &repair) const;
    QList<Option> cuts(const Report &report, CellId cell) const;
    QList<Option> rows(const Report &report, CellId cell, Repair::Verb verb) const; ///< that this one could go to

    ReviewActions *m_actions;
    FormView *m_form;
    ReviewSession *m_session = nullptr;
    bool m_shown = false;
};

} // namespace gouji
