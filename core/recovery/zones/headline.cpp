// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/zones/headline.h"

#include "recovery/zones/headlinetext.h"

#include <algorithm>
#include <optional>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastPairs = 5; // of the phrase's eleven
constexpr int WholePairs = 9;
constexpr int CleanPairs = 8; // 「政府信息公开年度报告」 without 工作 is as good a title
constexpr size_t LinesOfTitle = 4;
constexpr qsizetype LongestTitle = 160;
constexpr qsizetype LongestName = 40; // on a line of its own

/// A place where the words of the title stand, over one line or several, and what was read around them.
struct Title {
    size_t first = 0; ///< lines
    size_t count = 1;
    JoinedText text;
    qsizetype phrase = 0;
    int pairs = 0;
    TitleYear year;
    TextRange yearSource;
    QString agency;
    TextRange agencySource;
    bool apart = false; ///< the name stands on a line of its own, or is put together from several
    bool doubtful = false; ///< two bodies are named
};

class Reader {
public:
    Reader(QStringView text, qsizetype end)
        : m_lines(titleLines(text, end))
    {
    }

    Headline run()
    {
        findTitles();
        for (Title &title : m_titles) {
            readYear(title);
            readName(title);
        }
        return chosen();
    }

private:
    void findTitles()
    {
        int best = 0;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            if (pairsOnLine(m_lines[i].text) == 0)
                continue;
            Title title;
            JoinedText joined;
            for (size_t count = 1; count <= LinesOfTitle && i + count <= m_lines.size(); ++count) {
                joined.append(m_lines[i + count - 1]);
                if (joined.text.size() > LongestTitle || joined.text.contains(u'。'))
                    break;
                const auto [at, pairs] = findPhrase(joined.text);
                if (at >= m_lines[i].text.size())
                    break; // it is the title of the next line
                if (pairs > title.pairs)
                    title = {i, count, joined, at, pairs, {}, {}, {}, {}, false, false};
            }
            if (title.pairs < LeastPairs)
                continue;
            best = std::max(best, title.pairs);
            m_titles.push_back(std::move(title));
        }
        std::erase_if(m_titles, [best](const Title &t) { return best >= WholePairs ? t.pairs < CleanPairs : t.pairs < best; });
    }

    /// In the title before its words, behind them in brackets, on the line below, or with the name on the line above.
    void readYear(Title &title) const
    {
        const QStringView text = title.text.text;
        title.year = lastYear(text.left(title.phrase));
        if (!title.year.isValid())
            title.year = lastYear(text.mid(title.phrase), title.phrase);
        if (title.year.isValid()) {
            title.yearSource = title.text.range(title.year.begin, title.year.digitsEnd);
            return;
        }
        const size_t below = title.first + title.count;
        for (const size_t line : {below, title.first - 1}) {
            if (line >= m_lines.size())
                continue;
            const QStringView other = m_lines[line].text;
            const TitleYear year = lastYear(other);
            if (!year.isValid() || (line == below ? !isYearAlone(other) : !isNameAndYear(other, year)))
                continue;
            title.year.value = year.value;
            title.yearSource = m_lines[line].range(year.begin, year.digitsEnd);
            return;
        }
    }

    static bool isYearAlone(QStringView line)
    {
        const TitleYear year = lastYear(line);
        return year.isValid() && letters(line.left(year.begin)) == 0 && letters(line.mid(year.end)) == 0;
    }

    static bool isNameAndYear(QStringView line, const TitleYear &year)
    {
        return line.size() <= LongestName && letters(line.mid(year.end)) == 0 && (year.begin == 0 || isName(line.left(year.begin)));
    }

    static int letters(QStringView part)
    {
        return int(std::count_if(part.begin(), part.end(), [](QChar c) { return c.isLetter(); }));
    }

    static bool isName(QStringView line)
    {
        return line.size() >= 2 && line.size() <= LongestName && std::all_of(line.begin(), line.end(), isNameCharacter);
    }

    void readName(Title &title) const
    {
        const QStringView before = QStringView(title.text.text).left(title.phrase);
        const TitleYear year = lastYear(before);
        TitleName name = nameIn(before.left(year.isValid() ? year.begin : before.size()));
        if (name.length() < 2 && year.isValid()) {
            name = nameIn(before.mid(year.end));
            name.begin += year.end;
            name.end += year.end;
        }
        title.doubtful = name.doubtful;
        if (name.length() >= 2) {
            title.agency = before.mid(name.begin, name.length()).toString();
            title.agencySource = title.text.range(name.begin, name.end);
            completeFromAbove(title, before.left(name.begin).isEmpty());
            return;
        }
        title.apart = true;
        if (!nameAbove(title))
            nameBelow(title);
    }

    /// A title broken inside the name: a bracket was opened above, or only the area stands there.
    void completeFromAbove(Title &title, bool fromStart) const
    {
        if (!fromStart || title.first == 0)
            return;
        const JoinedText &line = m_lines[title.first - 1];
        const bool bracket = title.agency.count(u')') > title.agency.count(u'(');
        const bool area = line.text.size() <= 12 && isAreaName(line.text) && !title.agency.startsWith(line.text);
        if (!isName(line.text) || (!bracket && !area))
            return;
        title.agency.prepend(line.text);
        title.agencySource.begin = line.at.front();
        title.apart = title.apart || !bracket;
        title.doubtful = title.doubtful || !bracket;
    }

    bool nameAbove(Title &title) const
    {
        constexpr size_t Most = 2;
        QString name;
        TextRange source;
        for (size_t back = 1; back <= Most && back <= title.first; ++back) {
            const JoinedText &line = m_lines[title.first - back];
            const TitleYear year = lastYear(line.text);
            const qsizetype end = year.isValid() && isNameAndYear(line.text, year) ? year.begin : line.text.size();
            const QStringView part = QStringView(line.text).left(end);
            if (end == 0 && back == 1)
                continue; // the year alone
            if (!isName(part))
                break;
            name.prepend(part);
            source = {line.at.front(), source.end < 0 ? line.range(0, end).end : source.end};
            if (part.size() >= 5)
                break;
        }
        if (name.isEmpty() || !looksLikeBody(name))
            return keep(title, name, source, true);
        return keep(title, name, source, false);
    }

    void nameBelow(Title &title) const
    {
        for (size_t i = title.first + title.count; i < m_lines.size() && i < title.first + title.count + 2; ++i) {
            const JoinedText &line = m_lines[i];
            if (isYearAlone(line.text))
                continue;
            const TitleName name = nameIn(line.text);
            const QStringView part = QStringView(line.text).mid(name.begin, name.length());
            if (line.text.size() <= LongestName && isName(part) && looksLikeBody(part) && name.length() + 2 >= line.text.size())
                keep(title, part.toString(), line.range(name.begin, name.end), false);
            return;
        }
    }

    static bool keep(Title &title, const QString &name, TextRange source, bool doubtful)
    {
        if (name.size() < 2)
            return false;
        if (doubtful && !title.agency.isEmpty())
            return false;
        title.agency = name;
        title.agencySource = source;
        title.doubtful = title.doubtful || doubtful;
        return !doubtful;
    }

    /// Of several titles the one that is printed most often, else the last: links to other reports stand before it.
    Headline chosen() const
    {
        Headline out;
        const Title *best = nullptr;
        size_t most = 0;
        bool years = false;
        bool names = false;
        for (const Title &t : m_titles) {
            const size_t same = size_t(std::count_if(m_titles.begin(), m_titles.end(),
                                    [&](const Title &o) { return o.agency == t.agency && o.year.value == t.year.value; }))
                + (t.year.value > 0 ? m_titles.size() : 0) + (t.agency.isEmpty() ? 0 : m_titles.size());
            if (same >= most) {
                most = same;
                best = &t;
            }
        }
        if (!best)
            return out;
        for (const Title &t : m_titles) {
            years = years || (t.year.value > 0 && t.year.value != best->year.value);
            names = names || (!t.agency.isEmpty() && t.agency != best->agency);
        }
        const bool clean = best->pairs >= CleanPairs && best->text.text.contains(QChar(best->text.text.contains(u'報') ? u'報' : u'报'));
        if (best->year.value > 0) {
            out.year = best->year.value;
            out.yearSource = best->yearSource;
            out.yearStatus = clean && !years ? FieldStatus::Read : FieldStatus::Suspect;
        }
        // 「二、上年结转…」 is the label of a row that shares words with titles
        const bool numbered = best->agency.size() > 1 && best->agency[1] == u'、';
        if (!best->agency.isEmpty() && !numbered) {
            out.agency = best->agency;
            out.agencySource = best->agencySource;
            // a line of its own counts as the name only where it reads like a body's name
            const bool sure = clean && !names && !best->doubtful && (!best->apart || looksLikeBody(best->agency));
            out.agencyStatus = sure ? FieldStatus::Read : FieldStatus::Suspect;
        }
        return out;
    }

    std::vector<JoinedText> m_lines;
    std::vector<Title> m_titles;
};

} // namespace

Headline findHeadline(QStringView text, qsizetype end) { return Reader(text, end).run(); }

} // namespace gouji
