// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/zones/sectionfinder.h"

#include "base/oneof.h"
#include "base/space.h"
#include "report/labelindex.h"
#include "report/titleindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr qsizetype LongestHeading = 48;
constexpr float Bracketed = -0.5f; // 「（二）」 counts the parts of a section, only here and there the sections
constexpr float HasBody = 0.1f; // a list of the sections may stand before the sections themselves

struct Candidate {
    int section = 0;
    TextRange line;
    float score = 0;
    float chain = 0;
    int before = -1;
};

bool hasBrackets(QStringView line) { return line.startsWith(u'(') || line.startsWith(u'\uff08'); }

/// Tabs part cells, but for one behind the number of a heading.
bool hasCells(QStringView line)
{
    constexpr qsizetype LongestNumber = 4;
    const qsizetype tab = line.indexOf(u'\t');
    return tab >= 0 && (tab > LongestNumber || !LabelIndex::numbering(line) || line.indexOf(u'\t', tab + 1) >= 0);
}

bool isIdeograph(QChar c) { return c >= u'\u4e00' && c <= u'\u9fff'; }

QStringView trimmedHeading(QStringView line)
{
    while (!line.isEmpty() && (isWhiteSpace(line[0]) || line[0] == u'#' || line[0] == u'*' || line[0] == u'|' || line[0] == u'>'))
        line = line.mid(1);
    while (!line.isEmpty() && (isWhiteSpace(line.back()) || line.back() == u'*' || line.back() == u'|'))
        line.chop(1);
    // 「第二部分」 counts as 「二、」 does; the title behind it is enough
    if (line.startsWith(u'第') && line.size() > 4 && isOneOf(line[1], u"一二三四五六七")) {
        if (line.mid(2).startsWith(u"部分"))
            line = line.mid(4);
        else if (line[2] == u'章' || line[2] == u'节')
            line = line.mid(3);
    }
    while (!line.isEmpty() && (isWhiteSpace(line[0]) || line[0] == u':' || line[0] == u'、'))
        line = line.mid(1);
    return line;
}

class Finder {
public:
    Finder(const Form &form, QStringView text)
        : m_titles(*form.titles)
        , m_text(text)
    {
    }

    std::vector<FoundSection> run()
    {
        for (qsizetype begin = 0; begin < m_text.size();) {
            qsizetype end = m_text.indexOf(u'\n', begin);
            if (end < 0)
                end = m_text.size();
            readLine(begin, end);
            begin = end + 1;
        }
        std::stable_sort(
            m_found.begin(), m_found.end(), [](const Candidate &a, const Candidate &b) { return a.line.begin < b.line.begin; });
        weighBodies();
        return chain();
    }

private:
    void readLine(qsizetype begin, qsizetype end)
    {
        const QStringView line = end - begin > 4 * LongestHeading ? QStringView() : trimmedHeading(m_text.mid(begin, end - begin));
        if (line.size() >= 4 && line.size() <= LongestHeading && !hasCells(line) && !line.endsWith(u'。')) {
            const TitleIndex::Match match = m_titles.match(line);
            const bool brackets = hasBrackets(line);
            const qsizetype at = line.data() - m_text.data();
            if (match.section && (!brackets || match.score >= 0.8f + TitleIndex::NumeralAgrees))
                m_found.push_back({match.section, {at, at + line.size()}, match.score + (brackets ? Bracketed : 0), 0, -1});
        } else if (end - begin > LongestHeading) {
            // a page that lost its line ends runs headings into the text
            for (const TitleIndex::Place &p : m_titles.findInside(m_text.mid(begin, end - begin)))
                m_found.push_back({p.section, {begin + p.at, begin + p.at + p.length}, 1 + TitleIndex::NumeralAgrees, 0, -1});
        }
    }

    /// Something is said between a heading and the next; in a list of the sections nothing is.
    void weighBodies()
    {
        for (size_t i = 0; i < m_found.size(); ++i) {
            const qsizetype end = i + 1 < m_found.size() ? m_found[i + 1].line.begin : m_text.size();
            const QStringView body = m_text.mid(m_found[i].line.end, std::max<qsizetype>(0, end - m_found[i].line.end));
            if (std::any_of(body.begin(), body.end(), isIdeograph))
                m_found[i].score += HasBody;
        }
    }

    /// The best chain in the order of the form; of equal ones the first, since a second report may follow in the file.
    std::vector<FoundSection> chain()
    {
        constexpr size_t Most = 500; // nothing with so many headings is a report; keeps the cost bounded
        int last = -1;
        for (size_t i = 0; i < m_found.size() && i <= Most; ++i) {
            m_found[i].chain = m_found[i].score;
            for (size_t j = 0; j < i; ++j) {
                const float chain = m_found[j].chain + m_found[i].score;
                if (m_found[j].section < m_found[i].section && chain > m_found[i].chain) {
                    m_found[i].chain = chain;
                    m_found[i].before = int(j);
                }
            }
            if (last < 0 || m_found[i].chain > m_found[size_t(last)].chain)
                last = int(i);
        }
        std::vector<FoundSection> out;
        for (int i = last; i >= 0; i = m_found[size_t(i)].before)
            out.push_back({m_found[size_t(i)].section, m_found[size_t(i)].line, {}});
        std::reverse(out.begin(), out.end());
        for (size_t i = 0; i < out.size(); ++i)
            out[i].body = {out[i].heading.end, i + 1 < out.size() ? out[i + 1].heading.begin : endOfLast(size_t(last))};
        return out;
    }

    /// The sections of another report may begin behind the last one.
    qsizetype endOfLast(size_t last) const
    {
        constexpr size_t Several = 3;
        size_t rising = 0;
        qsizetype begin = m_text.size();
        for (size_t i = last + 1; i < m_found.size() && rising < Several; ++i) {
            const bool rises = rising > 0 && m_found[i].section > m_found[i - 1].section;
            rising = rises ? rising + 1 : 1;
            if (!rises)
                begin = m_found[i].line.begin;
        }
        return rising >= Several ? begin : m_text.size();
    }

    const TitleIndex &m_titles;
    QStringView m_text;
    std::vector<Candidate> m_found;
};

} // namespace

std::vector<FoundSection> findSections(const Form &form, QStringView text) { return Finder(form, text).run(); }

} // namespace gouji
