// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/panels/findingspanel.h"

#include "common/theme.h"
#include "common/toolbutton.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// A sentence is shown whole: cut, it says what is wrong but seldom where or by how much.
class SentenceDelegate : public QStyledItemDelegate {
public:
    explicit SentenceDelegate(QTreeView *view)
        : QStyledItemDelegate(view)
        , m_view(view)
    {
        connect(view->header(), &QHeaderView::sectionResized, this, [this](int section, int before, int now) {
            if (section == FindingsModel::MessageColumn && before != now)
                Q_EMIT sizeHintChanged({});
        });
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem wrapped = option;
        wrapped.rect = QRect(0, 0, m_view->columnWidth(index.column()), 1); // the view asks without saying how wide
        return QStyledItemDelegate::sizeHint(wrapped, index) + QSize(0, theme::Grid);
    }

private:
    QTreeView *m_view;
};

} // namespace

FindingsPanel::FindingsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new FindingsModel(this))
    , m_view(new QTreeView(this))
    , m_counts(new QLabel(this))
{
    setObjectName(u"findingsPanel"_s);
    setProperty("manualTopic", tr("判断问题"));
    m_view->setObjectName(u"findingsView"_s);
    m_view->setAccessibleName(tr("问题列表"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(false);
    m_view->setWordWrap(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // some sentences are as high as the list
    m_view->setItemDelegateForColumn(FindingsModel::MessageColumn, new SentenceDelegate(m_view));
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setIconSize(QSize(4 * theme::Grid, 4 * theme::Grid));
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(10 * theme::Grid);
    header->setSectionResizeMode(FindingsModel::MessageColumn, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = theme::characterWidth(fontMetrics());
    header->setSectionResizeMode(FindingsModel::SeverityColumn, QHeaderView::ResizeToContents);
    header->resizeSection(FindingsModel::PlaceColumn, 10 * character);
    header->setSectionResizeMode(FindingsModel::VerdictColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(FindingsModel::NumbersColumn, QHeaderView::ResizeToContents);
    header->resizeSection(FindingsModel::RuleColumn, 7 * character);

    m_counts->setObjectName(u"findingsCounts"_s);
    m_counts->setFont(theme::strong(font()));
    m_counts->setContentsMargins(2 * theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_counts);
    column->addWidget(m_view, 1);
    m_judging = judgingRow();
    column->addWidget(m_judging);
    setFindings({});

    const auto go = [this](const QModelIndex &index) {
        if (!m_quiet && index.isValid())
            Q_EMIT chosen(m_model->indexOf(index.row()));
    };
    // Coming here with the keyboard puts the cursor on the first line and chooses nothing: the cell one came from stays.
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this, go](const QModelIndex &index) {
        if (index.isValid() && m_view->selectionModel()->isRowSelected(index.row()))
            go(index);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FindingsPanel::showJudging);
    connect(m_view, &QTreeView::activated, this, go);
    connect(m_view, &QTreeView::clicked, this, go); // a second click on the same line goes there again
}

QWidget *FindingsPanel::judgingRow()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(theme::Grid, theme::Grid / 2, theme::Grid, theme::Grid / 2);
    line->setSpacing(theme::Grid);
    const auto add = [&](Judgement judgement, const QString &text, const QString &tip) {
        auto *button = new QToolButton(row);
        button->setObjectName(u"judge-"_s + judgementName(judgement));
        button->setText(text);
        button->setToolTip(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, judgement] { judge(judgement); });
        m_buttons.insert(int(judgement), button);
        line->addWidget(button);
    };
    add(Judgement::Confirmed, tr("属实"), tr("报告确有这个问题（Y）"));
    add(Judgement::Returned, tr("退回单位"), tr("请单位更正或说明（T）"));
    add(Judgement::Dismissed, tr("不是问题"), tr("核对后认为不是问题，须写明理由（N）"));
    m_texts = toolButton(row, "findingTexts"_L1, "compare"_L1, tr("逐段对照"), tr("把两份报告的这一部分并排摆出来"));
    connect(m_texts, &QToolButton::clicked, this, [this] { Q_EMIT textsRequested(current()); });
    line->addWidget(m_texts);
    m_reason = new QLineEdit(row);
    m_reason->setObjectName(u"judgingReason"_s);
    m_reason->setPlaceholderText(tr("理由；认为不是问题时须写明"));
    m_reason->setAccessibleName(tr("判断的理由"));
    connect(m_reason, &QLineEdit::textChanged, this, &FindingsPanel::showJudging);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (!m_reason->text().trimmed().isEmpty())
            judge(Judgement::Dismissed);
    });
    auto *leave = new QShortcut(Qt::Key_Escape, m_reason);
    leave->setContext(Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, &FindingsPanel::left);
    line->addWidget(m_reason, 1);
    add(Judgement::None, tr("撤回判断"), tr("取消已作的判断"));
    return row;
}

