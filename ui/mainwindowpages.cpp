// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that makes what stands around the open report: its history, other reports beside it, charts.
#include "mainwindow.h"

#include "charts/chartspage.h"
#include "compare/comparepage.h"
#include "history/historypanel.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "store/chartreports.h"

#include <QStatusBar>

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

ChartsPage *MainWindow::makeCharts()
{
    const auto open = [this]() -> QList<ChartPlace> { // where there is no store to ask
        const ReviewSession *session = m_desk.session();
        return session ? QList<ChartPlace>{{session->report().agency, {}, std::make_shared<const Report>(session->report())}}
                       : QList<ChartPlace>();
    };
    const auto taken = [](const ChartReports &r) { return ChartSources::Reports{r.places, r.notes}; };
    ChartSources sources;
    sources.years = [this, open, taken](const QString &agency) {
        return m_desk.store() ? taken(yearsOf(*m_desk.store(), agency)) : ChartSources::Reports{placesByYear(open()), {}};
    };
    sources.bodies = [this, open, taken](int year, const QStringList &agencies) {
        return m_desk.store() ? taken(bodiesOf(*m_desk.store(), year, agencies)) : ChartSources::Reports{open(), {}};
    };
    sources.agencies = [this](int year, const QString &beside) {
        return m_desk.store() ? agenciesOf(*m_desk.store(), year, beside) : QStringList{beside};
    };
    auto *page = new ChartsPage(std::move(sources), m_dialogs);
    const auto subject = [this, page] {
        if (const ReviewSession *session = m_desk.session())
            page->setSubject(session->report().agency, session->report().year);
    };
    subject();
    connect(&m_desk, &Desk::opened, page, subject);
    connect(&m_desk, &Desk::acted, page, subject);
    connect(page, &ChartsPage::cellsRequested, this, [this](const QUuid &report, const QList<CellId> &cells) {
        if (!report.isNull() && report != m_desk.reportId())
            m_desk.openStored(report);
        goToCell(cells.first());
        m_review->formView()->selectCells(cells);
    });
    connect(page, &ChartsPage::saved, this, [this](const QString &file) { statusBar()->showMessage(tr("已导出 %1").arg(file), 8000); });
    return page;
}

void MainWindow::goToCell(CellId cell)
{
    showHome();
    m_review->selectCell(cell);
    m_review->formView()->setFocus();
}

} // namespace gouji
