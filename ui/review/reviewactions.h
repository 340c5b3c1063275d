// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

class QWidget;

namespace gouji {

/// Every action of the review page with its text, icon, shortcut and tip; menus, tool bar and tests take them from here.
/// Single-key shortcuts belong to the views alone, so that they never reach into a text field.
class ReviewActions : public QObject {
    Q_OBJECT
public:
    ReviewActions(QWidget *page, const QList<QWidget *> &keyViews);

    QAction *undo, *redo;
    QAction *edit, *clear, *cut, *copy, *paste;
    QAction *shiftLeft, *shiftRight, *insertValue, *deleteValue;
    QAction *take, *suggest, *confirmCell, *confirmRow;
    QAction *pointNext, *pointPrevious; ///< at one of the suggestions
    QList<QAction *> choices; ///< one for each of the first nine suggestions, hidden where there are fewer
    QAction *copyExplanation;
    QAction *nextProblem, *previousProblem;
    QAction *find, *findNext, *findPrevious;
    QAction *legend;

    void setEnabled(bool any);
    void setChoices(const QStringList &labels);
    QList<QAction *> all() const { return m_all; }

private:
    QAction *make(const char *name, const QString &iconName, const QString &text, const QString &tip, const QList<QKeySequence> &keys,
        bool viewsOnly = false);

    QWidget *m_page;
    QList<QWidget *> m_views;
    QList<QAction *> m_all;
};

} // namespace gouji
