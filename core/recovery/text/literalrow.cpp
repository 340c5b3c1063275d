// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/literalrow.h"

#include "recovery/text/characters.h"
#include "recovery/text/printednumber.h"

namespace gouji {

QStringView literalRow(QStringView line)
{
    constexpr int LeastCommas = 2;
    QStringView s = trimmed(line);
    if (s.endsWith(u','))
        s.chop(1);
    if (s.size() < 2)
        return {};
    const bool list = s.front() == u'[' && s.back() == u']';
    const bool tuple = s.front() == u'(' && s.back() == u')';
    if (!list && !tuple && (s.front() != u'{' || s.back() != u'}'))
        return {};
    if (s.count(u',') < LeastCommas || s.contains(u'。'))
        return {};
    if (list)
        return s;
    s = s.mid(1, s.size() - 2);
    qsizetype from = 0;
    QChar quote;
    for (qsizetype i = 0; i <= s.size(); ++i) {
        if (i < s.size() && (s[i] == u'\'' || s[i] == u'"') && (quote.isNull() || quote == s[i]))
            quote = quote.isNull() ? s[i] : QChar();
        if (i < s.size() && (s[i] != u',' || !quote.isNull()))
            continue;
        QStringView item = trimmed(s.mid(from, i - from));
        if (!tuple) {
            const qsizetype key = placeKey(item);
            if (key == 0)
                return {};
            item = trimmed(item.mid(key));
        }
        const bool quoted = item.size() >= 2 && item.front() == item.back() && (item.front() == u'\'' || item.front() == u'"');
        const bool last = i == s.size(); // (1,)
        if (!quoted && !isNoValue(item) && !readNumber(item) && !(item.isEmpty() && last))
            return {};
        from = i + 1;
    }
    return s;
}

qsizetype placeKey(QStringView item)
{
    qsizetype i = 0;
    const bool quoted = !item.isEmpty() && (item.front() == u'\'' || item.front() == u'"');
    i += quoted;
    const qsizetype digits = i;
    while (i < item.size() && isDigit(item[i]))
        ++i;
    if (i == digits || (quoted && (i == item.size() || item[i++] != item.front())) || i == item.size() || item[i] != u':')
        return 0;
    return i + 1;
}

} // namespace gouji
