// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/headline.h"

#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView Phrase = u"政府信息公开工作年度报告";
constexpr int LeastPairs = 5; // of the phrase's eleven
constexpr int WholePairs = 9;
constexpr int CleanPairs = 8; // 「政府信息公开年度报告」 without 工作 is as good a title
constexpr int LinesSearched = 60;
constexpr int LinesOfTitle = 4;

/// A line or several, joined without white space, with the place of each character.
struct Joined {
    QString text;
    std::vector<qsizetype> at;

    TextRange range(qsizetype begin, qsizetype end) const { return {at[size_t(begin)], at[size_t(end - 1)] + 1}; }
};

struct Title {
    qsizetype yearAt = -1;
    qsizetype phraseAt = -1;
    int pairs = 0;
};

int pairsOfPhrase(QStringView text, qsizetype at)
{
    const QStringView window = text.mid(at, Phrase.size() + 2);
    int pairs = 0;
    for (qsizetype i = 0; i + 1 < Phrase.size(); ++i)
        pairs += window.contains(Phrase.mid(i, 2));
    return pairs;
}

qsizetype findYear(QStringView text, qsizetype from = 0)
{
    for (qsizetype i = from; i + 4 < text.size(); ++i) {
        bool digits = text[i] == u'2' && text[i + 1] == u'0';
        for (qsizetype k = i; digits && k < i + 4; ++k)
            digits = text[k] >= u'0' && text[k] <= u'9';
        if (digits && (i == 0 || !text[i - 1].isDigit()) && !text[i + 4].isDigit())
            return i;
    }
    return -1;
}

Title readTitle(QStringView text)
{
    Title title;
    title.yearAt = findYear(text);
    if (title.yearAt < 0)
        return title;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (const int pairs = pairsOfPhrase(text, i); pairs >= title.pairs && pairs >= LeastPairs) {
            // the last place of the best score that still starts at a character of the phrase
            if (pairs > title.pairs || text[i] == Phrase[0]) {
                title.pairs = pairs;
                title.phraseAt = i;
            }
        }
    }
    return title;
}

bool isNameCharacter(QChar c)
{
    return c.isLetter() || c == u'(' || c == u')' || c == u'、' || c == u'·' || c == u'—' || c == u'-';
}

bool looksLikeBody(QStringView name)
{
    static constexpr QStringView endings = u"局委厅院办处所会府室站队园区县市省镇乡村部社校中心";
    return !name.contains(u"报告") && !name.contains(u"年报") && !name.contains(u"信息公开") && endings.contains(name.back());
}

/// No name stands before the year, nor between it and the phrase.
bool nameless(QStringView text, const Title &title)
{
    const auto named = [](QStringView part) {
        int letters = 0;
        for (const QChar c : part)
            letters += c.isLetter() && c != u'年' && c != u'度';
        return letters >= 2;
    };
    return !named(text.left(title.yearAt)) && !named(text.mid(title.yearAt + 4, title.phraseAt - title.yearAt - 4));
}

/// The agency often stands on a line of its own above the title, itself broken now and then.
bool joinLinesBefore(const std::vector<Joined> &lines, size_t line, Joined &text, Title &title)
{
    constexpr size_t Most = 2;
    constexpr qsizetype LongestName = 40;
    for (size_t back = 0; back < Most && line > 0; ++back) {
        const Joined &before = lines[--line];
        bool name = before.text.size() <= LongestName && before.text.size() >= 2;
        for (const QChar c : before.text)
            name = name && isNameCharacter(c);
        if (!name)
            return back > 0;
        Joined joined = before;
        joined.text += text.text;
        joined.at.insert(joined.at.end(), text.at.begin(), text.at.end());
        title.yearAt += before.text.size();
        title.phraseAt += before.text.size();
        text = std::move(joined);
        if (before.text.size() >= 5)
            return true;
    }
    return true;
}

} // namespace

Headline findHeadline(QStringView text, qsizetype end)
{
    std::vector<Joined> lines;
    qsizetype begin = 0;
    end = std::min(end, text.size());
    while (begin < end && lines.size() < LinesSearched) {
        qsizetype stop = text.indexOf(u'\n', begin);
        if (stop < 0 || stop > end)
            stop = end;
        Joined line;
        if (stop - begin <= 200) {
            for (qsizetype i = begin; i < stop; ++i) {
                const QChar c = text[i];
                if (!c.isSpace() && c != u'#' && c != u'*' && c != u'|' && c != u'\f' && c != u'\ufeff') {
                    line.text += c;
                    line.at.push_back(i);
                }
            }
        }
        if (!line.text.isEmpty())
            lines.push_back(std::move(line));
        begin = stop + 1;
    }

    Headline out;
    Title best;
    Joined bestText;
    size_t bestLine = 0;
    for (int span = 1; span <= LinesOfTitle && best.pairs < WholePairs; ++span) {
        for (size_t i = 0; i + size_t(span) <= lines.size(); ++i) {
            Joined joined;
            for (size_t k = i; k < i + size_t(span); ++k) {
                joined.text += lines[k].text;
                joined.at.insert(joined.at.end(), lines[k].at.begin(), lines[k].at.end());
            }
            if (joined.text.size() > 160 || joined.text.contains(u'。'))
                continue;
            const Title title = readTitle(joined.text);
            if (title.yearAt >= 0 && title.pairs > best.pairs) {
                best = title;
                bestText = std::move(joined);
                bestLine = i;
            }
        }
    }
    if (best.pairs == 0)
        return out;

    bool joined = false;
    if (nameless(bestText.text, best))
        joined = joinLinesBefore(lines, bestLine, bestText, best);
    const bool clean = best.pairs >= CleanPairs && bestText.text.contains(u"信息公开"_s) && bestText.text.contains(u"报告"_s);
    out.year = bestText.text.mid(best.yearAt, 4).toInt();
    out.yearSource = bestText.range(best.yearAt, best.yearAt + 4);
    qsizetype nameBegin = 0;
    qsizetype nameEnd = best.yearAt;
    if (best.yearAt < 2) { // the year stands first
        nameBegin = best.yearAt + 4;
        while (nameBegin < best.phraseAt && (bestText.text[nameBegin] == u'年' || bestText.text[nameBegin] == u'度'))
            ++nameBegin;
        nameEnd = best.phraseAt;
    }
    if (nameEnd - nameBegin > 2 && bestText.text.mid(nameBegin, 2) == u"关于")
        nameBegin += 2;
    while (nameBegin < nameEnd && !isNameCharacter(bestText.text[nameBegin]))
        ++nameBegin;
    while (nameEnd > nameBegin && !isNameCharacter(bestText.text[nameEnd - 1]))
        --nameEnd;
    out.yearStatus = clean ? FieldStatus::Read : FieldStatus::Suspect;
    if (nameEnd - nameBegin >= 2) {
        out.agency = bestText.text.mid(nameBegin, nameEnd - nameBegin);
        out.agencySource = bestText.range(nameBegin, nameEnd);
        // a line of its own counts as the name only where it reads like a body's name
        out.agencyStatus = clean && (!joined || looksLikeBody(out.agency)) ? FieldStatus::Read : FieldStatus::Suspect;
    }
    return out;
}

} // namespace gouji
