// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/gluedrun.h"

#include "recovery/text/characters.h"
#include "recovery/text/printednumber.h"

#include <algorithm>

namespace gouji {

namespace {

bool isStroke(QChar c) { return c == u'-' || c == u'\u2014' || c == u'\u2013' || c == u'\u2212'; }

bool isMark(QChar c) { return c == u'/' || isStroke(c); }

bool isSeparator(QChar c) { return c == u'、' || c == u';'; }

bool isMeasure(QChar c) { return c == u'年' || c == u'月' || c == u'日' || c == u'位' || c == u'号' || c == u'页' || c == u'%'; }

class Reader {
public:
    Reader(QStringView text, qsizetype at, qsizetype end)
        : m_text(text)
        , m_begin(at)
        , m_end(end)
    {
    }

    GluedRun run()
    {
        GluedRun out;
        qsizetype stop = m_begin;
        while (stop < m_end && goesOn(stop))
            ++stop;
        out.end = std::max(stop, m_begin);
        if (stop > m_begin && isDigit(m_text[stop - 1]) && numbersLabel(stop))
            --stop;
        while (stop > m_begin && (isSeparator(m_text[stop - 1]) || m_text[stop - 1] == u','))
            --stop;
        if (stop - 1 > m_begin && isStroke(m_text[stop - 1]) && !isStroke(m_text[stop - 2]))
            --stop; // a dash behind a number, as around page numbers
        const QStringView run = m_text.mid(m_begin, stop - m_begin);
        const bool digits = std::any_of(run.begin(), run.end(), isDigit);
        const bool marks = run.size() > 1 && std::all_of(run.begin(), run.end(), [](QChar c) { return c == u'/'; });
        if ((!digits && !marks) || (stop < m_end && isMeasure(m_text[stop])))
            return out;
        out.end = stop;
        if (const qsizetype counter = counterEnd(stop); counter > stop) {
            out.values = {{m_begin, counter}};
            out.end = counter;
        } else if (std::any_of(run.begin(), run.end(), isSeparator) || commasSeparate(run)) {
            split(stop, out);
        } else {
            out.values = {{m_begin, stop}};
            out.uncut = true;
        }
        return out;
    }

private:
    QChar at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text[i] : QChar(); }

    bool goesOn(qsizetype i) const
    {
        const QChar c = m_text[i];
        if (isDigit(c) || c == u'/')
            return true;
        if (isStroke(c))
            return i == m_begin || isDigit(m_text[i - 1]) || isMark(m_text[i - 1]) || isSeparator(m_text[i - 1]) || m_text[i - 1] == u',';
        if (i == m_begin)
            return false;
        if ((!isDigit(m_text[i - 1]) && !isMark(m_text[i - 1])) || i + 1 >= m_end)
            return false;
        const QChar next = m_text[i + 1];
        const bool value = isDigit(next) || isMark(next);
        return c == u'.' ? isDigit(next) : value && (isSeparator(c) || c == u',');
    }

    /// A point or the like behind the last digit, then a word: the digit is the number of the label that follows.
    bool numbersLabel(qsizetype stop) const
    {
        if (at(stop) != u'.' && at(stop) != u'、')
            return false;
        constexpr qsizetype Widest = 4; // of the gap between a number and its label
        qsizetype next = stop + 1;
        while (next <= stop + Widest && (at(next) == u' ' || at(next) == u'\u3000' || at(next) == u'\n'))
            ++next;
        return isIdeograph(at(next)) || at(next) == u'"' || at(next) == u'\u201c';
    }

    /// Behind 件, 个 … another value, a new label or nothing follows; 「部分公开」 starts with none of them.
    qsizetype counterEnd(qsizetype stop) const
    {
        const qsizetype behind = stop + counterBefore(m_text.mid(stop, m_end - stop));
        const QChar c = at(behind);
        const bool numbered = isIdeograph(c) && at(behind + 1) == u'、';
        return behind == m_end || isDigit(c) || !isIdeograph(c) || numbered ? behind : stop;
    }

    /// Behind a thousands separator stand three digits at least, here perhaps with those of the next value.
    static bool commasSeparate(QStringView run)
    {
        qsizetype comma = -1;
        for (qsizetype i = 0; i <= run.size(); ++i) {
            if (i < run.size() && run[i] != u',')
                continue;
            const qsizetype digits = i - comma - 1;
            if (comma >= 0
                && (digits < 3 || run[comma - 1] == u'/' || (run[comma - 1] == u'0' && (comma == 1 || !isDigit(run[comma - 2])))))
                return true;
            comma = i;
        }
        return false;
    }

    void split(qsizetype stop, GluedRun &out) const
    {
        qsizetype from = m_begin;
        for (qsizetype i = m_begin; i <= stop; ++i) {
            if (i < stop && !isSeparator(m_text[i]) && m_text[i] != u',')
                continue;
            out.values.push_back({from, i});
            from = i + 1;
        }
    }

    QStringView m_text;
    qsizetype m_begin;
    qsizetype m_end;
};

} // namespace

GluedRun readGluedRun(QStringView text, qsizetype at, qsizetype end) { return Reader(text, at, end).run(); }

} // namespace gouji
