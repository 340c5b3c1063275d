// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparepage.h"

#include "common/icons.h"
#include "common/theme.h"
#include "compare/comparetable.h"
#include "compare/differencesmodel.h"
#include "compare/sectionhtml.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

ComparePage::ComparePage(QWidget *parent)
    : Page(parent)
    , m_empty(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"comparePage"_s);
    setProperty("manualTopic", tr("与其他报告对比"));
    m_empty->setObjectName(u"compareEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(8 * theme::Grid);
    m_text->setObjectName(u"compareTexts"_s);
    m_text->setAccessibleName(tr("文字的不同"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_tabs->setObjectName(u"compareTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(tablesTab(), tr("表格"));
    m_tabs->addTab(m_text, tr("文字"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar());
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ComparePage::showTexts);
    setSession(nullptr);
}

ComparePage::~ComparePage() = default;

void ComparePage::setSession(ReviewSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_others.clear();
    m_choice->clear();
    m_stale = true;
    m_current = {};
    if (session) {
        const auto again = [this] {
            m_stale = true;
            if (isVisible())
                aboutToShow();
        };
        connect(session, &ReviewSession::historyChanged, this, again);
        connect(session, &ReviewSession::findingsChanged, this, again);
    } else {
        showEmpty(tr("先打开一份报告。"));
    }
}

void ComparePage::showEmpty(const QString &text)
{
    if (m_differences) {
        m_list->setModel(nullptr);
        delete std::exchange(m_differences, nullptr);
    }
    m_tables.clear();
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_compared = {}; // the models that went looked at it
    m_text->clear();
    m_counts->clear();
    m_notes->hide();
    m_empty->setText(text);
    m_stack->setCurrentWidget(m_empty);
    for (QToolButton *b : {m_previous, m_next, m_go})
        b->setEnabled(false);
}

/// Last year's report first, then the reading, then other files of the same report, then other bodies'.
void ComparePage::findOthers()
{
    const QString before = m_choice->currentText();
    m_others.clear();
    const Companions &companions = m_session->companions();
    if (companions.last)
        m_others << Other{
            tr("%1 年报告").arg(companions.last->report->year), Beside::LastYear, companions.last->report, companions.last->document};
    // The session outlives what is shown of it.
    m_others << Other{tr("识别结果"), Beside::Reading, {std::shared_ptr<void>(), &m_session->reading()},
        {std::shared_ptr<void>(), &m_session->document()}};
    for (const Companion &c : companions.copies + companions.versions)
        m_others << Other{tr("同年的 %1").arg(c.file), Beside::LastYear, c.report, c.document};
    for (const Companion &c : companions.alike)
        m_others << Other{tr("%1 %2 年报告").arg(c.report->agency).arg(c.report->year), Beside::Alike, c.report, c.document};
    m_choice->clear();
    for (const Other &o : std::as_const(m_others))
        m_choice->addItem(o.name);
    m_choice->setPlaceholderText(tr("上年报告"));
    m_choice->setCurrentIndex(std::max(0, m_choice->findText(before)));
}

void ComparePage::choose(Beside beside)
{
    if (!m_session)
        return;
    findOthers();
    const auto at = std::find_if(m_others.begin(), m_others.end(), [&](const Other &o) { return o.kind == beside; });
    if (at != m_others.end())
        m_choice->setCurrentIndex(int(at - m_others.begin()));
    if (beside == Beside::LastYear && !m_session->companions().last) {
        const Report &r = m_session->report();
        showEmpty(r.year > 0 && !r.agency.isEmpty()
                ? tr("数据文件里没有 %1 %2 年的报告。\n打开或导入那一份，这里就把两年的表格和文字摆在一起。\n上面可以改选与识别结果比较。")
                      .arg(r.agency)
                      .arg(r.year - 1)
                : tr("机关名称或年度还不知道，找不到上一年的报告。请先在报告上方填好。"));
        m_choice->setCurrentIndex(-1);
        m_stale = false;
        return;
    }
    compare();
}

void ComparePage::goTo(const ReusedText &text)
{
    if (!m_session)
        return;
    findOthers();
    const auto &alike = m_session->companions().alike;
    const Report *wanted = text.other >= 0 && text.other < alike.size() ? alike[text.other].report.get() : nullptr;
    const auto at = std::find_if(m_others.begin(), m_others.end(),
        [&](const Other &o) { return wanted ? o.report.get() == wanted : text.other < 0 && o.kind == Beside::LastYear; });
    if (at == m_others.end())
        return;
    m_choice->setCurrentIndex(int(at - m_others.begin()));
    compare();
    m_tabs->setCurrentWidget(m_text);
    m_text->scrollToAnchor(sectionAnchor(text.section));
    m_text->setFocus();
}

void ComparePage::aboutToShow()
{
    if (!m_session || !m_stale)
        return;
    findOthers();
    compare();
}

void ComparePage::compare()
{
    const int at = m_choice->currentIndex();
    if (!m_session || at < 0 || at >= m_others.size())
        return;
    m_stale = false;
    const CellId current = m_current;
    showEmpty({});
    const Other &other = m_others[at];
    m_compared.report = &m_session->report();
    m_compared.other = other.report.get();
    m_compared.otherName = other.name;
    m_compared.comparison = compareReports(*m_compared.report, *m_compared.other);
    if (other.kind == Beside::Alike)
        m_compared.comparison.ties.clear(); // nobody carries on what another body left
    for (const CellComparison &c : std::as_const(m_compared.comparison.cells))
        m_compared.byCell.insert(c.cell, c);
    for (const CarryTie &tie : std::as_const(m_compared.comparison.ties))
        m_compared.tieOf.insert(tie.now, tie);
    fillTables();
    const int differing = m_compared.comparison.differing();
    QStringList counts{differing > 0        ? tr("%1 格不同").arg(differing)
            : other.kind == Beside::Reading ? tr("三张表的数值都是程序读到的，没有改过")
                                            : tr("三张表的数值都相同")};
    const auto ties = [&](CarryTie::State state) {
        return std::count_if(
            m_compared.comparison.ties.begin(), m_compared.comparison.ties.end(), [&](const CarryTie &t) { return t.state == state; });
    };
    if (!m_compared.comparison.ties.isEmpty())
        counts << tr("结转衔接 %1 列相符、%2 列不符").arg(ties(CarryTie::State::Holds)).arg(ties(CarryTie::State::Fails));
    m_counts->setText(counts.join(u" · "_s));
    m_notes->setText(m_compared.comparison.notes.join(u'\n'));
    m_notes->setVisible(!m_compared.comparison.notes.isEmpty());
    m_tabs->setTabEnabled(1, other.kind != Beside::Reading);
    for (QToolButton *b : {m_previous, m_next})
        b->setEnabled(m_differences->rowCount() > 0);
    m_list->setVisible(m_differences->rowCount() > 0); // an empty list says nothing that the line above does not
    m_stack->setCurrentWidget(m_tabs);
    showTexts();
    if (current.isValid())
        select(current);
}

void ComparePage::fillTables()
{
    for (qsizetype i = 0; i < m_compared.report->tables.size(); ++i) {
        auto *table = new CompareTable(new CompareTableModel(m_compared, i), m_scroll->widget());
        table->setObjectName(u"compareTable%1"_s.arg(i));
        auto *title = new QLabel(table->compareModel()->title(), m_scroll->widget());
        title->setFont(theme::strong(font()));
        title->setContentsMargins(0, 2 * theme::Grid, 0, 0);
        m_column->addWidget(title);
        m_column->addWidget(table);
        m_tables << table;
        connect(table, &CompareTable::cellChosen, this, &ComparePage::select);
        connect(table, &CompareTable::cellRequested, this, &ComparePage::cellRequested);
    }
    m_column->addStretch(1);
    m_differences = new DifferencesModel(m_compared, this);
    m_list->setModel(m_differences);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setFixedHeight(2 * header->fontMetrics().height() + 2 * theme::Grid);
    header->setSectionResizeMode(DifferencesModel::PlaceColumn, QHeaderView::Stretch);
    const int character = theme::characterWidth(m_list->fontMetrics());
    for (const int column : {DifferencesModel::OtherColumn, DifferencesModel::ThisColumn, DifferencesModel::DifferenceColumn}) {
        int widest = std::clamp(header->sectionSizeHint(column) * 3 / 5, 5 * character, 8 * character);
        for (int row = 0; row < m_differences->rowCount(); ++row) {
            const QString number = m_differences->index(row, column).data().toString();
            widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(number) + character);
        }
        header->resizeSection(column, widest);
    }
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &at) {
        if (at.isValid() && !m_quiet)
            select(CellId{at.data(DifferencesModel::CellRole).toInt()});
    });
}

