// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gouji {

/// Draws a place of CompareTableModel: the value, and below it the other report's with the difference. A value that
/// differs is bold on a wash with a bar at its left, one in doubt has a dashed frame, one that cannot be compared a hatching.
class CompareDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    static int valueHeight(const QFont &font, bool two); ///< of a place with a value, or with two below each other
    static int headHeight(const QFont &font, const QString &text, int width);

private:
    void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const;
};

} // namespace gouji
