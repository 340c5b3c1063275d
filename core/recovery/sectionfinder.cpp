// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sectionfinder.h"

#include "report/titleindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr qsizetype LongestHeading = 48;
constexpr float Behind = 0.001f; // a list of the sections may stand before the sections themselves

struct Candidate {
    int section = 0;
    TextRange line;
    float score = 0;
    float chain = 0;
    int before = -1;
};

bool hasBrackets(QStringView line)
{
    return line.startsWith(u'(') || line.startsWith(u'\uff08');
}

QStringView trimmedHeading(QStringView line)
{
    while (!line.isEmpty() && (line[0].isSpace() || line[0] == u'#' || line[0] == u'*' || line[0] == u'|' || line[0] == u'>'))
        line = line.mid(1);
    while (!line.isEmpty() && (line.back().isSpace() || line.back() == u'*' || line.back() == u'|'))
        line.chop(1);
    return line;
}

} // namespace

std::vector<FoundSection> findSections(const Form &form, QStringView text)
{
    std::vector<Candidate> found;
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        const QStringView line = end - begin > 4 * LongestHeading ? QStringView() : trimmedHeading(text.mid(begin, end - begin));
        if (line.size() >= 4 && line.size() <= LongestHeading && !hasBrackets(line) && !line.contains(u'\t') && !line.endsWith(u'。')) {
            const TitleIndex::Match match = form.titles->match(line);
            const qsizetype at = line.data() - text.data();
            if (match.section)
                found.push_back({match.section, {at, at + line.size()}, match.score, 0, -1});
        } else if (end - begin > LongestHeading) {
            // a page that lost its line ends runs headings into the text
            for (const TitleIndex::Place &p : form.titles->findInside(text.mid(begin, end - begin)))
                found.push_back({p.section, {begin + p.at, begin + p.at + p.length}, 1 + TitleIndex::NumeralAgrees, 0, -1});
        }
        begin = end + 1;
    }

    std::stable_sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) { return a.line.begin < b.line.begin; });
    int last = -1;
    for (size_t i = 0; i < found.size(); ++i) {
        found[i].chain = found[i].score + Behind * float(i);
        for (size_t j = 0; j < i; ++j) {
            const float chain = found[j].chain + found[i].score + Behind * float(i);
            if (found[j].section < found[i].section && chain > found[i].chain) {
                found[i].chain = chain;
                found[i].before = int(j);
            }
        }
        if (last < 0 || found[i].chain >= found[size_t(last)].chain)
            last = int(i);
        if (found.size() > 500 && i > 500) // nothing with so many headings is a report; keep the cost bounded
            break;
    }
    std::vector<FoundSection> out;
    for (int i = last; i >= 0; i = found[size_t(i)].before)
        out.push_back({found[size_t(i)].section, found[size_t(i)].line, {}});
    std::reverse(out.begin(), out.end());
    for (size_t i = 0; i < out.size(); ++i)
        out[i].body = {out[i].heading.end, i + 1 < out.size() ? out[i + 1].heading.begin : text.size()};
    return out;
}

} // namespace gouji
