// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/zones/headlinetext.h"

#include "base/space.h"

#include <algorithm>
#include <array>
#include <bit>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView Phrases[] = {u"政府信息公开工作年度报告", u"政府信息公開工作年度報告", u"政府資訊公開工作年度報告"};

/// The characters of the phrases, a bit each, and of a few others: most of a text is none.
constexpr size_t MarkedBits = 1024;
constexpr std::array<quint64, MarkedBits / 64> Marked = [] {
    std::array<quint64, MarkedBits / 64> out{};
    for (const QStringView phrase : Phrases) {
        for (qsizetype i = 0; i < phrase.size(); ++i)
            out[phrase[i].unicode() % MarkedBits / 64] |= quint64(1) << phrase[i].unicode() % 64;
    }
    return out;
}();

bool mayBeOfPhrase(QChar c) { return Marked[c.unicode() % MarkedBits / 64] >> c.unicode() % 64 & 1; }

constexpr size_t MostLines = 300;
constexpr qsizetype LongestLine = 200;

/// How many neighbours of the phrase are neighbours behind a place, too; no phrase has the same two twice.
int pairsFrom(QStringView text, qsizetype at, QStringView phrase)
{
    const QStringView window = text.mid(at, phrase.size() + 2);
    quint32 found = 0;
    for (qsizetype i = 0; i + 1 < window.size(); ++i) {
        if (!mayBeOfPhrase(window[i]) || !mayBeOfPhrase(window[i + 1]))
            continue;
        for (qsizetype p = 0; p + 1 < phrase.size(); ++p)
            found |= quint32(phrase[p] == window[i] && phrase[p + 1] == window[i + 1]) << p;
    }
    return std::popcount(found);
}

/// The last digit or two of a year in ideographs; -1 where the character is none.
int ideographDigit(QChar c)
{
    switch (c.unicode()) {
    case u'〇':
    case u'○':
    case u'◯':
    case u'零':
    case u'O':
    case u'o':
    case u'0':
        return 0;
    default:
        break;
    }
    static constexpr QStringView digits = u"一二三四五六七八九";
    const qsizetype at = digits.indexOf(c);
    return at < 0 ? -1 : int(at) + 1;
}

int yearAt(QStringView text, qsizetype i)
{
    if (i + 4 > text.size())
        return 0;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text[i] == u'2' && text[i + 1] == u'0' && isDigit(text[i + 2]) && isDigit(text[i + 3])) {
        const bool longer = (i > 0 && isDigit(text[i - 1])) || (i + 4 < text.size() && isDigit(text[i + 4]));
        return longer ? 0 : text.mid(i, 4).toInt();
    }
    if (text[i] != u'二' || ideographDigit(text[i + 1]) != 0)
        return 0;
    const int tens = ideographDigit(text[i + 2]);
    const int ones = ideographDigit(text[i + 3]);
    return tens < 0 || ones < 0 ? 0 : 2000 + 10 * tens + ones;
}

/// The words of the title, whole or without 工作, and nothing behind them.
bool endsTitle(QStringView line)
{
    return line.endsWith(u"年度报告") && (line.endsWith(u"公开工作年度报告") || line.endsWith(u"公开年度报告"));
}

} // namespace

void JoinedText::append(const JoinedText &other)
{
    text += other.text;
    at.insert(at.end(), other.at.begin(), other.at.end());
}

std::vector<JoinedText> titleLines(QStringView text, qsizetype end)
{
    std::vector<JoinedText> out;
    end = std::min(end, text.size());
    for (qsizetype begin = 0; begin < end && out.size() < MostLines;) {
        qsizetype stop = text.indexOf(u'\n', begin);
        if (stop < 0 || stop > end)
            stop = end;
        JoinedText line;
        for (qsizetype i = begin; i < stop && stop - begin <= LongestLine; ++i) {
            const QChar c = text[i];
            const bool parts = isWhiteSpace(c) || c == u'|' || c == u',' || c == u';';
            if (parts && endsTitle(line.text)) { // what follows is another piece, where line ends were lost
                out.push_back(std::move(line));
                line = {};
            }
            if (isWhiteSpace(c) || c == u'#' || c == u'*' || c == u'|' || c == u'\f' || c == u'\ufeff' || (parts && line.text.isEmpty()))
                continue;
            line.text += c;
            line.at.push_back(i);
        }
        if (!line.text.isEmpty())
            out.push_back(std::move(line));
        begin = stop + 1;
    }
    return out;
}

