// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ReviewPage that hands acts to the session, and shows beforehand what a suggestion would write.
#include "review/reviewpage.h"

#include "review/form/formview.h"
#include "review/panels/cellpanel.h"
#include "review/verbactions.h"
#include "review/verbs.h"

#include <QMenu>

namespace gouji {

using namespace Qt::StringLiterals;

void ReviewPage::perform(const Result<Act> &draft)
{
    if (m_session)
        (void)m_session->perform(draft); // a refusal is announced by the session
}

void ReviewPage::repair(const Result<Act> &draft, const std::optional<Repair> &repair)
{
    if (!m_session)
        return;
    DoneRepair done;
    if (draft && repair) {
        const QString row = m_session->report().catalogue().info(repair->cell).rowLabel;
        done = {*repair, tr("“%1”行：%2").arg(row, repairText(*repair, m_session->report())), m_session->preview(*draft).holding};
    }
    if (!m_session->perform(draft) || done.holding.isEmpty())
        return; // a refusal is announced by the session
    m_repair = done;
    Q_EMIT repaired();
}

void ReviewPage::takeFromSource(const TextRange &range, CellId cell)
{
    if (!m_session)
        return;
    if (!cell.isValid() || !range.isValid()) {
        Q_EMIT note(tr("先在原文中选定一个数字，再选一个单元格。"));
        return;
    }
    perform(verbs::takeFromSource(m_session->report(), m_session->document(), range, cell));
}

void ReviewPage::takeSuggestion(int index)
{
    const QList<Suggestion> suggestions = cellPanel()->suggestions(); // the act rebuilds the panel
    if (index < suggestions.size())
        repair(suggestions[index].draft, suggestions[index].repair);
}

void ReviewPage::previewSuggestion(int index)
{
    QHash<CellId, QString> values;
    const QList<Suggestion> &offers = cellPanel()->suggestions();
    if (index >= 0 && index < offers.size()) {
        for (const CellChange &c : offers[index].effect.cells)
            values.insert(c.cell, shortValue(c.after));
        Q_EMIT note(tr("预览 %1：%2。%3")
                        .arg(index + 1)
                        .arg(effectText(offers[index].effect), changesText(m_session->report().catalogue(), offers[index].effect, 4)));
    }
    m_form->setPreview(values);
}

void ReviewPage::showCellMenu(const QPoint &position)
{
    settle();
    const CellId cell = m_form->cellAt(position);
    if (!m_session || !currentCell().isValid())
        return;
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    m_verbs->watch(&menu);
    for (QAction *a : std::as_const(m_actions->choices)) {
        if (a->isVisible())
            menu.addAction(a);
    }
    menu.addSeparator();
    menu.addActions({m_actions->edit, m_actions->clear, m_actions->confirmCell, m_actions->confirmRow});
    menu.addSeparator();
    menu.addActions({m_actions->shiftLeft, m_actions->shiftRight, m_actions->insertValue, m_actions->deleteValue, m_actions->splitValue,
        m_actions->joinValues, m_actions->rejoinRow});
    menu.addSeparator();
    menu.addActions({m_actions->swapRows, m_actions->relabelRow, m_actions->dropRow, m_actions->pullRows, m_actions->pushRows});
    menu.addSeparator();
    menu.addActions({m_actions->cut, m_actions->copy, m_actions->paste, m_actions->copyExplanation});
    // From the keyboard it opens at the cell, not in the middle of the page.
    const QPoint at = cell.isValid() ? position : m_form->cellRect(currentCell()).bottomLeft();
    menu.exec(m_form->viewport()->mapToGlobal(at));
}

} // namespace gouji
