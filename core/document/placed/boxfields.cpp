// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/placed/boxfields.h"

#include <algorithm>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double Farthest = 1e6; // no page is larger, in no unit

bool isOneOf(QStringView name, std::initializer_list<QLatin1StringView> names)
{
    return std::any_of(names.begin(), names.end(), [&](QLatin1StringView n) { return name.compare(n, Qt::CaseInsensitive) == 0; });
}

} // namespace

void BoxFields::put(Field field, double value, int rank)
{
    if (rank <= m_ranks[field] || !(std::abs(value) < Farthest))
        return;
    m_values[field] = value;
    m_ranks[field] = rank;
}

void BoxFields::set(QStringView name, double value)
{
    if (name.isEmpty() || name.size() > 8)
        return;
    if (isOneOf(name, {"left"_L1, "x0"_L1, "xmin"_L1, "hpos"_L1, "x"_L1, "l"_L1}))
        put(Left, value, 1);
    else if (isOneOf(name, {"top"_L1, "ymin"_L1, "vpos"_L1, "t"_L1}))
        put(Top, value, 2);
    else if (isOneOf(name, {"y"_L1, "y0"_L1}))
        put(Top, value, 1);
    else if (isOneOf(name, {"right"_L1, "x1"_L1, "xmax"_L1, "r"_L1}))
        put(Right, value, 1);
    else if (isOneOf(name, {"bottom"_L1, "ymax"_L1, "b"_L1}))
        put(Bottom, value, 2);
    else if (isOneOf(name, {"y1"_L1}))
        put(Bottom, value, 1);
    else if (isOneOf(name, {"width"_L1, "w"_L1}))
        put(Width, value, 1);
    else if (isOneOf(name, {"height"_L1, "h"_L1}))
        put(Height, value, 1);
}

void BoxFields::setAll(QStringView name, const std::vector<double> &values)
{
    if ((values.size() != 4 && values.size() != 8)
        || !isOneOf(name, {"bbox"_L1, "quad"_L1, "box"_L1, "title"_L1, "poly"_L1, "polygon"_L1, "points"_L1, "coords"_L1, "dt_polys"_L1}))
        return;
    const bool corners = values.size() == 8;
    for (size_t i = 0; i < values.size(); i += 2) {
        const bool first = i == 0;
        const auto smaller = [&](Field f, double v) { put(f, first ? v : std::min(m_values[f], v), first ? 3 : 4 + int(i)); };
        const auto larger = [&](Field f, double v) { put(f, first ? v : std::max(m_values[f], v), first ? 3 : 4 + int(i)); };
        if (corners || first) {
            smaller(Left, values[i]);
            smaller(Top, values[i + 1]);
        }
        if (corners || !first) {
            larger(Right, values[i]);
            larger(Bottom, values[i + 1]);
        }
    }
}

std::optional<QSizeF> BoxFields::size() const
{
    if (has(Width) && has(Height))
        return QSizeF(m_values[Width], m_values[Height]);
    if (has(Right) && has(Bottom) && isPlaced())
        return QSizeF(m_values[Right] - m_values[Left], std::abs(m_values[Bottom] - m_values[Top]));
    return std::nullopt;
}

std::optional<QRectF> BoxFields::box() const
{
    const auto s = size();
    if (!isPlaced() || !s || s->width() <= 0 || s->height() <= 0)
        return std::nullopt;
    const double top = has(Bottom) ? std::min(m_values[Top], m_values[Bottom]) : m_values[Top];
    return QRectF(QPointF(m_values[Left], top), *s);
}

std::vector<double> BoxFields::numbersIn(QStringView text)
{
    if (const qsizetype end = text.indexOf(u';'); end >= 0)
        text = text.left(end);
    if (text.startsWith("bbox "_L1))
        text = text.mid(5);
    std::vector<double> out;
    for (qsizetype i = 0; i < text.size() && out.size() < 9;) {
        qsizetype end = i;
        while (end < text.size() && text[end] != u' ' && text[end] != u',')
            ++end;
        if (end > i) {
            bool ok = false;
            out.push_back(text.mid(i, end - i).toDouble(&ok));
            if (!ok)
                return {};
        }
        i = end + 1;
    }
    return out;
}

} // namespace gouji