void FindingsPanel::judge(Judgement judgement)
{
    const int index = current();
    if (index < 0)
        return;
    const QString reason = judgement == Judgement::None ? QString() : m_reason->text();
    const bool written = m_reason->hasFocus();
    m_reason->clear(); // it was of this finding
    Q_EMIT judged(index, judgement, reason);
    if (written)
        Q_EMIT left();
}

void FindingsPanel::askReason() { m_reason->setFocus(Qt::ShortcutFocusReason); }

void FindingsPanel::showJudging()
{
    const int row = currentRow();
    m_texts->setVisible(row >= 0 && m_model->finding(row).rule == "year.text_reuse"_L1);
    const bool said = row >= 0 && m_model->verdict(row).judgement != Judgement::None;
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setEnabled(row >= 0);
    m_reason->setEnabled(row >= 0);
    m_buttons[int(Judgement::Dismissed)]->setEnabled(row >= 0 && !m_reason->text().trimmed().isEmpty());
    m_buttons[int(Judgement::None)]->setEnabled(said);
}

void FindingsPanel::setFindings(const QList<Finding> &findings, const QList<FindingVerdict> &verdicts, const QList<int> &rows)
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_model->setFindings(findings, verdicts, rows);
    const auto said = [](const FindingVerdict &v) { return v.judgement != Judgement::None; };
    m_view->setColumnHidden(FindingsModel::VerdictColumn, std::none_of(verdicts.begin(), verdicts.end(), said));
    m_judging->setVisible(!findings.isEmpty());
    showJudging();
    const auto numbered = [](const Finding &f) { return !f.expected.isEmpty() || !f.found.isEmpty(); };
    m_numbered = std::any_of(findings.begin(), findings.end(), numbered);
    giveWay();
    const int errors = m_model->count(Severity::Error);
    const int warnings = m_model->count(Severity::Warning);
    const int hints = m_model->count(Severity::Hint);
    m_counts->setText(
        findings.isEmpty() ? tr("没有发现问题") : tr("问题：错误 %1 · 警告 %2 · 提示 %3").arg(errors).arg(warnings).arg(hints));
}

/// The sentence is what has to be read; it says place and numbers too, so that the columns beside it give way first.
void FindingsPanel::giveWay()
{
    const int character = theme::characterWidth(fontMetrics());
    m_view->setColumnHidden(FindingsModel::RuleColumn, width() < 50 * character);
    m_view->setColumnHidden(FindingsModel::PlaceColumn, width() < 40 * character);
    m_view->setColumnHidden(FindingsModel::NumbersColumn, !m_numbered || width() < 32 * character);
}

void FindingsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
    layout()->activate();
    m_judging->layout()->activate();
    // The longest words that are not cut.
    const int room = m_reason->width() - 4 * theme::Grid;
    for (const QString &words : {tr("理由；认为不是问题时须写明"), tr("不是问题的理由"), tr("理由")}) {
        m_reason->setPlaceholderText(words);
        if (m_reason->fontMetrics().horizontalAdvance(words) <= room)
            break;
    }
}

void FindingsPanel::setCurrent(int index)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (index < 0) {
        m_view->selectionModel()->clear();
        return;
    }
    const QModelIndex at = m_model->index(m_model->rowOf(index), 0);
    m_view->selectionModel()->setCurrentIndex(at, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->doItemsLayout(); // its sentences may not have their heights yet
    m_view->scrollTo(at);
}

int FindingsPanel::current() const
{
    const int row = currentRow();
    return row < 0 ? -1 : m_model->indexOf(row);
}

int FindingsPanel::currentRow() const
{
    const QModelIndex at = m_view->selectionModel()->currentIndex();
    return m_view->selectionModel()->hasSelection() && at.isValid() ? at.row() : -1;
}

} // namespace gouji
