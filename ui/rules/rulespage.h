// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "review/reviewsession.h"
#include "rules/rulesmodel.h"
#include "rules/trialmodel.h"

#include <functional>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace gouji {

/// All rules in force with where they come from, and one of them tried on the open report: its cells, their values, and
/// why it holds, fails or is not judged.
class RulesPage : public Page {
    Q_OBJECT
public:
    struct Source {
        std::function<const RuleBook *()> rules;
        std::function<const ReviewSession *()> session; ///< null where no report is open
        std::function<QString()> ownFile; ///< empty: the shipped rules alone
        std::function<Status()> status; ///< of that file
    };

    explicit RulesPage(Source source, QWidget *parent = nullptr);
    void aboutToShow() override;
    void refresh(); ///< after rules, report or findings changed; keeps the chosen rule
    void selectRule(const QString &id);
    QString currentRule() const;

Q_SIGNALS:
    void cellRequested(gouji::CellId cell);
    void reloadRequested(); ///< of the rule file

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *head();
    QWidget *list();
    void giveWay();
    QWidget *tester();
    void showRule();

    Source m_source;
    RulesModel *m_model;
    QSortFilterProxyModel *m_filter;
    TrialModel *m_trial;
    QTreeView *m_rules;
    QTreeView *m_demands;
    QLineEdit *m_search;
    QLabel *m_file, *m_title, *m_says, *m_detail;
};

} // namespace gouji
