// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/reportlist.h"

#include "common/theme.h"

#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Two lines: the agency; year, state and what is open.
class ReportDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const int lines = QFontMetrics(option.font).height() + QFontMetrics(theme::small(option.font)).height();
        return QSize(30 * theme::Grid, lines + 3 * theme::Grid);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool chosen = option.state & QStyle::State_Selected;
        const QPalette &p = option.palette;
        if (chosen) {
            painter->fillRect(option.rect, theme::selectionWash(p));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme::accent(p));
        }
        const QRect box = option.rect.adjusted(3 * theme::Grid, theme::Grid, -2 * theme::Grid, -theme::Grid);
        const QFont face = chosen ? theme::strong(option.font) : option.font;
        const QFontMetrics metrics(face);
        painter->setFont(face);
        painter->setPen(p.color(QPalette::Text));
        const QString name = metrics.elidedText(index.data().toString(), Qt::ElideRight, box.width());
        painter->drawText(QRect(box.left(), box.top(), box.width(), metrics.height()), int(Qt::AlignLeft | Qt::AlignVCenter), name);

        const QRect second(box.left(), box.top() + metrics.height() + 2, box.width(), box.height() - metrics.height() - 2);
        painter->setFont(theme::small(option.font));
        const int errors = index.data(ReportListModel::ErrorsRole).toInt();
        const int warnings = index.data(ReportListModel::WarningsRole).toInt();
        const int year = index.data(ReportListModel::YearRole).toInt();
        int right = second.right();
        const auto count = [&](const QString &sign, int n, const QColor &ink) {
            if (n == 0)
                return;
            const QString text = sign + QString::number(n);
            painter->setPen(ink);
            right -= painter->fontMetrics().horizontalAdvance(text);
            painter->drawText(QPoint(right, second.top() + painter->fontMetrics().ascent()), text);
            right -= 2 * theme::Grid;
        };
        count(u"△ "_s, warnings, theme::warningInk(p));
        count(u"! "_s, errors, theme::errorInk(p));
        painter->setPen(theme::mutedInk(p));
        const QString facts
            = (year > 0 ? QString::number(year) : u"?"_s) + u" · "_s + index.data(ReportListModel::StateTitleRole).toString();
        painter->drawText(QRect(second.left(), second.top(), right - second.left(), second.height()), int(Qt::AlignLeft | Qt::AlignTop),
            painter->fontMetrics().elidedText(facts, Qt::ElideRight, right - second.left()));
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(theme::accent(p), 1));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }
};

} // namespace

ReportList::ReportList(QWidget *parent)
    : QWidget(parent)
    , m_model(new ReportListModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_view(new QListView(this))
    , m_field(new QLineEdit(this))
{
    setObjectName(u"reportList"_s);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(u"reportListView"_s);
    m_view->setAccessibleName(tr("报告列表"));
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new ReportDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_field->setObjectName(u"reportFilter"_s);
    m_field->setPlaceholderText(tr("筛选报告"));
    m_field->setAccessibleName(tr("筛选报告"));
    m_field->setClearButtonEnabled(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    top->addWidget(m_field);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    connect(m_field, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    const auto choose = [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT chosen(index.data(ReportListModel::IdRole).toUuid());
    };
    connect(m_view, &QListView::clicked, this, choose);
    connect(m_view, &QListView::activated, this, choose);
}

void ReportList::setReports(const QList<StoredReport> &reports)
{
    const QUuid now = m_view->currentIndex().data(ReportListModel::IdRole).toUuid();
    m_model->setReports(reports);
    setCurrent(now);
}

void ReportList::setCurrent(const QUuid &id)
{
    const QModelIndex at = m_filter->mapFromSource(m_model->indexOf(id));
    if (at != m_view->currentIndex())
        m_view->setCurrentIndex(at);
}

QList<QUuid> ReportList::unfinished(const QUuid &id, bool forward) const
{
    const int count = m_filter->rowCount();
    int at = m_filter->mapFromSource(m_model->indexOf(id)).row(); // -1: begin at the end one comes from
    if (at < 0)
        at = forward ? -1 : count;
    QList<QUuid> out;
    for (int step = 1; step <= count; ++step) {
        const int row = ((forward ? at + step : at - step) % count + count) % count;
        const QModelIndex index = m_filter->index(row, 0);
        const QString state = index.data(ReportListModel::StateRole).toString();
        const int open = index.data(ReportListModel::ErrorsRole).toInt() + index.data(ReportListModel::WarningsRole).toInt()
            + index.data(ReportListModel::WaitingRole).toInt();
        const QUuid other = index.data(ReportListModel::IdRole).toUuid();
        if (open > 0 && other != id && state != "done"_L1 && state != "returned"_L1)
            out << other;
    }
    return out;
}

} // namespace gouji
