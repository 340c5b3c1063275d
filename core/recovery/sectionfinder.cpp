// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sectionfinder.h"

#include "base/normalizedtext.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr qsizetype LongestHeading = 48;
constexpr float LeastSimilarity = 0.62f;
constexpr float LeastWithNumeral = 0.5f; // where the numbering agrees, a character or two may be misread
constexpr float NumeralAgrees = 0.4f;
constexpr float NumeralDiffers = -0.25f;
constexpr float Behind = 0.001f; // a list of the sections may stand before the sections themselves

struct Candidate {
    int section = 0;
    TextRange line;
    float score = 0;
    float chain = 0;
    int before = -1;
};

/// Share of neighbouring character pairs two wordings have in common, from 0 to 1.
float similarity(QStringView a, QStringView b)
{
    if (a.size() < 2 || b.size() < 2)
        return 0;
    int common = 0;
    for (qsizetype i = 0; i + 1 < a.size(); ++i)
        common += b.contains(a.mid(i, 2));
    return 2.f * float(common) / float(a.size() + b.size() - 2);
}

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

/// A page that lost its line ends runs headings into the text: 「二、」 and the title, word for word, in a long line.
void findInside(const FormSection &section, QStringView text, TextRange line, std::vector<Candidate> &found)
{
    for (const QString &title : QStringList{section.title} + section.variants) {
        const QString wording = NormalizedText::of(section.numeral + u'、' + title).text();
        for (qsizetype at = line.begin; (at = text.indexOf(wording, at)) >= 0 && at < line.end; at += wording.size())
            found.push_back({section.number, {at, at + wording.size()}, 1 + NumeralAgrees, 0, -1});
    }
}

} // namespace

std::vector<FoundSection> findSections(const Form &form, QStringView text)
{
    struct Title {
        int number;
        QChar numeral;
        QString content;
    };
    std::vector<Title> titles;
    for (const FormSection &s : form.sections) {
        titles.push_back({s.number, s.numeral[0], LabelIndex::content(s.title)});
        for (const QString &v : s.variants)
            titles.push_back({s.number, s.numeral[0], LabelIndex::content(v)});
    }

    std::vector<Candidate> found;
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        const QStringView line = end - begin > 4 * LongestHeading ? QStringView() : trimmedHeading(text.mid(begin, end - begin));
        if (line.size() >= 4 && line.size() <= LongestHeading && !hasBrackets(line) && !line.contains(u'\t') && !line.endsWith(u'。')) {
            const QString content = LabelIndex::content(line);
            const char16_t numeral = LabelIndex::numbering(line);
            Candidate best;
            for (const Title &t : titles) {
                float score = similarity(content, t.content);
                const bool agrees = numeral && (numeral == t.numeral.unicode() || numeral == u'0' + t.number);
                if (score < (agrees ? LeastWithNumeral : LeastSimilarity))
                    continue;
                if (numeral)
                    score += agrees ? NumeralAgrees : NumeralDiffers;
                if (score > best.score)
                    best = {t.number, {line.data() - text.data(), line.data() - text.data() + line.size()}, score, 0, -1};
            }
            if (best.section)
                found.push_back(best);
        } else if (end - begin > LongestHeading) {
            for (const FormSection &section : form.sections)
                findInside(section, text, {begin, end}, found);
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
