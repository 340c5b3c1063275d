// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/facetview.h"

#include "common/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int Left = 3 * theme::Grid;
constexpr int Box = 3 * theme::Grid; ///< side of the box before a value

/// A head, or a box, a name and a count.
class FacetDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = QFontMetrics(option.font).height();
        const bool head = index.data(FacetModel::KindRole).toInt() == FacetModel::Head;
        return {30 * theme::Grid, line + (head ? 4 * theme::Grid : 2 * theme::Grid)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette &p = option.palette;
        const int kind = index.data(FacetModel::KindRole).toInt();
        const bool chosen = index.data(FacetModel::ChosenRole).toBool();
        QRect box = option.rect.adjusted(Left, 0, -3 * theme::Grid, 0);
        if (kind == FacetModel::Head) {
            painter->setFont(theme::strong(theme::small(option.font)));
            painter->setPen(theme::mutedInk(p));
            painter->drawText(box.adjusted(0, 2 * theme::Grid, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter), index.data().toString());
            painter->restore();
            return;
        }
        if (chosen)
            painter->fillRect(option.rect, theme::selectionWash(p));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme::headFill(p));
        const QFont face = chosen ? theme::strong(option.font) : option.font;
        if (kind == FacetModel::Value)
            paintBox(painter, QRect(box.left(), box.center().y() - Box / 2, Box, Box), chosen, p);
        box.setLeft(box.left() + Box + 2 * theme::Grid);
        if (kind == FacetModel::Value) {
            const QString count = QLocale().toString(index.data(FacetModel::CountRole).toInt());
            painter->setFont(theme::small(option.font));
            painter->setPen(theme::mutedInk(p));
            painter->drawText(box, int(Qt::AlignRight | Qt::AlignVCenter), count);
            box.setRight(box.right() - painter->fontMetrics().horizontalAdvance(count) - 2 * theme::Grid);
        }
        painter->setFont(face);
        painter->setPen(kind == FacetModel::More ? theme::accent(p) : p.color(QPalette::Text));
        painter->drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
        if (option.state & QStyle::State_HasFocus) {
            painter->setRenderHint(QPainter::Antialiasing, false);
            painter->setPen(QPen(theme::accent(p), 1));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    static void paintBox(QPainter *painter, const QRect &box, bool chosen, const QPalette &p)
    {
        painter->setPen(QPen(chosen ? theme::accent(p) : theme::mutedInk(p), 1));
        painter->setBrush(chosen ? QBrush(theme::accent(p)) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->setBrush(Qt::NoBrush);
        if (!chosen)
            return;
        const QRectF r(box);
        painter->setPen(QPen(p.color(QPalette::HighlightedText), 1.6));
        painter->drawPolyline(QPolygonF{{r.left() + r.width() * 0.25, r.top() + r.height() * 0.52},
            {r.left() + r.width() * 0.43, r.top() + r.height() * 0.70}, {r.left() + r.width() * 0.76, r.top() + r.height() * 0.32}});
    }
};

} // namespace

FacetView::FacetView(FacetModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(u"queueFacets"_s);
    setAccessibleName(tr("筛选条件"));
    setModel(model);
    setItemDelegate(new FacetDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, &FacetView::toggle);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (hasFocus())
            findCurrent();
    });
}

void FacetView::toggle(const QModelIndex &index)
{
    const Facet facet = Facet(index.data(FacetModel::FacetRole).toInt());
    const QString value = index.data(FacetModel::ValueRole).toString();
    const bool isValue = index.data(FacetModel::KindRole).toInt() == FacetModel::Value;
    const int row = index.row();
    m_model->toggle(index);
    // The list may have been made anew; the hand stays where it was.
    setCurrentIndex(isValue ? m_model->indexOf(facet, value) : m_model->index(row));
}

/// Who comes here with Tab sees where the hand is, also when the list was made anew meanwhile.
void FacetView::findCurrent()
{
    for (int row = 0; row < m_model->rowCount() && !currentIndex().isValid(); ++row) {
        if (m_model->index(row).flags() & Qt::ItemIsSelectable)
            setCurrentIndex(m_model->index(row));
    }
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

void FacetView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    findCurrent();
}

void FacetView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        toggle(currentIndex());
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace gouji
