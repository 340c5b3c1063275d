// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace gouji {

/// What a program that tells where words stand says of one of them, under whatever names: left and top with right and bottom or with
/// width and height, all four in one ("bbox"), the corners of it. Units are the program's own.
class BoxFields {
public:
    void set(QStringView name, double value);
    void setAll(QStringView name, const std::vector<double> &values); ///< two corners, or all four

    bool isPlaced() const { return has(Left) && has(Top); }
    std::optional<QRectF> box() const; ///< nothing where no size is told
    QPointF corner() const { return {m_values[Left], m_values[Top]}; }
    std::optional<QSizeF> size() const;

    /// The numbers of "12,5 30.5 99 120" or "bbox 12 30 99 120; x_wconf 96".
    static std::vector<double> numbersIn(QStringView text);

private:
    enum Field { Left, Top, Right, Bottom, Width, Height, Count };
    bool has(Field field) const { return m_ranks[field] > 0; }
    void put(Field field, double value, int rank);

    std::array<double, Count> m_values{};
    std::array<int, Count> m_ranks{}; ///< how much a name is worth: files tell the height above the page's foot as well as below its top
};

} // namespace gouji
