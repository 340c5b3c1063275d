// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/suggestions.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace gouji {

/// Everything about the chosen cell or finding: value, status, printed text, why, equations with numbers, and what could
/// be done in one click, each with its effect.
class CellPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit CellPanel(QWidget *parent = nullptr);

    /// `finding` may be null, `cell` invalid; with neither the panel says what to do.
    void showSubject(const ReviewSession *session, CellId cell, const Finding *finding);
    const QList<Suggestion> &suggestions() const { return m_suggestions; }

Q_SIGNALS:
    void suggestionTaken(int index);
    void confirmRequested();

private:
    QString cellHtml(const ReviewSession &session, CellId cell) const;
    QString equationsHtml(const Report &report, CellId cell) const;
    void fillSuggestions();

    QLabel *m_head;
    QLabel *m_about;
    QLabel *m_equations;
    QWidget *m_side;
    QVBoxLayout *m_offers;
    QList<Suggestion> m_suggestions;
};

} // namespace gouji
