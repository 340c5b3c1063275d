// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartspage.h"

#include "charts/agencychoice.h"
#include "charts/cellsmodel.h"
#include "charts/chartmodule.h"
#include "charts/figuresmodel.h"
#include "common/filedialogs.h"
#include "common/theme.h"
#include "common/toolbutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

ChartsPage::ChartsPage(ChartSources sources, FileDialogs &dialogs, QWidget *parent)
    : Page(parent)
    , m_sources(std::move(sources))
    , m_dialogs(dialogs)
    , m_model(new FiguresModel(this))
    , m_cellsModel(new CellsModel(this))
    , m_agencies(new AgencyChoice(this))
{
    setObjectName(u"chartsPage"_s);
    setProperty("manualTopic", tr("图表"));
    auto *drawing = new QWidget(this);
    m_place = new QVBoxLayout(drawing);
    m_place->setContentsMargins(2 * theme::Grid, 0, 2 * theme::Grid, 0);
    auto *upper = new QSplitter(Qt::Horizontal, this);
    upper->addWidget(drawing);
    upper->addWidget(m_agencies);
    connect(m_agencies, &AgencyChoice::changed, this, &ChartsPage::load);
    upper->setStretchFactor(0, 1);
    auto *outer = new QSplitter(Qt::Vertical, this);
    outer->addWidget(upper);
    outer->addWidget(numbers());
    outer->setStretchFactor(0, 1);
    outer->setSizes({480, 200});
    for (QSplitter *s : {upper, outer}) {
        s->setHandleWidth(theme::Grid);
        s->setChildrenCollapsible(false);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar());
    column->addWidget(outer, 1);
    m_agencies->hide();
}

ChartsPage::~ChartsPage() = default;

QWidget *ChartsPage::bar()
{
    auto *box = new QWidget(this);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(2 * theme::Grid, 2 * theme::Grid, 2 * theme::Grid, theme::Grid);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * theme::Grid);
    m_kind = new QComboBox(box);
    m_kind->setObjectName(u"chartKind"_s);
    m_kind->setAccessibleName(tr("图表"));
    for (const ChartKind kind : chartKinds())
        m_kind->addItem(chartTitle(kind), int(kind));
    m_span = new QComboBox(box);
    m_span->setObjectName(u"chartSpan"_s);
    m_span->setAccessibleName(tr("范围"));
    m_span->addItems({tr("本机关历年"), tr("各机关同年")});
    m_save = toolButton(box, "chartSave"_L1, "picture"_L1, tr("存为图片…"), tr("存为 PNG、SVG 或 PDF 文件"));
    auto *close = toolButton(box, "chartClose"_L1, "close"_L1, tr("返回"), tr("回到报告（Esc）"));
    row->addWidget(m_kind);
    row->addWidget(m_span);
    row->addStretch(1);
    row->addWidget(m_save);
    row->addWidget(close);
    m_notes = new QLabel(box);
    m_notes->setObjectName(u"chartNotes"_s);
    m_notes->setWordWrap(true);
    lines->addLayout(row);
    lines->addWidget(m_notes);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ChartsPage::draw);
    connect(m_span, &QComboBox::currentIndexChanged, this, &ChartsPage::load);
    connect(m_save, &QToolButton::clicked, this, &ChartsPage::saveAs);
    connect(close, &QToolButton::clicked, this, &Page::closeRequested);
    return box;
}

QWidget *ChartsPage::numbers()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(theme::Grid);
    splitter->setChildrenCollapsible(false);
    auto *left = new QWidget(splitter);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_table = new QTableView(left);
    m_table->setObjectName(u"chartNumbers"_s);
    m_table->setAccessibleName(tr("图中的数字"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setMaximumWidth(60 * theme::Grid);
    m_formulas = new QLabel(left);
    m_formulas->setObjectName(u"chartFormulas"_s);
    m_formulas->setWordWrap(true);
    m_formulas->setMargin(theme::Grid);
    column->addWidget(m_table, 1);
    column->addWidget(m_formulas);
    auto *right = new QWidget(splitter);
    auto *cells = new QVBoxLayout(right);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(0);
    m_why = new QLabel(right);
    m_why->setObjectName(u"chartWhy"_s);
    m_why->setWordWrap(true);
    m_why->setMargin(theme::Grid);
    m_cells = new QTreeView(right);
    m_cells->setObjectName(u"chartCells"_s);
    m_cells->setAccessibleName(tr("数字背后的单元格"));
    m_cells->setModel(m_cellsModel);
    m_cells->setRootIsDecorated(false);
    m_cells->setAllColumnsShowFocus(true);
    m_cells->setFrameShape(QFrame::NoFrame);
    m_cells->header()->setStretchLastSection(false);
    m_cells->header()->setSectionResizeMode(CellsModel::PlaceColumn, QHeaderView::Stretch);
    m_cells->header()->setSectionResizeMode(CellsModel::ValueColumn, QHeaderView::ResizeToContents);
    m_cells->header()->setSectionResizeMode(CellsModel::StatusColumn, QHeaderView::ResizeToContents);
    cells->addWidget(m_why);
    cells->addWidget(m_cells, 1);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setSizes({760, 420});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChartsPage::showCells);
    connect(m_table, &QTableView::activated, this, [this] { goToCell(-1); });
    connect(m_cells, &QTreeView::activated, this, [this](const QModelIndex &at) { goToCell(at.row()); });
    return splitter;
}

