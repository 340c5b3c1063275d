// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/panels/suggestions.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QTextBrowser;
class QToolButton;

namespace gouji {

class CellPicture;
class ChoicesView;

/// Everything about the chosen cell or finding: the cell as the form draws it, its place and status in words, how its
/// value was found, and what could be done in one step. The text is that of `gouji-cli recover --explain`.
class CellPanel : public QWidget {
    Q_OBJECT
public:
    explicit CellPanel(QWidget *parent = nullptr);

    /// `finding` may be null, `cell` invalid; with neither the panel says what to do.
    void showSubject(const ReviewSession *session, CellId cell, const Finding *finding);
    const QList<Suggestion> &suggestions() const;
    QString plainText() const; ///< for the clipboard; empty where nothing is chosen
    QTextBrowser *textView() const { return m_text; }
    ChoicesView *choicesView() const { return m_choices; }

public Q_SLOTS:
    void copyText();

Q_SIGNALS:
    void suggestionTaken(int index);
    void suggestionPointedAt(int index); ///< -1: at none any more
    void confirmRequested();
    void cellRequested(gouji::CellId cell); ///< a number of an equation was followed
    void sourceRequested(const gouji::TextRange &range);
    void left(); ///< Esc: back to the tables

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead();
    void arrange();

    CellPicture *m_picture;
    QBoxLayout *m_headRow;
    QLabel *m_head;
    QToolButton *m_copy;
    QToolButton *m_confirm;
    QTextBrowser *m_text;
    QWidget *m_side;
    QLabel *m_sideHead;
    ChoicesView *m_choices;
    QString m_html;
    QString m_plain;
    CellId m_cell;
};

} // namespace gouji
