// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// Classes of characters in normalised text, as tokens are cut by them.
namespace gouji {

/// Takes two display columns.
inline bool isWide(QChar c)
{
    return c >= u'\u1100'
        && (c <= u'\u115f' || (c >= u'\u2e80' && c <= u'\ua4cf') || (c >= u'\uac00' && c <= u'\ud7a3') || (c >= u'\uf900' && c <= u'\ufaff')
            || (c >= u'\ufe30' && c <= u'\ufe6f') || (c >= u'\uff00' && c <= u'\uff60'));
}

inline bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

inline bool isSpace(QChar c)
{
    if (c > u'\u3000') // nearly all of a text first
        return c == u'\ufeff';
    if (c < u'\u00a0')
        return c == u' ' || c == u'\f' || c == u'\r' || c == u'\v';
    return c == u'\u00a0' || c == u'\u3000' || (c >= u'\u2000' && c <= u'\u200f');
}

inline bool isIdeograph(QChar c) { return (c >= u'\u4e00' && c <= u'\u9fff') || (c >= u'\u3400' && c <= u'\u4dbf'); }

/// Box drawing that separates cells on a line; horizontal strokes are rules and separate nothing.
inline bool isBoxDelimiter(QChar c)
{
    return c >= u'\u2500' && c <= u'\u257f' && c != u'\u2500' && c != u'\u2501' && c != u'\u2550' && !(c >= u'\u2504' && c <= u'\u2505')
        && !(c >= u'\u2508' && c <= u'\u2509');
}

inline bool isRuleStroke(QChar c)
{
    return c == u'\u2500' || c == u'\u2501' || c == u'\u2550' || c == u'-' || c == u'=' || c == u'_' || c == u'+' || c == u':' || c == u'~';
}

/// Tabs included.
inline QStringView trimmed(QStringView s)
{
    while (!s.isEmpty() && (isSpace(s.front()) || s.front() == u'\t'))
        s = s.mid(1);
    while (!s.isEmpty() && (isSpace(s.back()) || s.back() == u'\t'))
        s.chop(1);
    return s;
}

} // namespace gouji
