// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativenumber.h"

namespace gouji {

namespace {

constexpr qint64 Scale = 10000;
constexpr qint64 MostUnits = Scale * 1000000000000; ///< a million million: no report counts that far

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

int chineseDigit(QChar c)
{
    switch (c.unicode()) { // asked of every character
    case u'零':
    case u'〇':
        return 0;
    case u'一':
        return 1;
    case u'二':
    case u'两':
        return 2;
    case u'三':
        return 3;
    case u'四':
        return 4;
    case u'五':
        return 5;
    case u'六':
        return 6;
    case u'七':
        return 7;
    case u'八':
        return 8;
    case u'九':
        return 9;
    default:
        return -1;
    }
}

qint64 chineseUnit(QChar c)
{
    switch (c.unicode()) {
    case u'十':
        return 10;
    case u'百':
        return 100;
    case u'千':
        return 1000;
    case u'万':
        return 10000;
    case u'亿':
        return 100000000;
    default:
        return 0;
    }
}

/// 二千三百零五万 and the like; digits without units (二〇二三) are read as they stand.
std::optional<qint64> chineseValue(QStringView text)
{
    qint64 total = 0;
    qint64 section = 0;
    qint64 digit = -1;
    bool units = false;
    qint64 plain = 0;
    for (const QChar c : text) {
        if (const int d = chineseDigit(c); d >= 0) {
            plain = plain * 10 + d;
            if (plain > MostUnits)
                return std::nullopt;
            digit = d;
            continue;
        }
        const qint64 unit = chineseUnit(c);
        units = true;
        if (unit >= 10000) {
            section += digit > 0 ? digit : 0;
            if (total + section > MostUnits / unit)
                return std::nullopt;
            total = (total + section) * unit;
            section = 0;
        } else {
            section += (digit > 0 ? digit : 1) * unit;
        }
        digit = -1;
    }
    if (!units)
        return plain;
    return total + section + (digit > 0 ? digit : 0);
}

bool approximatedBefore(QStringView text, qsizetype at)
{
    if (text.left(at).endsWith(u"其余") || text.left(at).endsWith(u"剩余")) // the rest, counted exactly
        return false;
    for (const QStringView word : {QStringView(u"约"), QStringView(u"近"), QStringView(u"逾"), QStringView(u"超"), QStringView(u"超过"),
             QStringView(u"不足"), QStringView(u"大概"), QStringView(u"达到近"), QStringView(u"余")}) {
        if (text.left(at).endsWith(word))
            return true;
    }
    return false;
}

bool isMore(QChar c) { return c == u'余' || c == u'多' || c == u'几' || c == u'来'; }

} // namespace

bool ProseNumber::covers(Decimal actual) const
{
    if (actual == value)
        return true;
    const qint64 difference = actual.units() - value.units();
    if (scaled)
        return difference >= -unit.units() / 2 && difference < unit.units();
    return false;
}

qsizetype numeralsEnd(QStringView text, qsizetype at)
{
    if (chineseDigit(text[at]) < 0 && text[at] != u'十')
        return at;
    while (at < text.size() && (chineseDigit(text[at]) >= 0 || chineseUnit(text[at]) > 0))
        ++at;
    return at;
}

std::optional<ProseNumber> readNumber(QStringView text, qsizetype at)
{
    ProseNumber out;
    out.begin = at;
    qsizetype i = at;
    qint64 units = 0;
    qint64 last = Scale; // one in the last digit, in units of Decimal
    if (isDigit(text[i])) {
        qsizetype run = 0;
        const auto take = [&] {
            while (i < text.size() && isDigit(text[i])) {
                units = units * 10 + (text[i].unicode() - u'0') * Scale;
                if (units > MostUnits)
                    return false;
                ++i;
                ++run;
            }
            return true;
        };
        if (!take())
            return std::nullopt;
        const auto thousands = [&] {
            return i + 3 < text.size() && text[i] == u',' && isDigit(text[i + 1]) && isDigit(text[i + 2]) && isDigit(text[i + 3])
                && (i + 4 >= text.size() || !isDigit(text[i + 4]));
        };
        if (run <= 3 && text[at] != u'0') {
            while (thousands()) {
                ++i;
                if (!take())
                    return std::nullopt;
            }
        }
        if (i + 1 < text.size() && text[i] == u'.' && isDigit(text[i + 1])) {
            qint64 place = Scale;
            ++i;
            while (i < text.size() && isDigit(text[i])) {
                place /= 10;
                if (place == 0)
                    return std::nullopt;
                units += (text[i].unicode() - u'0') * place;
                ++i;
            }
            last = place;
        }
        if (i < text.size() && isMore(text[i]) && text[i] != u'来' && text[i] != u'几') {
            out.approximate = true;
            ++i;
        }
        while (i < text.size() && (text[i] == u'万' || text[i] == u'亿' || text[i] == u'千' || text[i] == u'百')) {
            const qint64 factor = chineseUnit(text[i]);
            if (units > MostUnits / factor)
                return std::nullopt;
            units *= factor;
            last *= factor;
            out.scaled = true;
            ++i;
        }
    } else if (const qsizetype end = numeralsEnd(text, i); end > i) {
        const std::optional<qint64> value = chineseValue(text.mid(i, end - i));
        if (!value || *value > MostUnits / Scale)
            return std::nullopt;
        units = *value * Scale;
        out.chinese = true;
        i = end;
    } else {
        return std::nullopt;
    }
    if (i < text.size() && isMore(text[i])) {
        out.approximate = true;
        ++i;
        while (i < text.size() && chineseUnit(text[i]) >= 10000) {
            if (units > MostUnits / chineseUnit(text[i]))
                return std::nullopt;
            units *= chineseUnit(text[i]);
            last *= chineseUnit(text[i]);
            ++i;
        }
    }
    out.approximate = out.approximate || approximatedBefore(text, at);
    out.value = Decimal::fromUnits(units);
    out.unit = Decimal::fromUnits(last);
    out.end = i;
    return out;
}

} // namespace gouji