int pairsOnLine(QStringView line)
{
    int out = 0;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        if (!mayBeOfPhrase(line[i]) || !mayBeOfPhrase(line[i + 1]))
            continue;
        for (const QStringView phrase : Phrases) {
            if (phrase.contains(line.mid(i, 2))) {
                ++out;
                break;
            }
        }
    }
    return out;
}

std::pair<qsizetype, int> findPhrase(QStringView text)
{
    std::pair<qsizetype, int> best{-1, 0};
    for (const QStringView phrase : Phrases) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (!mayBeOfPhrase(text[i]) || !phrase.contains(text[i]))
                continue;
            // the last place of the best score that still starts at a character of the phrase
            if (const int pairs = pairsFrom(text, i, phrase);
                pairs > best.second || (pairs > 0 && pairs == best.second && text[i] == phrase[0]))
                best = {i, pairs};
        }
    }
    return best;
}

TitleYear lastYear(QStringView text, qsizetype offset)
{
    for (qsizetype i = text.size() - 4; i >= 0; --i) {
        const int value = yearAt(text, i);
        if (value == 0)
            continue;
        qsizetype end = i + 4;
        while (end < text.size() && (text[end] == u'年' || text[end] == u'度'))
            ++end;
        return {value, offset + i, offset + i + 4, offset + end};
    }
    return {};
}

bool isNameCharacter(QChar c) { return c.isLetter() || c == u'(' || c == u')' || c == u'、' || c == u'·' || c == u'—' || c == u'-'; }

bool looksLikeBody(QStringView name)
{
    static constexpr QStringView endings = u"局委厅院办处所会府室站队园区县市省镇乡村部社校中心关廳處會辦團";
    while (name.endsWith(u')') && name.lastIndexOf(u'(') > 0)
        name = name.left(name.lastIndexOf(u'('));
    return !name.isEmpty() && !name.contains(u"报告") && !name.contains(u"年报") && !name.contains(u"信息公开")
        && endings.contains(name.back());
}

bool isAreaName(QStringView name)
{
    static constexpr QStringView endings = u"省市县区州盟旗镇乡";
    return name.size() >= 2 && endings.contains(name.back());
}

TitleName nameIn(QStringView text)
{
    TitleName out{0, text.size(), false};
    const auto part = [&] { return text.mid(out.begin, out.length()); };
    for (qsizetype i = 0; i < text.size(); ++i) { // 「标题：」, 「首页>政务公开>」
        if (text[i] == u':' || text[i] == u'>' || text[i] == u'/' || text[i] == u'\u00bb' || text[i] == u'《' || text[i] == u'〈')
            out.begin = i + 1;
    }
    for (const QStringView word : {QStringView(u"转发"), QStringView(u"转载"), QStringView(u"轉發")})
        out.doubtful = out.doubtful || part().contains(word);
    if (const qsizetype about = part().indexOf(u"关于"); about > 0) {
        out.end = out.begin + about;
    } else if (about == 0) {
        out.begin += 2;
        for (const QStringView word :
            {QStringView(u"公布"), QStringView(u"发布"), QStringView(u"印发"), QStringView(u"报送"), QStringView(u"公开")}) {
            if (part().startsWith(word))
                out.begin += word.size();
        }
    }
    while (out.length() > 0
        && (!isNameCharacter(text[out.begin]) || text[out.begin] == u'、' || text[out.begin] == u'-' || text[out.begin] == u'—'))
        ++out.begin;
    for (const TitleYear year = lastYear(part(), out.begin); year.isValid() && year.begin == out.begin;) { // the year twice
        out.begin = year.end;
        break;
    }
    while (out.length() > 0
        && (!isNameCharacter(text[out.end - 1]) || text[out.end - 1] == u'、' || text[out.end - 1] == u'-' || text[out.end - 1] == u'—'))
        --out.end;
    if (out.length() > 2 && text[out.begin] == u'(' && part().indexOf(u')') == out.length() - 1) {
        ++out.begin;
        --out.end;
    }
    return out;
}

} // namespace gouji
