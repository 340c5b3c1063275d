// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queuefilter.h"

#include <QVariant>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace gouji {

/// A way to look at the queue that has a name.
struct QueueView {
    QString name;
    QueueFilter filter;
    bool own = false; ///< a person saved it
};

/// The views as a row of buttons: those every queue has, those a person saved, and a place to save what is asked for now.
class QueueViews : public QWidget {
    Q_OBJECT
public:
    explicit QueueViews(QWidget *parent = nullptr);

    void setFilter(const QueueFilter &filter); ///< what is asked for now: the view that is the same is marked
    const QList<QueueView> &views() const { return m_views; }
    QVariantList saved() const; ///< for the session
    void setSaved(const QVariantList &saved);

Q_SIGNALS:
    void chosen(const gouji::QueueFilter &filter);
    void savedChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void askName();
    void save();
    void remove(const QString &name);
    void mark();

    QList<QueueView> m_views;
    QueueFilter m_filter;
    QHBoxLayout *m_row;
    QWidget *m_buttons;
    QToolButton *m_save;
    QLineEdit *m_name;
};

} // namespace gouji
