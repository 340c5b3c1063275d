// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/cells/cellmarks.h"

#include <QStyledItemDelegate>

namespace gouji {

/// Paints one rectangle of the form: a head, or a value with its marks. Keeps no data; asks the model by role.
/// State_Selected: part of the chosen run; State_HasFocus: the current cell; State_On: cut, waiting to be pasted.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The fill, the signs and the frame of a value cell; the legend paints its samples with it too.
    static void paintValue(QPainter *painter, const QRect &rect, const QPalette &palette, const QFont &font, const QString &text,
        CellMarks marks, QStyle::State state, QChar trace);

private:
    static void paintPreview(QPainter *painter, const QStyleOptionViewItem &option, const QString &now, const QString &then);
    static void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QString &text);
};

} // namespace gouji
