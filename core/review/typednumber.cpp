// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/typednumber.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxWholeDigits = 12;
constexpr int MaxDecimals = 4;

Error refused(const QString &message) { return {u"refused"_s, message}; }

/// Half-width form of the characters a number is written with; others stay. NFKC is not used: it would turn ① into 1.
QChar narrow(QChar c)
{
    if (c >= u'０' && c <= u'９')
        return QChar(c.unicode() - u'０' + u'0');
    switch (c.unicode()) {
    case u'．':
        return u'.';
    case u'－':
    case u'−':
        return u'-';
    case u'＋':
        return u'+';
    case u'，':
        return u',';
    default:
        return c.isSpace() ? u' ' : c;
    }
}

QString narrowed(QStringView text)
{
    QString out;
    for (const QChar c : text)
        out += narrow(c);
    return out.trimmed();
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Takes separators out where they group by three from the first group on; null where they stand anywhere else,
/// because 「12,3」 may be a mistyped point and 「12 3」 two numbers.
QString withoutSeparators(const QString &digits)
{
    QString out;
    QChar separator;
    qsizetype group = 0;
    for (const QChar c : digits) {
        if (isDigit(c)) {
            out += c;
            ++group;
            continue;
        }
        const bool first = separator.isNull();
        if ((!first && c != separator) || group > 3 || group == 0 || (!first && group != 3))
            return {};
        separator = c;
        group = 0;
    }
    return separator.isNull() || group == 3 ? out : QString();
}

struct Written {
    QString sign;
    QString whole;
    QString decimals;
    bool point = false;
};

std::optional<Written> split(QString text, const QStringList &counters)
{
    for (const QString &counter : counters) {
        if (text.endsWith(counter)) {
            text = text.chopped(counter.size()).trimmed();
            break;
        }
    }
    Written out;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        out.sign = text.left(1);
        text = text.mid(1).trimmed();
    }
    for (const QChar c : text) {
        if (!isDigit(c) && c != u'.' && c != u',' && c != u' ')
            return std::nullopt;
    }
    const qsizetype point = text.indexOf(u'.');
    out.point = point >= 0;
    out.whole = withoutSeparators(out.point ? text.left(point) : text);
    out.decimals = out.point ? text.mid(point + 1) : QString();
    if (out.whole.isEmpty() || (out.point && (out.decimals.isEmpty() || withoutSeparators(out.decimals) != out.decimals)))
        return std::nullopt;
    return out;
}

Result<std::optional<Decimal>> valueOf(const Written &w, const QString &shown)
{
    QString whole = w.whole;
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    if (whole.size() > MaxWholeDigits)
        return refused(u"“%1”太大，最多 %2 位整数。"_s.arg(shown).arg(MaxWholeDigits));
    if (w.decimals.size() > MaxDecimals)
        return refused(u"“%1”的小数超过四位。"_s.arg(shown));
    return Decimal::fromString((w.sign == "-"_L1 ? u"-"_s : QString()) + whole + (w.point ? u'.' + w.decimals : QString()));
}

} // namespace

Result<std::optional<Decimal>> typedNumber(const QString &typed, CellKind kind)
{
    const QString shown = typed.trimmed();
    const QString text = narrowed(typed);
    if (text.isEmpty())
        return std::optional<Decimal>();
    QStringList counters{u"件"_s, u"个"_s, u"份"_s};
    if (kind == CellKind::Amount)
        counters = {u"万元"_s};
    const auto written = split(text, counters);
    if (!written)
        return refused(u"“%1”不是数字。"_s.arg(shown));
    if (!written->sign.isEmpty() && kind != CellKind::Change)
        return refused(
            written->sign == "-"_L1 ? u"“%1”是负数，这一格不能填负数。"_s.arg(shown) : u"“%1”不必写正号，这一格只填数字。"_s.arg(shown));
    if (written->point && kind != CellKind::Amount)
        return refused(u"“%1”有小数，这一格只能填整数。"_s.arg(shown));
    return valueOf(*written, shown);
}

Result<std::optional<Decimal>> printedNumber(const QString &printed)
{
    const QString shown = printed.trimmed();
    const auto written = split(narrowed(printed), {});
    if (!written)
        return refused(u"选中的“%1”不是一个数字。"_s.arg(shown.size() > 20 ? shown.left(20) + u'…' : shown));
    return valueOf(*written, shown);
}

TextRange numberIn(QStringView text)
{
    qsizetype begin = 0;
    while (begin < text.size() && !isDigit(narrow(text[begin])))
        ++begin;
    if (begin == text.size())
        return {};
    qsizetype end = text.size();
    while (!isDigit(narrow(text[end - 1])))
        --end;
    // A dash before a digit is a minus only where nothing but space stands before it: 「1-3」 is no number at all.
    if (begin > 0 && narrow(text[begin - 1]) == u'-' && text.left(begin - 1).trimmed().isEmpty())
        --begin;
    return {begin, end};
}

bool isBlankMark(QStringView text)
{
    for (const QChar c : text) {
        if (!c.isSpace() && !QStringView(u"/／-－—–―无").contains(c))
            return false;
    }
    return true;
}

} // namespace gouji
