// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ReviewPage that leads from one thing that needs a person to the next.
#include "review/reviewpage.h"

#include "review/form/formview.h"
#include "review/panels/findingspanel.h"

#include <QTreeView>

namespace gouji {

using namespace Qt::StringLiterals;

int ReviewPage::orderOf(CellId cell) const { return cell.isValid() ? int(m_form->cells().indexOf(cell)) : -1; }

QList<Problem> ReviewPage::problems() const { return problemsOf(m_session->report(), m_session->findings(), m_session->verdicts()); }

const Finding *ReviewPage::chosenFinding() const
{
    return m_session && m_finding >= 0 && m_finding < m_session->findings().size() ? &m_session->findings()[m_finding] : nullptr;
}

void ReviewPage::selectFinding(int index)
{
    if (!m_session || index < 0 || index >= m_session->findings().size())
        return;
    const Finding finding = m_session->findings()[index];
    const CellId cell = mainCell(finding);
    if (cell.isValid())
        m_form->setCurrentCell(cell);
    m_finding = index;
    m_chosen = finding;
    m_lastProblem = Problem{index, cell, orderOf(cell)};
    m_findings->setCurrent(index);
    // The prose first, where the finding is about prose; else the cell, since a row may lie far apart in the text.
    QList<TextRange> ranges = finding.sources;
    if (cell.isValid()) {
        const TextRange own = m_session->report().cell(cell).source;
        const bool first = own.isValid() && !proseOf(finding, m_session->report()).isValid();
        ranges.insert(first ? 0 : ranges.size(), own);
    }
    light(ranges);
    showSubject();
}

void ReviewPage::goToProblem(bool forward)
{
    if (!m_session) {
        Q_EMIT problemsEnded(forward);
        return;
    }
    m_form->finishEditing();
    const QList<Problem> all = problems();
    const int at = nextProblem(all, m_lastProblem, orderOf(currentCell()), forward);
    if (at < 0)
        Q_EMIT problemsEnded(forward);
    else
        showProblem(all, at);
}

bool ReviewPage::goToEndProblem(bool first)
{
    const QList<Problem> all = m_session ? problems() : QList<Problem>();
    if (all.isEmpty())
        return false;
    showProblem(all, first ? 0 : int(all.size()) - 1);
    return true;
}

void ReviewPage::showProblem(const QList<Problem> &all, int at)
{
    const Problem p = all[at];
    if (p.finding >= 0)
        selectFinding(p.finding);
    else
        selectCell(p.cell);
    m_lastProblem = p;
    if (!m_findings->view()->hasFocus())
        m_form->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT note(tr("第 %1 处，共 %2 处需要人看").arg(at + 1).arg(all.size()));
}

} // namespace gouji
