// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace gouji {

/// An exact number of at most four decimals, as the form prints them (counts, and money in 万元).
/// Magnitude: up to 12 digits before the point, so that sums of a whole table cannot overflow.
class Decimal
{
public:
    constexpr Decimal() = default;
    constexpr explicit Decimal(qint64 whole)
        : m_units(whole * Scale)
    {
    }

    /// Takes plain half-width digits with an optional leading '-' and an optional '.' with one to four decimals.
    /// Anything else, or a number too long, is no value.
    static std::optional<Decimal> fromString(QStringView text);
    static constexpr Decimal fromUnits(qint64 tenThousandths)
    {
        Decimal d;
        d.m_units = tenThousandths;
        return d;
    }

    QString toString() const; ///< canonical: no separators, no trailing zeros after the point
    char *write(char *to) const; ///< the same in at most 24 bytes; returns the end
    constexpr qint64 units() const { return m_units; } ///< in ten-thousandths
    constexpr qint64 whole() const { return m_units / Scale; } ///< truncated towards zero
    constexpr bool isWhole() const { return m_units % Scale == 0; }
    constexpr bool isNegative() const { return m_units < 0; }
    constexpr bool isZero() const { return m_units == 0; }

    friend constexpr Decimal operator+(Decimal a, Decimal b) { return fromUnits(a.m_units + b.m_units); }
    friend constexpr Decimal operator-(Decimal a, Decimal b) { return fromUnits(a.m_units - b.m_units); }
    Decimal &operator+=(Decimal b)
    {
        m_units += b.m_units;
        return *this;
    }
    friend constexpr auto operator<=>(Decimal a, Decimal b) = default;
    friend constexpr bool operator==(Decimal a, Decimal b) = default;

private:
    static constexpr qint64 Scale = 10000;
    qint64 m_units = 0;
};

} // namespace gouji
