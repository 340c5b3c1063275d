// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/panels/findingsmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace gouji {

/// The list of findings with its counts; choosing a line goes to the place, and below it stands what can be said of it.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    /// A finding is known by its index in `findings`; `rows` is the order of the lines (findingsByPlace).
    void setFindings(const QList<Finding> &findings, const QList<FindingVerdict> &verdicts = {}, const QList<int> &rows = {});
    void setCurrent(int index); ///< shows its line as chosen without going anywhere; -1 for none
    int current() const; ///< -1 where none is chosen
    FindingsModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }
    void judge(Judgement judgement); ///< the chosen one, with the reason written below
    void askReason(); ///< why it is no problem; Enter says so

Q_SIGNALS:
    void chosen(int index);
    void judged(int index, gouji::Judgement judgement, const QString &reason);
    void textsRequested(int index); ///< what it says stands in two texts: both are to be seen
    void left(); ///< back to the tables

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int currentRow() const;
    QWidget *judgingRow();
    void giveWay();
    void showJudging(); ///< enables what can be said of the chosen line

    FindingsModel *m_model;
    QTreeView *m_view;
    QLabel *m_counts;
    QWidget *m_judging;
    QToolButton *m_texts;
    QLineEdit *m_reason;
    QHash<int, QToolButton *> m_buttons; ///< by Judgement
    bool m_numbered = false; ///< some finding says what the number should be
    bool m_quiet = false;
};

} // namespace gouji
