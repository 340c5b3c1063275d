// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gouji {

class ChoicesView;
struct Suggestion;

/// Draws a suggestion: its number, what it does, for a whole row the values in their places with the changed ones marked,
/// and below in words what it mends and which equations turn.
class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ChoiceDelegate(ChoicesView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Suggestion &suggestion(const QModelIndex &index) const;
    int textWidth() const;
    int paintKey(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option) const;
    void paintRow(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const Suggestion &suggestion) const;

    ChoicesView *m_view;
};

} // namespace gouji
