// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/printednumber.h"

#include "recovery/text/characters.h"

#include <QVarLengthArray>

#include <algorithm>

namespace gouji {

namespace {

char16_t digitFor(QChar c)
{
    switch (c.unicode()) {
    case u'O':
    case u'o':
    case u'\u3007': // 〇
    case u'\u25cb': // ○
    case u'\u25ef':
        return u'0';
    case u'l':
    case u'I':
        return u'1';
    case u'Z':
        return u'2';
    case u'S':
        return u'5';
    case u'B':
        return u'8';
    default:
        return 0;
    }
}

bool isCounter(QStringView s)
{
    if (s.size() > 2 && s.front() == u'(' && s.back() == u')')
        s = s.mid(1, s.size() - 2);
    return !s.isEmpty() && counterBefore(s) == s.size();
}

/// ①, ¹, *, ※, [1], (注), (注1), 注1: points to a footnote.
bool isNoteMark(QStringView s)
{
    const auto isMark = [](QChar c) {
        const char16_t u = c.unicode();
        return u == u'*' || u == u'\u203b' || (u >= u'\u2460' && u <= u'\u2473') || u == u'\u00b9' || u == u'\u00b2' || u == u'\u00b3'
            || (u >= u'\u2074' && u <= u'\u2079');
    };
    if (s.size() == 1 && isMark(s[0]))
        return true;
    const bool square = s.size() >= 3 && s.front() == u'[' && s.back() == u']';
    const bool round = s.size() >= 3 && s.front() == u'(' && s.back() == u')';
    QStringView inner = square || round ? s.mid(1, s.size() - 2) : s;
    const bool word = inner.startsWith(u'注');
    if (word)
        inner = inner.mid(1);
    constexpr qsizetype MostDigits = 2;
    return (square || word) && inner.size() <= MostDigits && (word || !inner.isEmpty()) && std::all_of(inner.begin(), inner.end(), isDigit);
}

} // namespace

qsizetype counterBefore(QStringView text)
{
    // longer ones before those they begin with
    static constexpr QStringView Counters[] = {u"件次", u"万元", u"人次", u"批次", u"件", u"个", u"份", u"宗", u"条", u"项", u"起", u"部",
        u"例", u"次", u"元", u"人", u"家", u"户", u"批", u"篇", u"张", u"处"};
    if (text.isEmpty())
        return 0;
    for (const QStringView counter : Counters) {
        if (counter.front() == text.front() && text.startsWith(counter))
            return counter.size();
    }
    return 0;
}

std::optional<Decimal> readNumber(QStringView piece, bool *lookalike)
{
    if (piece == u"零") {
        if (lookalike)
            *lookalike = true;
        return Decimal();
    }
    QVarLengthArray<char16_t, 32> digits;
    bool mended = false;
    qsizetype i = 0;
    if (!piece.isEmpty() && (piece[0] == u'-' || piece[0] == u'\u2212')) {
        digits.append(u'-');
        ++i;
    } else if (!piece.isEmpty() && piece[0] == u'+') {
        ++i;
    }
    int sinceSeparator = -1; // digits since the last thousands separator; -1: none yet
    int solid = 0;
    bool point = false;
    for (; i < piece.size(); ++i) {
        const QChar c = piece[i];
        if (isDigit(c)) {
            digits.append(c.unicode());
            ++solid;
            if (sinceSeparator >= 0)
                ++sinceSeparator;
        } else if (c == u'.' && solid > 0 && !point && i + 1 < piece.size()) {
            if (sinceSeparator >= 0 && sinceSeparator != 3)
                return std::nullopt;
            digits.append(u'.');
            point = true;
            sinceSeparator = -1;
        } else if ((c == u',' || c == u'\'' || c == u'\u066c') && !point && solid > 0
            && (sinceSeparator < 0 ? solid <= 3 : sinceSeparator == 3)) {
            sinceSeparator = 0;
        } else if (const char16_t d = digitFor(c)) {
            digits.append(d);
            ++solid;
            mended = true;
            if (sinceSeparator >= 0)
                ++sinceSeparator;
        } else {
            break;
        }
    }
    if (solid == 0 || (sinceSeparator >= 0 && sinceSeparator != 3))
        return std::nullopt;
    const bool noted = i < piece.size() && isNoteMark(piece.mid(i));
    if (i < piece.size() && !noted && !isCounter(piece.mid(i)))
        return std::nullopt;
    if (mended && solid > 9)
        return std::nullopt;
    if (lookalike)
        *lookalike = mended || noted;
    return Decimal::fromString(QStringView(digits.data(), digits.size()));
}

bool isNoValue(QStringView s)
{
    constexpr QStringView names[] = {u"NaN", u"nan", u"None", u"null", u"NULL", u"N/A", u"NA", u"#N/A"};
    return s.size() <= 4 && std::find(std::begin(names), std::end(names), s) != std::end(names);
}

bool isEmptyMark(QStringView s)
{
    constexpr QStringView words[] = {u"不适用", u"不涉及", u"未开展", u"暂无", u"没有", u"无数据", u"未发生", u"无此项", u"无。"};
    if (s.size() > 1 && s.size() <= 3 && std::find(std::begin(words), std::end(words), s) != std::end(words))
        return true;
    if (s == u"无" || s == u"/" || s == u"\\" || s == u"／" || isNoValue(s))
        return true;
    if (s.isEmpty() || s.size() > 3)
        return false;
    for (const QChar c : s) {
        if (c != u'-' && c != u'\u2014' && c != u'\u2013' && c != u'\u2212' && c != u'\u2015' && c != u'\uff0d' && c != u'\u2500')
            return false;
    }
    return true;
}

bool isSheetError(QStringView s)
{
    if (s.size() < 2 || (s[0] != u'#' && s[0] != u'='))
        return false;
    const bool hidden = std::all_of(s.begin(), s.end(), [](QChar c) { return c == u'#'; });
    const bool named = s[0] == u'#' && s.size() >= 4 && s[1] >= u'A' && s[1] <= u'Z' && (s.back() == u'!' || s.back() == u'?');
    const bool formula = s[0] == u'=' && s[1] >= u'A' && s[1] <= u'Z' && s.back() == u')';
    return (hidden && s.size() >= 3) || named || formula;
}

QStringView unemphasised(QStringView s)
{
    constexpr qsizetype MostMarks = 3;
    for (qsizetype i = 0; i < MostMarks && s.size() >= 3 && s.front() == s.back(); ++i) {
        if (s.front() != u'*' && s.front() != u'_' && s.front() != u'`')
            break;
        s = s.mid(1, s.size() - 2);
    }
    return s;
}

bool isStrayMark(QStringView s)
{
    if (s.size() > 2)
        return false;
    for (const QChar c : s) {
        if (c.isLetterOrNumber())
            return false;
    }
    return true;
}

} // namespace gouji
