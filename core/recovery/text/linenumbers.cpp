// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/linenumbers.h"

#include "recovery/text/characters.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr qsizetype MostDigits = 5;
constexpr size_t LeastLines = 6; // numbers that rise by one so often do not do so by chance
constexpr size_t LeastOfTable = 2; // once the text has shown that it counts its rows
constexpr QStringView Heads[] = {u"序号", u"编号", u"行号", u"行次"}; // over a column of such numbers
constexpr int LeastColumns = 3; // of a line that numbers the columns

/// A line that begins with a number.
struct Numbered {
    int number = 0;
    QChar separator; ///< behind the number; a line feed where nothing stands there
    TextRange digits;
    qsizetype above = -1; ///< where the line above begins; -1 for none
};

class Finder {
public:
    explicit Finder(QStringView text)
        : m_text(text)
    {
    }

    std::vector<TextRange> run()
    {
        readLines();
        findRuns();
        std::sort(m_out.begin(), m_out.end(), [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
        return std::move(m_out);
    }

private:
    void readLines()
    {
        qsizetype above = -1;
        for (qsizetype begin = 0; begin < m_text.size();) {
            qsizetype end = m_text.indexOf(u'\n', begin);
            if (end < 0)
                end = m_text.size();
            qsizetype i = begin;
            while (i < end && (isSpace(m_text[i]) || (m_text[i] == u'|' && i - begin < 2)))
                ++i;
            if (i < end && isDigit(m_text[i]))
                readNumber(i, end, above);
            if (i < end)
                above = begin;
            begin = end + 1;
        }
    }

    void readNumber(qsizetype from, qsizetype end, qsizetype above)
    {
        qsizetype i = from;
        int number = 0;
        while (i < end && isDigit(m_text[i]) && i - from <= MostDigits)
            number = number * 10 + (m_text[i++].unicode() - u'0');
        const bool leadingZero = m_text[from] == u'0' && i - from > 1;
        if (i - from > MostDigits || leadingZero)
            return;
        const TextRange digits{from, i};
        QChar separator = i == end ? QChar(u'\n') : isSpace(m_text[i]) ? QChar(u' ') : m_text[i];
        while (i < end && isSpace(m_text[i]))
            ++i;
        if (separator != u' ' && separator != u'\n' && separator != u'\t' && separator != u'|' && separator != u',')
            return; // wording touches it: the number of a heading or of a label
        if (i == end)
            separator = u'\n';
        m_lines.push_back({number, separator, digits, above});
    }

    /// From one line to the next the number rises by one, and so on.
    void findRuns()
    {
        struct Run {
            size_t begin = 0;
            size_t end = 0;
        };
        std::vector<Run> runs;
        for (size_t from = 0; from < m_lines.size();) {
            if (m_lines[from].separator == u'\n') { // the rest of a number torn over lines, maybe
                ++from;
                continue;
            }
            size_t to = from + 1;
            while (to < m_lines.size() && m_lines[to].number == m_lines[to - 1].number + 1 && alike(m_lines[to], m_lines[from]))
                ++to;
            runs.push_back({from, to});
            from = to;
        }
        QChar counted; // how the numbers of a long run are parted from the rest
        int first = 0;
        for (const Run &run : runs) {
            if (isCounting(run.begin, run.end) && run.end - run.begin >= LeastLines) {
                counted = m_lines[run.begin].separator;
                first = m_lines[run.begin].number;
                break;
            }
        }
        if (counted.isNull())
            return;
        findHeads();
        std::sort(m_heads.begin(), m_heads.end());
        for (const Run &run : runs) {
            const Numbered &start = m_lines[run.begin];
            const bool headed = isHeaded(start.digits.begin);
            const size_t least = start.number > 1 && start.number != first ? LeastLines : headed ? 1 : LeastOfTable;
            if (!isCounting(run.begin, run.end) || run.end - run.begin < least || !alike(start, counted))
                continue;
            takeColumnNumbers(start.above, start.digits.begin);
            if (start.separator == u'\t' || start.separator == u',' || m_text[lineBegin(start.digits.begin)] == u'|') {
                takeField(run.begin, run.end);
                continue;
            }
            for (size_t i = run.begin; i < run.end; ++i)
                m_out.push_back(m_lines[i].digits);
        }
    }

    /// The head of such a column stands a few lines above: a running head of the page may stand between.
    bool isHeaded(qsizetype at) const
    {
        constexpr qsizetype MostLines = 4;
        constexpr qsizetype MostCharacters = 2000;
        const auto behind = std::lower_bound(m_heads.begin(), m_heads.end(), at);
        if (behind == m_heads.begin() || at - *std::prev(behind) > MostCharacters)
            return false;
        return m_text.mid(*std::prev(behind), at - *std::prev(behind)).count(u'\n') <= MostLines;
    }

    static bool alike(const Numbered &line, const Numbered &other) { return alike(line, other.separator); }
    static bool alike(const Numbered &line, QChar separator)
    {
        return line.separator == separator || line.separator == u'\n' || separator == u'\n';
    }

    /// Most of the lines hold something else as well: numbers alone on their lines are values that happen to rise.
    bool isCounting(size_t begin, size_t end) const
    {
        size_t bare = 0;
        for (size_t i = begin; i < end; ++i)
            bare += m_lines[i].separator == u'\n';
        return bare * 2 < end - begin;
    }

    /// A line above with nothing on it but 0 1 2 3 … numbers the columns.
    void takeColumnNumbers(qsizetype begin, qsizetype end)
    {
        if (begin < 0)
            return;
        qsizetype stop = m_text.indexOf(u'\n', begin);
        stop = stop < 0 ? end : stop;
        std::vector<TextRange> numbers;
        int expected = -1;
        for (qsizetype i = begin; i < stop;) {
            const QChar c = m_text[i];
            if (isSpace(c) || c == u'\t' || c == u'|' || c == u',') {
                ++i;
                continue;
            }
            const qsizetype from = i;
            int number = 0;
            while (i < stop && isDigit(m_text[i]) && i - from < MostDigits)
                number = number * 10 + (m_text[i++].unicode() - u'0');
            if (i == from || (expected >= 0 && number != expected))
                return;
            expected = number + 1;
            numbers.push_back({from, i});
        }
        if (int(numbers.size()) >= LeastColumns)
            m_out.insert(m_out.end(), numbers.begin(), numbers.end());
    }

    qsizetype lineBegin(qsizetype at) const
    {
        while (at > 0 && m_text[at - 1] != u'\n')
            --at;
        return at;
    }

    /// The numbers stand in the first field of delimited lines: the field goes, on the lines of heads above and on those
    /// between as well, so that all fields stand where they would without it.
    void takeField(size_t begin, size_t end)
    {
        const qsizetype last = m_lines[end - 1].digits.begin;
        for (qsizetype at = lineBegin(m_lines[begin].digits.begin); at <= last; at = m_text.indexOf(u'\n', at) + 1) {
            takeFirstField(at, true);
            if (m_text.indexOf(u'\n', at) < 0)
                break;
        }
        for (qsizetype at = lineBegin(m_lines[begin].digits.begin); at > 0;) {
            at = lineBegin(at - 1);
            if (!takeFirstField(at, false))
                break;
        }
    }

    /// The first field of a line and the separator behind it, where it holds nothing, the head of such a column, or (`numbered`)
    /// digits.
    bool takeFirstField(qsizetype at, bool numbered)
    {
        const qsizetype end = m_text.indexOf(u'\n', at) < 0 ? m_text.size() : m_text.indexOf(u'\n', at);
        if (at < end && m_text[at] == u'|')
            ++at;
        const auto isSeparator = [](QChar c) { return c == u'\t' || c == u'|' || c == u','; };
        const qsizetype stop = std::find_if(m_text.begin() + at, m_text.begin() + end, isSeparator) - m_text.begin();
        if (stop == end)
            return false;
        const QStringView field = m_text.mid(at, stop - at).trimmed();
        if (!field.isEmpty() && std::find(std::begin(Heads), std::end(Heads), field) == std::end(Heads)
            && !(numbered && std::all_of(field.begin(), field.end(), isDigit)))
            return false;
        m_out.push_back({at, stop + 1});
        return true;
    }

    /// The head of the column that counts the rows.
    void findHeads()
    {
        for (const QStringView head : Heads) {
            for (qsizetype at = m_text.indexOf(head); at >= 0; at = m_text.indexOf(head, at + head.size())) {
                qsizetype begin = at;
                while (begin > 0 && (isSpace(m_text[begin - 1]) || m_text[begin - 1] == u'|'))
                    --begin;
                const qsizetype end = at + head.size();
                if ((begin > 0 && m_text[begin - 1] != u'\n') || end == m_text.size() || m_text[end].isLetter())
                    continue;
                m_heads.push_back(begin);
            }
        }
    }

    QStringView m_text;
    std::vector<Numbered> m_lines;
    std::vector<qsizetype> m_heads; ///< where the lines of heads over such numbers begin
    std::vector<TextRange> m_out;
};

} // namespace

std::vector<TextRange> findLineNumbers(QStringView text) { return Finder(text).run(); }

} // namespace gouji
