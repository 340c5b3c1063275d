// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/reportlist.h"

#include "common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
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
        const int errors = index.data(QueueModel::ErrorsRole).toInt();
        const int warnings = index.data(QueueModel::WarningsRole).toInt();
        const int year = index.data(QueueModel::YearRole).toInt();
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
        const QString facts = (year > 0 ? QString::number(year) : u"?"_s) + u" · "_s + index.data(QueueModel::StateTitleRole).toString();
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

ReportList::ReportList(QueueModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new QListView(this))
    , m_field(new QLineEdit(this))
    , m_narrowed(new QLabel(this))
{
    setObjectName(u"reportList"_s);
    setProperty("manualTopic", tr("报告队列"));
    m_view->setObjectName(u"reportListView"_s);
    m_view->setAccessibleName(tr("报告列表"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ReportDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_field->setObjectName(u"reportFilter"_s);
    m_field->setPlaceholderText(tr("筛选报告"));
    m_field->setAccessibleName(tr("筛选报告"));
    m_field->setClearButtonEnabled(true);
    m_narrowed->setObjectName(u"reportListNarrowed"_s);
    m_narrowed->setFont(theme::small(font()));
    m_narrowed->setForegroundRole(QPalette::PlaceholderText);
    m_narrowed->setWordWrap(true);
    m_narrowed->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    top->setSpacing(theme::Grid);
    top->addWidget(m_field);
    top->addWidget(m_narrowed);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        QueueFilter filter = m_model->filter();
        filter.text = text;
        m_model->setFilter(filter);
    });
    connect(m_model, &QueueModel::facetsChanged, this, [this] {
        if (m_field->text() != m_model->filter().text)
            m_field->setText(m_model->filter().text);
        m_narrowed->setVisible(!m_model->filter().isEmpty());
        m_narrowed->setText(tr("已筛选：%1 / %2 份").arg(m_model->rowCount()).arg(m_model->total()));
        setCurrent(m_current);
    });
    const auto choose = [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT chosen(index.data(QueueModel::IdRole).toUuid());
    };
    connect(m_view, &QListView::clicked, this, choose);
    connect(m_view, &QListView::activated, this, choose);
}

void ReportList::setCurrent(const QUuid &id)
{
    m_current = id;
    const QModelIndex at = m_model->indexOf(id);
    if (at != m_view->currentIndex())
        m_view->setCurrentIndex(at);
}

QList<QUuid> ReportList::unfinished(const QUuid &id, bool forward) const { return m_model->unfinished(id, forward); }

} // namespace gouji
