// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/titleindex.h"

#include "base/normalizedtext.h"
#include "report/form.h"
#include "report/labelindex.h"

#include <QVarLengthArray>

#include <algorithm>

namespace gouji {

namespace {

constexpr float LeastSimilarity = 0.62f;
constexpr float LeastWithNumeral = 0.5f; // where the numbering agrees, a character or two may be misread
constexpr float NumeralDiffers = -0.25f;

} // namespace

TitleIndex::TitleIndex(const QList<FormSection> &sections)
{
    for (const FormSection &section : sections) {
        for (const QString &title : QStringList{section.title} + section.variants) {
            const QString content = LabelIndex::content(title);
            const quint16 id = quint16(m_titles.size());
            m_titles.push_back({section.number, section.numeral[0].unicode(), section.numeral.size(), content.size() - 1, normalized(section.numeral + u'、' + title)});
            for (qsizetype i = 0; i + 1 < content.size(); ++i)
                m_pairs.add(content[i], content[i + 1], id);
        }
    }
}

TitleIndex::Match TitleIndex::match(QStringView line) const
{
    Match best;
    const LabelIndex::Content content = LabelIndex::contentOf(line);
    const qsizetype pairs = content.size() - 1;
    if (pairs < 1)
        return best;
    QVarLengthArray<quint16, 64> common(qsizetype(m_titles.size()));
    std::fill(common.begin(), common.end(), quint16(0));
    bool any = false;
    for (qsizetype i = 0; i < pairs; ++i) {
        m_pairs.each(content[i], content[i + 1], [&](quint16 id) {
            ++common[id];
            any = true;
        });
    }
    if (!any)
        return best;
    const char16_t numeral = LabelIndex::numbering(line);
    for (size_t id = 0; id < m_titles.size(); ++id) {
        const Title &t = m_titles[id];
        if (t.pairs < 1)
            continue;
        float score = 2.f * float(common[qsizetype(id)]) / float(pairs + t.pairs);
        const bool agrees = numeral && (numeral == t.numeral || numeral == u'0' + t.section);
        if (score < (agrees ? LeastWithNumeral : LeastSimilarity))
            continue;
        if (numeral)
            score += agrees ? NumeralAgrees : NumeralDiffers;
        if (score > best.score)
            best = {t.section, score};
    }
    return best;
}

std::vector<TitleIndex::Place> TitleIndex::findInside(QStringView text) const
{
    std::vector<Place> out;
    for (qsizetype comma = 0; (comma = text.indexOf(u'、', comma)) >= 0; ++comma) {
        for (const Title &t : m_titles) {
            const qsizetype at = comma - t.comma;
            if (at >= 0 && text[at] == t.wording[0] && text.mid(at).startsWith(t.wording))
                out.push_back({t.section, at, t.wording.size()});
        }
    }
    return out;
}

} // namespace gouji
