// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that makes what stands around the open report: its history, other reports beside it, charts.
#include "mainwindow.h"

#include "compare/comparepage.h"
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
    connect(panel, &HistoryPanel::cellRequested, this, &MainWindow::goToCell);
    return panel;
}

ComparePage *MainWindow::makeComparison()
{
    auto *page = new ComparePage;
    page->setSession(m_desk.session());
    connect(&m_desk, &Desk::opened, page, [this, page] { page->setSession(m_desk.session()); });
    connect(&m_desk, &Desk::aboutToClose, page, [page] { page->setSession(nullptr); });
    connect(page, &ComparePage::cellRequested, this, &MainWindow::goToCell);
    return page;
}

void MainWindow::goToCell(CellId cell)
{
    showHome();
    m_review->selectCell(cell);
    m_review->formView()->setFocus();
}

} // namespace gouji