void ChartsPage::setSubject(const QString &agency, int year)
{
    m_agency = agency;
    m_year = year;
    m_stale = true;
    if (isVisible())
        aboutToShow();
}

bool ChartsPage::byYear() const { return m_span->currentIndex() == 0; }

void ChartsPage::aboutToShow()
{
    if (!std::exchange(m_stale, false))
        return;
    m_agencies->setAgencies(m_sources.agencies(m_year, m_agency));
    load();
}

void ChartsPage::load()
{
    m_agencies->setVisible(!byYear());
    m_reports = byYear() ? m_sources.years(m_agency) : m_sources.bodies(m_year, m_agencies->chosen());
    m_figures = std::make_unique<Figures>(m_reports.places);
    draw();
}

QString ChartsPage::title() const
{
    const QString what = m_kind->currentText();
    return byYear() ? tr("%1：%2").arg(m_agency, what) : tr("%1 年各机关：%2").arg(m_year).arg(what);
}

void ChartsPage::draw()
{
    if (!m_figures)
        return;
    const ReportChart chart = chartOf(ChartKind(m_kind->currentData().toInt()), *m_figures);
    QStringList notes = m_reports.notes;
    if (!m_canvas) {
        if (const auto made = makeChartCanvas()) {
            m_canvas = *made;
            m_canvas->chosen = [this](int series, int place) { choose(series, place); };
            m_canvas->widget()->setAccessibleName(tr("图表；它的数在下面的表格里"));
            m_place->addWidget(m_canvas->widget());
        } else {
            notes << made.error().message;
        }
    }
    if (chart.places.isEmpty())
        notes << (byYear() ? tr("数据文件里没有这个机关的报告；导入几年的报告，这里就画出变化。") : tr("在右边勾选要画的机关。"));
    else if (chart.isEmpty())
        notes << tr("这些报告里没有可画的数字。");
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    // Below the drawing stand the formulas, too; the line beside the numbers is for where there is no drawing.
    QStringList formulas;
    for (const Rate &rate : chart.rates)
        formulas << u"%1 = %2"_s.arg(rate.label, rate.formula);
    m_formulas->setText(formulas.join(u'\n'));
    m_formulas->setVisible(!m_canvas && !formulas.isEmpty());
    m_model->setChart(chart);
    ChartWords words{title(), tr("无报告"), {}, byYear()};
    for (const Rate &rate : chart.rates) {
        QStringList parts;
        for (qsizetype i = 0; i < chart.places.size(); ++i)
            parts << u"%1 %2"_s.arg(chart.places[i].label, rate.text(i));
        words.lines << u"%1 = %2%3"_s.arg(rate.label, rate.formula, byYear() ? u"：　"_s + parts.join(u"　"_s) : QString());
    }
    if (chart.isDoubtful())
        words.lines << tr("虚线框和“？”：读数待确认、空白按 0 计，或所在的勾稽不平。“—”：没有读到。");
    if (m_canvas) {
        m_canvas->widget()->setVisible(!chart.places.isEmpty());
        m_canvas->setChart(chart, words);
    }
    m_save->setEnabled(m_canvas && !chart.isEmpty());
    showCells();
}

/// A bar was clicked: its number is chosen in the table, and that shows the rest.
void ChartsPage::choose(int series, int place)
{
    m_table->setCurrentIndex(m_model->index(place, series));
    m_table->setFocus(Qt::OtherFocusReason);
}

void ChartsPage::showCells()
{
    const QModelIndex at = m_table->currentIndex();
    if (!at.isValid()) {
        m_cellsModel->setCells(nullptr, {});
        m_why->setText(tr("点一根柱子，或在表中选一个数字，看它由哪些单元格得来；回车到报告里选中它们。"));
        return;
    }
    m_cellsModel->setCells(m_model->chart().places[at.row()].report, m_model->cells(at));
    m_why->setText(
        u"%1 · %2 %3\n%4"_s
            .arg(m_model->headerData(at.row(), Qt::Vertical).toString(), m_model->headerData(at.column(), Qt::Horizontal).toString(),
                at.data().toString(), at.data(Qt::ToolTipRole).toString())
            .trimmed());
    if (m_canvas)
        m_canvas->setChosen(m_model->isRate(at.column()) ? -1 : at.column(), at.row());
}

void ChartsPage::goToCell(int row)
{
    const QModelIndex at = m_table->currentIndex();
    if (!at.isValid() || m_cellsModel->rowCount() == 0)
        return;
    const QList<CellId> cells = row < 0 ? m_model->cells(at) : QList<CellId>{m_cellsModel->cell(row)};
    Q_EMIT cellsRequested(m_model->chart().places[at.row()].id, cells);
}

Status ChartsPage::save(const QString &file)
{
    if (!m_canvas)
        return Error{u"unsupported"_s, u"没有安装图表部分，不能存图。"_s};
    return m_canvas->save(file);
}

void ChartsPage::saveAs()
{
    const QString proposal = title().replace(u'：', u'-') + u".png"_s;
    const QString file = m_dialogs.fileToSave(this, tr("存为图片"), proposal, tr("图片 (*.png);;矢量图 (*.svg);;PDF 文件 (*.pdf)"));
    if (file.isEmpty())
        return;
    if (const Status done = save(file); !done) {
        m_notes->setText(done.error().message);
        m_notes->show();
    } else {
        Q_EMIT saved(file);
    }
}

} // namespace gouji
