// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/queuepage.h"

#include "common/icons.h"
#include "common/theme.h"
#include "library/queueviews.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Counts in the colours of what they count, the rest as it is; the row under the hand washed, not reversed.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QPalette &p = option->palette;
        QColor ink = p.color(QPalette::Text);
        if (index.column() == QueueModel::ErrorsColumn)
            ink = theme::errorInk(p);
        else if (index.column() == QueueModel::WarningsColumn)
            ink = theme::warningInk(p);
        else if (index.column() >= QueueModel::ReviewerColumn || index.column() == QueueModel::RegionColumn)
            ink = theme::mutedInk(p);
        if (index.column() == QueueModel::ErrorsColumn
            || (index.column() == QueueModel::AgencyColumn && (option->state & QStyle::State_Selected)))
            option->font = theme::strong(option->font);
        option->palette.setColor(QPalette::Text, ink);
        option->state &= ~(QStyle::State_HasFocus | QStyle::State_Selected); // the row has it, and shows it below the text
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, theme::selectionWash(option.palette));
            if (option.widget && option.widget->hasFocus()) // the keys go here
                painter->fillRect(
                    QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), theme::accent(option.palette));
        }
        QStyledItemDelegate::paint(painter, option, index);
    }
};

} // namespace

QueuePage::QueuePage(QueueModel *model, std::shared_ptr<const RuleBook> rules, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_field(new QLineEdit(this))
    , m_clear(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_views(new QueueViews(this))
    , m_facets(new FacetView(new FacetModel(model, std::move(rules), this), this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"queuePage"_s);
    setProperty("manualTopic", tr("报告队列"));
    m_field->setObjectName(u"queueSearch"_s);
    m_field->setPlaceholderText(tr("搜索单位、正文里的字句或数"));
    m_field->setAccessibleName(tr("搜索报告"));
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_clear->setObjectName(u"queueClear"_s);
    m_clear->setText(tr("清除筛选"));
    m_clear->setToolTip(tr("列出全部报告（Esc）"));
    m_clear->setAutoRaise(true);
    m_count->setObjectName(u"queueCount"_s);
    m_table->setObjectName(u"queueTable"_s);
    m_table->setAccessibleName(tr("报告"));
    m_table->setModel(model);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    arrangeColumns();
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmpty());

    auto *top = new QHBoxLayout;
    top->setSpacing(2 * theme::Grid);
    top->addWidget(m_field, 1);
    top->addWidget(m_clear);
    top->addWidget(m_count);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(3 * theme::Grid, 2 * theme::Grid, 3 * theme::Grid, 2 * theme::Grid);
    head->setSpacing(2 * theme::Grid);
    head->addLayout(top);
    head->addWidget(m_views);
    auto *split = new QSplitter(this);
    split->setHandleWidth(theme::Grid);
    split->addWidget(m_facets);
    split->addWidget(m_stack);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({60 * theme::Grid, 260 * theme::Grid});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(split, 1);
    setFocusProxy(m_table);

    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        QueueFilter filter = m_model->filter();
        filter.text = text;
        m_model->setFilter(filter);
    });
    connect(m_clear, &QToolButton::clicked, this, &QueuePage::clearFilter);
    connect(m_views, &QueueViews::chosen, m_model, &QueueModel::setFilter);
    connect(m_views, &QueueViews::savedChanged, this, &QueuePage::sessionChanged);
    connect(m_model, &QueueModel::facetsChanged, this, &QueuePage::tell);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QueuePage::keepPlace);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_table->currentIndex().isValid())
            keepPlace();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            m_current = now.data(QueueModel::IdRole).toUuid();
    });
    connect(m_table, &QTableView::doubleClicked, this, &QueuePage::openCurrent);
    tell();
    keepPlace();
}

QWidget *QueuePage::makeEmpty()
{
    auto *empty = new QWidget(this);
    empty->setBackgroundRole(QPalette::Base);
    empty->setAutoFillBackground(true);
    m_emptyTitle = new QLabel(empty);
    m_emptyTitle->setObjectName(u"queueEmptyTitle"_s);
    m_emptyTitle->setFont(theme::large(font()));
    m_emptyNote = new QLabel(empty);
    m_emptyNote->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_emptyTitle, m_emptyNote}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_open = new QPushButton(icon(u"open"_s), tr("打开报告…"), empty);
    m_folder = new QPushButton(icon(u"open"_s), tr("导入文件夹…"), empty);
    m_all = new QPushButton(tr("清除筛选"), empty);
    m_all->setObjectName(u"queueShowAll"_s);
    connect(m_open, &QPushButton::clicked, this, &QueuePage::filesRequested);
    connect(m_folder, &QPushButton::clicked, this, &QueuePage::folderRequested);
    connect(m_all, &QPushButton::clicked, this, &QueuePage::clearFilter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * theme::Grid);
    buttons->addStretch();
    for (QPushButton *button : {m_open, m_folder, m_all})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(8 * theme::Grid, 8 * theme::Grid, 8 * theme::Grid, 8 * theme::Grid);
    column->setSpacing(3 * theme::Grid);
    column->addStretch(2);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyNote);
    column->addLayout(buttons);
    column->addStretch(3);
    return empty;
}

