// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <charconv>

namespace gouji {

std::optional<Decimal> Decimal::fromString(QStringView text)
{
    constexpr int MaxWholeDigits = 12;
    constexpr int MaxDecimals = 4;
    qsizetype i = 0;
    const bool negative = !text.isEmpty() && text[0] == u'-';
    if (negative)
        ++i;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    qint64 units = 0;
    int whole = 0;
    for (; i < text.size() && isDigit(text[i]); ++i, ++whole) {
        if (whole == MaxWholeDigits)
            return std::nullopt;
        units = units * 10 + (text[i].unicode() - u'0');
    }
    if (whole == 0)
        return std::nullopt;
    int decimals = 0;
    if (i < text.size() && text[i] == u'.') {
        for (++i; i < text.size() && isDigit(text[i]); ++i, ++decimals) {
            if (decimals == MaxDecimals)
                return std::nullopt;
            units = units * 10 + (text[i].unicode() - u'0');
        }
        if (decimals == 0)
            return std::nullopt;
    }
    if (i != text.size())
        return std::nullopt;
    for (; decimals < MaxDecimals; ++decimals)
        units *= 10;
    return fromUnits(negative ? -units : units);
}

QString Decimal::toString() const
{
    char buffer[24];
    return QString::fromLatin1(buffer, write(buffer) - buffer);
}

char *Decimal::write(char *to) const
{
    const qint64 magnitude = m_units < 0 ? -m_units : m_units;
    if (m_units < 0)
        *to++ = '-';
    to = std::to_chars(to, to + 20, magnitude / Scale).ptr;
    qint64 rest = magnitude % Scale;
    if (rest == 0)
        return to;
    *to++ = '.';
    for (qint64 place = Scale / 10; rest > 0; rest %= place, place /= 10)
        *to++ = char('0' + rest / place);
    return to;
}

} // namespace gouji
