// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbers/numberspanel.h"

#include "common/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Leaves out what agrees, where only the rest is asked for.
class OpenNumbers : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setOnlyOpen(bool only)
    {
        m_only = only;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return !m_only || static_cast<const NumbersModel *>(sourceModel())->number(row).outcome != ReadNumber::Outcome::Agrees;
    }

private:
    bool m_only = false;
};

} // namespace

NumbersPanel::NumbersPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new NumbersModel(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_onlyOpen(new QCheckBox(this))
{
    setObjectName(u"numbersPanel"_s);
    setProperty("manualTopic", tr("正文的数"));
    auto *filter = new OpenNumbers(this);
    m_filter = filter;
    m_filter->setSourceModel(m_model);
    m_counts->setObjectName(u"numbersCounts"_s);
    m_counts->setWordWrap(true);
    m_onlyOpen->setObjectName(u"numbersOnlyOpen"_s);
    m_onlyOpen->setText(tr("只看没有相符的"));
    m_view->setObjectName(u"numbersView"_s);
    m_view->setAccessibleName(tr("正文中读到的数"));
    m_view->setModel(m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIconSize(QSize(4 * theme::Grid, 4 * theme::Grid));
    const int character = theme::characterWidth(fontMetrics());
    QHeaderView *header = m_view->header();
    header->resizeSection(NumbersModel::NumberColumn, 6 * character);
    header->setSectionResizeMode(NumbersModel::OutcomeColumn, QHeaderView::ResizeToContents);
    header->resizeSection(NumbersModel::EquationColumn, 26 * character);
    header->resizeSection(NumbersModel::WhyColumn, 18 * character);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setMargin(4 * theme::Grid);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(2 * theme::Grid, theme::Grid, theme::Grid, 0);
    bar->addWidget(m_counts, 1);
    bar->addWidget(m_onlyOpen);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Grid);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    connect(m_onlyOpen, &QCheckBox::toggled, this, [filter](bool on) { filter->setOnlyOpen(on); });
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const ReadNumber &n = m_model->number(m_filter->mapToSource(index).row());
        Q_EMIT numberRequested(n.source, n.sentence, n.cells.value(0));
    });
    refresh();
}

QSize NumbersPanel::sizeHint() const { return {110 * theme::Grid, 44 * theme::Grid}; }

void NumbersPanel::setSession(const ReviewSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    if (session) {
        connect(session, &ReviewSession::findingsChanged, this, [this] {
            m_stale = true;
            if (isVisible())
                refresh();
        });
    }
    m_stale = true;
    if (isVisible() || !session)
        refresh();
}

void NumbersPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void NumbersPanel::refresh()
{
    m_stale = false;
    const int row = m_view->currentIndex().row();
    m_model->setNumbers(m_session ? readNumbers(m_session->dossier(), *m_session->knowledge().rules) : QList<ReadNumber>());
    if (row >= 0 && row < m_filter->rowCount())
        m_view->setCurrentIndex(m_filter->index(row, 0));
    using O = ReadNumber::Outcome;
    m_counts->setText(tr("读到 %1 个：相符 %2，不符 %3，未匹配 %4")
                          .arg(m_model->rowCount())
                          .arg(m_model->count(O::Agrees) + m_model->count(O::AlsoReading))
                          .arg(m_model->count(O::Differs))
                          .arg(m_model->count(O::Unmatched)));
    m_counts->setVisible(m_session);
    m_onlyOpen->setVisible(m_session && m_model->rowCount() > 0);
    m_empty->setText(m_session ? tr("正文中没有读到数。") : tr("打开一份报告，这里就列出正文中读到的每一个数，以及它与哪一格对应。"));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}

} // namespace gouji
