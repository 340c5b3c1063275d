// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/linepieces.h"

#include "base/oneof.h"
#include "recovery/text/characters.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

/// "1.重复申请", "（五）…": a new label starts here although only a space parts it from the one before.
bool startsNumbered(QStringView piece)
{
    if (piece.size() >= 3 && isDigit(piece[0]) && (piece[1] == u'.' || piece[1] == u'、') && isIdeograph(piece[2]))
        return true;
    return piece.size() >= 3 && piece[0] == u'(' && isIdeograph(piece[1]) && piece[2] == u')';
}

/// The same with a space behind the number: "1. 属于国家秘密".
bool isNumbering(QStringView text, QStringView piece, qsizetype stop, qsizetype end)
{
    return piece.size() == 2 && isDigit(piece[0]) && (piece[1] == u'.' || piece[1] == u'、') && stop + 1 < end
        && isIdeograph(text[stop + 1]);
}

} // namespace

LinePieces::LinePieces(QStringView text)
    : m_text(text)
{
}

qsizetype LinePieces::decimalEnd(qsizetype i, qsizetype stop, qsizetype end) const
{
    const bool behind = m_text[stop - 1] == u'.'; // the space
    if (stop + (behind ? 1 : 2) >= end || m_text[stop] != u' ')
        return stop;
    const qsizetype whole = behind ? stop - 1 : stop;
    if (whole == i || !std::all_of(m_text.begin() + i, m_text.begin() + whole, isDigit) || (!behind && m_text[stop + 1] != u'.'))
        return stop;
    qsizetype out = behind ? stop + 1 : stop + 2;
    if (!isDigit(m_text[out]))
        return stop;
    while (out < end && isDigit(m_text[out]))
        ++out;
    return out == end || isSpace(m_text[out]) ? out : stop;
}

bool LinePieces::isBracketed(qsizetype i, qsizetype stop, qsizetype end, bool delimited) const
{
    return stop - i >= 3 && m_text[i] == u'(' && m_text[stop - 1] == u')' && isDigit(m_text[i + 1])
        && std::none_of(m_text.begin() + stop, m_text.begin() + end, isIdeograph)
        && (!delimited || std::none_of(m_text.begin() + i, m_text.begin() + end, isIdeograph));
}

bool LinePieces::digitFollows(qsizetype stop, qsizetype end) const
{
    while (stop < end && isSpace(m_text[stop]))
        ++stop;
    return stop < end && isDigit(m_text[stop]);
}

bool LinePieces::isPageMark(qsizetype i, qsizetype stop) const
{
    const auto isDash = [](QChar c) { return c == u'-' || c == u'\u2014' || c == u'\u2013'; };
    const auto at = [this](qsizetype k) { return k >= 0 && k < m_text.size() ? m_text[k] : QChar(u'\n'); };
    return at(i - 1) == u' ' && isDash(at(i - 2)) && !isSpace(at(i - 3)) && at(i - 3) != u'\n' && at(stop) == u' ' && isDash(at(stop + 1))
        && (at(stop + 2) == u'\n' || !isSpace(at(stop + 2)));
}

bool LinePieces::closesLine(qsizetype i, qsizetype stop, qsizetype end) const
{
    constexpr qsizetype LeastWording = 2;
    while (stop < end && isSpace(m_text[stop]))
        ++stop;
    qsizetype wording = 0;
    for (; i > 0 && m_text[i - 1] != u'\n' && wording < LeastWording; --i)
        wording += isIdeograph(m_text[i - 1]);
    return stop == end && wording == LeastWording;
}

bool LinePieces::startsLabel(QStringView piece, qsizetype stop, qsizetype end) const
{
    return startsNumbered(piece) || isNumbering(m_text, piece, stop, end);
}

bool LinePieces::isCounted(qsizetype stop, qsizetype end) const
{
    while (stop < end && isSpace(m_text[stop]))
        ++stop;
    if (stop >= end)
        return false;
    const QChar c = m_text[stop];
    if (c != u'位')
        return c == u'年' || c == u'月' || c == u'日' || c == u'号' || c == u'页';
    do
        ++stop;
    while (stop < end && isSpace(m_text[stop]));
    return stop < end && m_text[stop] == u'小';
}

qsizetype LinePieces::bookmarkEnd(qsizetype i) const
{
    constexpr qsizetype Longest = 80;
    const auto startsWith = [&](QStringView mark) {
        qsizetype at = i;
        for (const QChar c : mark) {
            while (at < m_text.size() && m_text[at] == u'\n')
                ++at;
            if (at >= m_text.size() || m_text[at] != c)
                return false;
            ++at;
        }
        return true;
    };
    if (!startsWith(u"[bookmark:") && !startsWith(u"[image:"))
        return i;
    const qsizetype close = m_text.mid(i, Longest).indexOf(u']');
    return close < 0 ? i : i + close + 1;
}

bool LinePieces::areValues(qsizetype begin, qsizetype stop, qsizetype end) const
{
    return stop == end ? std::all_of(m_text.begin() + begin, m_text.begin() + end, isDigit)
                       : LabelIndex::numbering(m_text.mid(stop, end - stop)) != 0;
}

bool LinePieces::isMeasured(QStringView piece)
{
    constexpr qsizetype LongestMeasure = 3;
    const auto digits = std::find_if(piece.rbegin(), piece.rend(), isDigit);
    const qsizetype behind = digits - piece.rbegin();
    return behind > 0 && behind < piece.size() && behind <= LongestMeasure && isIdeograph(piece[piece.size() - behind])
        && std::all_of(piece.begin(), piece.end() - behind, [](QChar c) { return isDigit(c) || c == u'.' || c == u','; })
        && !isOneOf(piece[piece.size() - behind], u"年月日号页位季");
}

bool LinePieces::closesWording(QChar c) { return isIdeograph(c) || c == u')' || c == u'”' || c == u'"'; }

} // namespace gouji
