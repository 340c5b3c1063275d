// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <algorithm>

namespace gouji {

/// A transformation as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. Qt's own is in its GUI library.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    QPointF map(QPointF p) const { return {a * p.x() + c * p.y() + e, b * p.x() + d * p.y() + f}; }
    QRectF map(const QRectF &r) const
    {
        const QPointF p[] = {map(r.topLeft()), map(r.topRight()), map(r.bottomLeft()), map(r.bottomRight())};
        const auto [left, right] = std::minmax({p[0].x(), p[1].x(), p[2].x(), p[3].x()});
        const auto [top, bottom] = std::minmax({p[0].y(), p[1].y(), p[2].y(), p[3].y()});
        return {QPointF(left, top), QPointF(right, bottom)};
    }

    /// First `m`, then `n`.
    friend Matrix operator*(const Matrix &m, const Matrix &n)
    {
        return {m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d, m.c * n.a + m.d * n.c, m.c * n.b + m.d * n.d, m.e * n.a + m.f * n.c + n.e,
            m.e * n.b + m.f * n.d + n.f};
    }
};

} // namespace gouji
