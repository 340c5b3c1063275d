// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that makes what stands around the open report: its history, other reports beside it, charts.
#include "mainwindow.h"

#include "history/historypanel.h"
#include "review/formview.h"
#include "review/reviewpage.h"

namespace gouji {

using namespace Qt::StringLiterals;

QWidget *MainWindow::makeHistory()
{
    auto *panel = new HistoryPanel;
    panel->setSession(m_desk.session());
    panel->setCurrentCell(m_review->currentCell());
    connect(&m_desk, &Desk::opened, panel, [this, panel] { panel->setSession(m_desk.session()); });
    connect(&m_desk, &Desk::aboutToClose, panel, [panel] { panel->setSession(nullptr); });
    connect(m_review->formView(), &FormView::currentCellChanged, panel, &HistoryPanel::setCurrentCell);
    connect(panel, &HistoryPanel::cellRequested, this, [this](CellId cell) {
        showHome();
        m_review->selectCell(cell);
        m_review->formView()->setFocus();
    });
    return panel;
}

} // namespace gouji
