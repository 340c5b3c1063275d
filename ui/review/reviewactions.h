// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/actionlist.h"

namespace gouji {

/// Every action of the review page, by name. Single-key shortcuts belong to the views alone, so that they never reach into a text field.
class ReviewActions : public ActionList {
    Q_OBJECT
public:
    ReviewActions(QWidget *page, const QList<QWidget *> &keyViews);

    QAction *undo, *redo;
    QAction *edit, *clear, *cut, *copy, *paste;
    QAction *shiftLeft, *shiftRight, *insertValue, *deleteValue;
    QAction *splitValue, *joinValues, *rejoinRow, *swapRows, *relabelRow, *dropRow, *pullRows, *pushRows;
    QAction *take, *suggest, *confirmCell, *confirmRow;
    QAction *pointNext, *pointPrevious; ///< at one of the suggestions
    QList<QAction *> choices; ///< one for each of the first nine suggestions, hidden where there are fewer
    QAction *copyExplanation;
    QAction *nextProblem, *previousProblem;
    QAction *judgeConfirmed, *judgeReturned, *judgeDismissed; ///< of the chosen finding
    QAction *markDone; ///< and go on to the next report
    QAction *find, *findNext, *findPrevious;
    QAction *legend, *traceLines, *lockScrolling;

    void setEnabled(bool any);
    void setChoices(const QStringList &labels);
};

} // namespace gouji
