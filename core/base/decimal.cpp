// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

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
    const qint64 magnitude = m_units < 0 ? -m_units : m_units;
    QString out = QString::number(magnitude / Scale);
    if (const qint64 rest = magnitude % Scale) {
        QString digits = QString::number(rest).rightJustified(4, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        out += u'.' + digits;
    }
    return m_units < 0 ? u'-' + out : out;
}

} // namespace gouji