void ComparePage::showTexts()
{
    if (m_tabs->currentWidget() != m_text || !m_compared.report || !m_tabs->isTabEnabled(1))
        return;
    const Other &other = m_others[m_choice->currentIndex()];
    m_text->setHtml(sectionsHtml(
        compareSections(*m_compared.report, m_session->document(), *other.report, *other.document), m_compared.otherName, palette()));
}

/// Chooses a cell in its table and in the list alike.
void ComparePage::select(CellId cell)
{
    if (m_quiet || !cell.isValid())
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    m_current = cell;
    m_go->setEnabled(true);
    for (CompareTable *table : std::as_const(m_tables)) {
        const QModelIndex at = table->compareModel()->indexOf(cell);
        table->setCurrentIndex(at);
        if (at.isValid()) {
            const QRect place = table->visualRect(at);
            const QPoint middle = table->viewport()->mapTo(m_scroll->widget(), place.center());
            m_scroll->ensureVisible(middle.x(), middle.y(), 0, 3 * place.height());
        }
    }
    for (int row = 0; row < m_differences->rowCount(); ++row) {
        const QModelIndex at = m_differences->index(row, 0);
        if (at.data(DifferencesModel::CellRole).toInt() == cell.index) {
            if (m_list->currentIndex().row() != row || m_list->currentIndex().data(DifferencesModel::CellRole).toInt() != cell.index)
                m_list->setCurrentIndex(at);
            return;
        }
    }
    m_list->setCurrentIndex({});
}

void ComparePage::step(int by)
{
    const int count = m_differences ? m_differences->rowCount() : 0;
    if (count == 0)
        return;
    m_tabs->setCurrentIndex(0);
    // A list that gets the focus puts its cursor on the first line and chooses nothing.
    const int now = m_current.isValid() && m_list->currentIndex().isValid() ? m_list->currentIndex().row() : by > 0 ? -1 : count;
    const QModelIndex at = m_differences->index((now + by + count) % count, 0);
    m_list->setCurrentIndex(at);
    select(CellId{at.data(DifferencesModel::CellRole).toInt()});
}

void ComparePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showTexts(); // its colours are written into it
}

} // namespace gouji
