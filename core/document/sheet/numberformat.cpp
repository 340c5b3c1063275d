// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sheet/numberformat.h"

#include "document/sheet/formatcode.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// As spreadsheets show a number without a format: at most 15 digits, no exponent where it can be helped.
QString general(double value)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return QString::number(value, 'f', 0);
    return std::abs(value) >= 1e-4 && std::abs(value) < 1e15 ? QString::number(value, 'g', 15) : QString::number(value, 'g', 6);
}

/// Rounds as spreadsheets do, half away from zero, on the decimal digits and not on the binary number.
QString rounded(double value, int decimals)
{
    const double exact = QString::number(value * std::pow(10.0, decimals), 'g', 15).toDouble();
    if (!std::isfinite(exact) || std::abs(exact) > 1e15)
        return QString::number(value, 'f', decimals);
    QString digits = QString::number(std::round(exact), 'f', 0);
    if (decimals == 0)
        return digits;
    digits = digits.rightJustified(decimals + 1, u'0');
    return digits.left(digits.size() - decimals) + u'.' + digits.right(decimals);
}

/// What the places for digits of a section ask for.
struct Digits {
    int wholeZeros = 0;
    int decimals = 0;
    int decimalZeros = 0;
    double factor = 1;
    bool separated = false; ///< by thousands
    bool odd = false; ///< an exponent or a fraction

    explicit Digits(const FormatSection &section)
    {
        bool point = false;
        int commas = 0; // behind the last digit they divide
        for (const FormatPiece &p : section.pieces) {
            if (p.code == u'%') {
                factor *= 100;
            } else if (p.code == u'.') {
                point = true;
            } else if (p.code == u',') {
                ++commas;
            } else if (p.code == u'E' || (p.code.isNull() && p.text == u'/')) {
                odd = true;
            } else if (!p.code.isNull()) {
                separated = separated || (commas > 0 && !point);
                commas = 0;
                if (point)
                    ++decimals;
                else
                    wholeZeros += p.code == u'0';
                decimalZeros = point && p.code == u'0' ? decimals : decimalZeros;
            }
        }
        factor /= std::pow(1000.0, commas);
        decimals = std::min(decimals, 15);
        wholeZeros = std::min(wholeZeros, 30);
    }
};

QString numberText(double value, const Digits &digits)
{
    QString number = rounded(value * digits.factor, digits.decimals);
    for (int decimals = digits.decimals; decimals > digits.decimalZeros && number.endsWith(u'0'); --decimals)
        number.chop(1);
    const qsizetype point = number.indexOf(u'.');
    QString whole = number.left(point < 0 ? number.size() : point);
    QString rest = point < 0 ? QString() : number.mid(point);
    if (rest == u"."_s)
        rest.clear();
    whole = whole == u"0"_s && digits.wholeZeros == 0 ? QString() : whole.rightJustified(digits.wholeZeros, u'0');
    for (qsizetype at = whole.size() - 3; digits.separated && at > 0; at -= 3)
        whole.insert(at, u',');
    return whole + rest;
}

QString shownByDigits(double value, const FormatSection &section)
{
    const Digits digits(section);
    if (digits.odd)
        return general(value);
    QString out;
    bool written = false;
    for (const FormatPiece &p : section.pieces) {
        if (p.code.isNull())
            out += p.text;
        else if (p.code == u'%')
            out += u'%';
        else if (!std::exchange(written, true))
            out += numberText(value, digits);
    }
    return out;
}

QString shownAsDate(double value, const FormatSection &section, bool from1904)
{
    const QDateTime time
        = QDateTime(QDate(1899, 12, 30), QTime(0, 0), Qt::UTC).addDays(from1904 ? 1462 : 0).addSecs(std::llround(value * 86400));
    const auto padded = [](int n, int length) { return QString::number(n).rightJustified(length >= 2 ? 2 : 1, u'0'); };
    QString out;
    bool minutes = false; // "m" behind hours or before seconds
    for (qsizetype i = 0; i < section.pieces.size(); ++i) {
        const FormatPiece &p = section.pieces[i];
        const auto next
            = std::find_if(section.pieces.begin() + i + 1, section.pieces.end(), [](const FormatPiece &q) { return !q.code.isNull(); });
        if (p.code.isNull())
            out += p.text;
        else if (p.code == u'y')
            out += p.length <= 2 ? padded(time.date().year() % 100, 2) : QString::number(time.date().year());
        else if (p.code == u'm' && (minutes || (next != section.pieces.end() && next->code == u's')))
            out += padded(time.time().minute(), p.length);
        else if (p.code == u'm')
            out += padded(time.date().month(), p.length);
        else if (p.code == u'd')
            out += p.length > 2 ? QString() : padded(time.date().day(), p.length); // three are the day of the week
        else if (p.code == u'h')
            out += padded(time.time().hour(), p.length);
        else if (p.code == u's')
            out += padded(time.time().second(), p.length);
        else
            out += p.code;
        minutes = p.code == u'h' || (minutes && p.code.isNull());
    }
    return out;
}

} // namespace

QString shownNumber(double value, const QString &format, bool from1904)
{
    constexpr double LastDay = 2958466; // of the year 9999
    if (format.isEmpty() || !std::isfinite(value))
        return general(value);
    const QList<FormatSection> sections = sectionsOf(format);
    const bool conditions = std::any_of(sections.begin(), sections.end(), [](const FormatSection &s) { return s.compares != 0; });
    qsizetype chosen = 0;
    if (conditions) {
        while (chosen + 1 < sections.size() && !sections[chosen].holds(value))
            ++chosen;
    } else if (value < 0 && sections.size() > 1) {
        chosen = 1;
    } else if (value == 0 && sections.size() > 2) {
        chosen = 2;
    }
    const FormatSection &section = sections[chosen];
    if (section.has(u"G@"))
        return general(value);
    if (section.has(u"ymdhs") && !section.has(u"#?"))
        return value < 0 || value > LastDay ? general(value) : shownAsDate(value, section, from1904);
    // A section for negative numbers writes their sign itself.
    const bool writesSign = chosen == 1 && !conditions;
    const QString shown = shownByDigits(std::abs(value), section);
    const bool isZero = std::none_of(shown.begin(), shown.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    return value < 0 && !writesSign && !isZero ? u'-' + shown : shown;
}

QString builtInFormat(int id)
{
    switch (id) {
    case 1:
        return u"0"_s;
    case 2:
        return u"0.00"_s;
    case 3:
        return u"#,##0"_s;
    case 4:
        return u"#,##0.00"_s;
    case 9:
        return u"0%"_s;
    case 10:
        return u"0.00%"_s;
    case 37:
    case 38:
        return u"#,##0_);(#,##0)"_s;
    case 39:
    case 40:
        return u"#,##0.00_);(#,##0.00)"_s;
    case 41:
    case 42:
        return u"_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"_s;
    case 43:
    case 44:
        return u"_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"_s;
    default:
        break;
    }
    // Dates; of these numbers 27 to 36 and 50 to 58 are Chinese ones.
    if ((id >= 27 && id <= 31) || (id >= 50 && id <= 58))
        return u"yyyy\"年\"m\"月\"d\"日\""_s;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
        return u"h:mm:ss"_s;
    return (id >= 14 && id <= 17) || id == 22 || id == 36 ? u"yyyy-m-d"_s : QString();
}

} // namespace gouji