void QueuePage::arrangeColumns()
{
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // 100,000 rows of one height need no measuring
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 2 * theme::Grid);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
    m_table->setSortingEnabled(true);
    const auto wide = [&](const QString &text) { return m_table->fontMetrics().horizontalAdvance(text) + 8 * theme::Grid; };
    header->setSectionResizeMode(QueueModel::AgencyColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(wide(QString()));
    const std::pair<int, QString> widths[] = {{QueueModel::YearColumn, u"2023"_s}, {QueueModel::RegionColumn, u"濮阳经济技术"_s},
        {QueueModel::StateColumn, u"待单位整改"_s}, {QueueModel::ErrorsColumn, u"错误"_s}, {QueueModel::WarningsColumn, u"警告"_s},
        {QueueModel::WaitingColumn, u"待确认"_s}, {QueueModel::ReviewerColumn, u"欧阳审核"_s},
        {QueueModel::TouchedColumn, u"2026-11-21 20:43"_s}, {QueueModel::KindColumn, u"Word (docx)"_s},
        {QueueModel::KeptColumn, u"2026-11-21 20:43"_s}, {QueueModel::FileColumn, u"濮阳经济技术开发区2023年报告.docx"_s}};
    for (const auto &[section, text] : widths)
        m_table->setColumnWidth(section, std::max(wide(text), header->sectionSizeHint(section))); // its head may be in another language
    m_table->setColumnHidden(QueueModel::KindColumn, true);
    m_table->setColumnHidden(QueueModel::KeptColumn, true);
    m_table->setColumnHidden(QueueModel::FileColumn, true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &QueuePage::chooseColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &QueuePage::sessionChanged);
}

/// Large letters in a small window: the name stays readable, and the last columns are scrolled to.
void QueuePage::fitNames()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int least = 13 * theme::characterWidth(m_table->fontMetrics());
    int others = 0;
    for (int column = 0; column < QueueModel::ColumnCount; ++column)
        others += column == QueueModel::AgencyColumn || header->isSectionHidden(column) ? 0 : header->sectionSize(column);
    const bool fits = m_table->viewport()->width() - others >= least;
    header->setSectionResizeMode(QueueModel::AgencyColumn, fits ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!fits)
        header->resizeSection(QueueModel::AgencyColumn, least);
}

void QueuePage::chooseColumns(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < QueueModel::ColumnCount; ++column) {
        QAction *shown = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        shown->setCheckable(true);
        shown->setChecked(!m_table->isColumnHidden(column));
        connect(shown, &QAction::toggled, this, [this, column](bool on) {
            m_table->setColumnHidden(column, !on);
            Q_EMIT sessionChanged();
        });
    }
    menu->popup(m_table->horizontalHeader()->mapToGlobal(at));
}

void QueuePage::aboutToShow()
{
    keepPlace();
    m_table->setFocus(Qt::OtherFocusReason);
}

void QueuePage::setCurrent(const QUuid &id)
{
    m_current = id;
    keepPlace();
}

/// The row of the report the hand was on; where it is gone, the first.
void QueuePage::keepPlace()
{
    QModelIndex at = m_model->indexOf(m_current);
    if (!at.isValid())
        at = m_model->index(0, 0);
    if (at.isValid() && at.row() != m_table->currentIndex().row()) {
        const QUuid current = m_current;
        m_table->setCurrentIndex(at);
        m_current = current.isNull() ? m_current : current; // it may come back with the next filter
    }
}

void QueuePage::tell()
{
    const QLocale locale;
    const int shown = m_model->rowCount();
    const bool all = m_model->filter().isEmpty();
    if (m_field->text() != m_model->filter().text)
        m_field->setText(m_model->filter().text);
    m_count->setText(all ? tr("共 %1 份").arg(locale.toString(m_model->total()))
                         : tr("%1 / %2 份").arg(locale.toString(shown), locale.toString(m_model->total())));
    m_clear->setVisible(!all);
    m_views->setFilter(m_model->filter());
    const bool comes = shown > 0 && m_stack->currentIndex() != 0;
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    if (comes && all && isVisible() && isAncestorOf(window()->focusWidget()))
        m_table->setFocus(Qt::OtherFocusReason); // the first reports of an import
    m_facets->setVisible(m_model->total() > 0);
    m_emptyTitle->setText(all ? tr("队列里还没有报告") : m_model->isSearching() ? tr("正在查找…") : tr("没有符合条件的报告"));
    m_emptyNote->setText(all ? tr("把报告、文件夹或压缩包拖到这里，或从下面打开。") : tr("去掉几个条件，或换一个词。"));
    m_open->setVisible(all);
    m_folder->setVisible(all);
    m_all->setVisible(!all);
}

void QueuePage::openCurrent()
{
    if (const QModelIndex at = m_table->currentIndex(); at.isValid())
        Q_EMIT openRequested(at.data(QueueModel::IdRole).toUuid());
}

void QueuePage::clearFilter()
{
    m_model->setFilter({});
    m_table->setFocus(Qt::OtherFocusReason);
}

QVariantMap QueuePage::session() const { return {{u"header"_s, m_table->horizontalHeader()->saveState()}, {u"views"_s, m_views->saved()}}; }

void QueuePage::setSession(const QVariantMap &session)
{
    m_views->setSaved(session[u"views"_s].toList());
    m_table->horizontalHeader()->restoreState(session[u"header"_s].toByteArray());
}

} // namespace gouji
