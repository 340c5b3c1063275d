// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historypanel.h"

#include "common/theme.h"
#include "common/toolbutton.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Acts that touched one cell, whole; all acts where no cell is set.
class CellFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setCell(CellId cell)
    {
        if (std::exchange(m_cell, cell) != cell)
            invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return !m_cell.isValid() || parent.isValid()
            || sourceModel()->index(row, 0).data(HistoryModel::CellsRole).value<QList<CellId>>().contains(m_cell);
    }

private:
    CellId m_cell;
};

/// In a narrow panel one column has it all: what was done, and below it the values, the effect, who and when.
class TwoLines : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const int lines = QFontMetrics(option.font).height() + QFontMetrics(theme::small(option.font)).height();
        return QSize(20 * theme::Grid, lines + 3 * theme::Grid);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem box = option;
        initStyleOption(&box, index);
        const QString text = std::exchange(box.text, QString());
        const QWidget *widget = option.widget;
        (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &box, painter, widget);
        const bool chosen = option.state & QStyle::State_Selected;
        const QRect inside = option.rect.adjusted(theme::Grid, theme::Grid, -theme::Grid, -theme::Grid);
        painter->save();
        painter->setFont(box.font);
        const QFontMetrics first(box.font);
        painter->setPen(box.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(inside, int(Qt::AlignLeft | Qt::AlignTop), first.elidedText(text, Qt::ElideRight, inside.width()));
        QStringList rest;
        for (int column = HistoryModel::ChangeColumn; column < HistoryModel::ColumnCount; ++column) {
            if (const QString part = index.siblingAtColumn(column).data().toString(); !part.isEmpty())
                rest << part;
        }
        painter->setFont(theme::small(option.font));
        if (!chosen)
            painter->setPen(theme::mutedInk(option.palette));
        painter->drawText(inside, int(Qt::AlignLeft | Qt::AlignBottom),
            painter->fontMetrics().elidedText(rest.join(u" · "_s), Qt::ElideRight, inside.width()));
        painter->restore();
    }
};

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
    , m_filter(new CellFilter(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_empty(new QLabel(this))
{
    setObjectName(u"historyPanel"_s);
    setProperty("manualTopic", tr("修改记录"));
    m_filter->setSourceModel(m_model);
    m_view->setObjectName(u"historyView"_s);
    m_view->setAccessibleName(tr("修改记录"));
    m_view->setModel(m_filter);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setExpandsOnDoubleClick(false);
    m_view->installEventFilter(this);
    QHeaderView *header = m_view->header();
    m_oneLine = m_view->itemDelegate();
    m_twoLines = new TwoLines(m_view);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = theme::characterWidth(fontMetrics());
    const QList<int> widths{18, 12, 9, 5, 9, 8}; // in characters, by column
    for (int i = 0; i < widths.size(); ++i)
        header->resizeSection(i, widths[i] * character);
    m_empty->setObjectName(u"historyEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(4 * theme::Grid);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar());
    column->addWidget(m_stack, 1);
    column->addWidget(foot());

    setFocusProxy(m_view);
    m_worker.setInterval(0);
    connect(&m_worker, &QTimer::timeout, this, &HistoryPanel::workOutEffects);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPanel::showChosen);
    connect(m_view, &QTreeView::activated, this, &HistoryPanel::goToCell);
    setSession(nullptr);
}

QWidget *HistoryPanel::bar()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(2 * theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    row->setSpacing(theme::Grid);
    m_counts = new QLabel(box);
    m_counts->setObjectName(u"historyCounts"_s);
    m_counts->setFont(theme::strong(font()));
    row->addWidget(m_counts, 1);
    const auto button = [&](QLatin1StringView name, QLatin1StringView iconName, const QString &text, const QString &tip) {
        QToolButton *b = toolButton(box, name, iconName, text, tip);
        row->addWidget(b);
        return b;
    };
    m_onlyCell = button("historyOnlyCell"_L1, "search"_L1, tr("只看当前单元格"), tr("只列出改过表格中所选单元格的步骤"));
    m_onlyCell->setCheckable(true);
    m_go = button("historyGo"_L1, "next"_L1, tr("到单元格"), tr("到这一步改过的单元格（双击或 Enter）"));
    m_takeBack = button("historyTakeBack"_L1, "undo"_L1, tr("撤销这一步"), tr("只撤销这一步，其余不动（Delete）"));
    connect(m_onlyCell, &QToolButton::toggled, this, &HistoryPanel::refresh);
    connect(m_go, &QToolButton::clicked, this, &HistoryPanel::goToCell);
    connect(m_takeBack, &QToolButton::clicked, this, &HistoryPanel::takeBack);
    return box;
}

QWidget *HistoryPanel::foot()
{
    auto *box = new QWidget(this);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(2 * theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    lines->setSpacing(theme::Grid);
    auto *said = new QHBoxLayout;
    m_says = new QLabel(box);
    m_says->setObjectName(u"historySays"_s);
    m_says->setWordWrap(true);
    m_blocker = new QToolButton(box);
    m_blocker->setObjectName(u"historyBlocker"_s);
    m_blocker->setText(tr("看那一步"));
    m_blocker->setAutoRaise(true);
    said->addWidget(m_says, 1);
    said->addWidget(m_blocker, 0, Qt::AlignTop);
    m_reason = new QLineEdit(box);
    m_reason->setObjectName(u"historyReason"_s);
    m_reason->setPlaceholderText(tr("这一步的理由；按 Enter 记入"));
    m_reason->setAccessibleName(tr("这一步的理由"));
    lines->addLayout(said);
    lines->addWidget(m_reason);
    connect(m_reason, &QLineEdit::returnPressed, this, &HistoryPanel::explain);
    connect(m_blocker, &QToolButton::clicked, this, [this] {
        setCurrentAct(m_session ? m_session->blockerOf(currentAct()) : QUuid());
        m_view->setFocus();
    });
    return box;
}

void HistoryPanel::setSession(ReviewSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_model->setSession(session);
    if (session) {
        connect(session, &ReviewSession::historyChanged, this, [this] {
            m_model->update();
            refresh();
        });
    }
    refresh();
}

void HistoryPanel::setCurrentCell(CellId cell)
{
    m_cell = cell;
    if (m_onlyCell->isChecked())
        refresh();
}

void HistoryPanel::setOnlyCurrentCell(bool only) { m_onlyCell->setChecked(only); }

QUuid HistoryPanel::currentAct() const { return m_view->currentIndex().data(HistoryModel::IdRole).toUuid(); }

void HistoryPanel::setCurrentAct(const QUuid &act)
{
    QModelIndex at = m_filter->mapFromSource(m_model->indexOf(act));
    if (!at.isValid() && !act.isNull()) { // the filter hides it
        m_onlyCell->setChecked(false);
        at = m_filter->mapFromSource(m_model->indexOf(act));
    }
    m_view->setCurrentIndex(at);
}

void HistoryPanel::refresh()
{
    const bool filtered = m_onlyCell->isChecked() && m_cell.isValid();
    static_cast<CellFilter *>(m_filter)->setCell(filtered ? m_cell : CellId());
    const int shown = m_filter->rowCount();
    const int all = m_model->rowCount();
    m_counts->setText(filtered ? tr("%1 步，共 %2 步").arg(shown).arg(all) : tr("共 %1 步").arg(all));
    m_empty->setText(!m_session ? tr("打开一份报告，这里就列出对它做过的每一步。")
            : filtered          ? tr("%1 还没有改过。").arg(m_session->report().catalogue().place(m_cell))
                       : tr("还没有改过这份报告。每一步更正、确认和判断都会记在这里，随时可以撤销其中任何一步。"));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_view) : m_empty);
    showChosen();
    if (isVisible())
        m_worker.start();
}

void HistoryPanel::showChosen()
{
    const QUuid id = currentAct();
    const QModelIndex at = m_view->currentIndex();
    const bool any = m_session && !id.isNull();
    const bool inForce = any && m_session->isInForce(id);
    const Status possible = any ? m_session->canTakeBack(id) : Status(Done{});
    m_go->setEnabled(any && !at.data(HistoryModel::CellsRole).value<QList<CellId>>().isEmpty());
    m_takeBack->setEnabled(inForce && possible);
    m_blocker->setVisible(inForce && !possible && !m_session->blockerOf(id).isNull());
    m_reason->setEnabled(any);
    m_reason->setText(any ? m_session->reasonOf(id) : QString());
    if (!any)
        m_says->setText(m_session && m_model->rowCount() > 0 ? tr("选一步，看它能不能撤销、撤销后会怎样。") : QString());
    else if (at.data(HistoryModel::TakenBackRole).toBool())
        m_says->setText(tr("这一步已经撤销。"));
    else if (!inForce)
        m_says->setText(tr("撤销、重做和理由本身不能再撤销；要改就再做一步。"));
    else if (!possible)
        m_says->setText(possible.error().message);
    else {
        const Effect effect = m_session->previewTakeBack(id);
        m_says->setText(effect.mended.isEmpty() && effect.made.isEmpty()
                ? tr("可以撤销；问题不增不减。")
                : tr("可以撤销：会少 %1 个问题，多 %2 个问题。").arg(effect.mended.size()).arg(effect.made.size()));
    }
    m_says->setVisible(!m_says->text().isEmpty());
    m_reason->setVisible(any);
}

void HistoryPanel::takeBack()
{
    const QUuid id = currentAct();
    if (!m_session || id.isNull() || !m_session->canTakeBack(id))
        return; // why not stands below the list
    if (const Status done = m_session->takeBack(id); !done)
        m_says->setText(done.error().message);
}

void HistoryPanel::explain()
{
    if (!m_session || currentAct().isNull())
        return;
    if (const Status done = m_session->explain(currentAct(), m_reason->text()); !done)
        m_says->setText(done.error().message);
    else
        m_view->setFocus();
}

void HistoryPanel::goToCell()
{
    const QList<CellId> cells = m_view->currentIndex().data(HistoryModel::CellsRole).value<QList<CellId>>();
    if (!cells.isEmpty())
        Q_EMIT cellRequested(cells.first());
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        takeBack();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QSize HistoryPanel::sizeHint() const { return QSize(75 * theme::Grid, 60 * theme::Grid); }

void HistoryPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < 45 * theme::characterWidth(fontMetrics());
    for (int column = HistoryModel::ChangeColumn; column < HistoryModel::ColumnCount; ++column)
        m_view->setColumnHidden(column, narrow);
    m_view->setHeaderHidden(narrow);
    m_view->header()->setStretchLastSection(!narrow);
    m_view->header()->setSectionResizeMode(HistoryModel::ActColumn, narrow ? QHeaderView::Stretch : QHeaderView::Interactive);
    m_view->setItemDelegate(narrow ? m_twoLines : m_oneLine);
    for (QToolButton *b : {m_onlyCell, m_go, m_takeBack})
        b->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_worker.start();
}

void HistoryPanel::workOutEffects()
{
    if (!isVisible() || !m_model->advanceEffects())
        m_worker.stop();
}

} // namespace gouji
