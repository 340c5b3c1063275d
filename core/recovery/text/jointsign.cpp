// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/jointsign.h"

#include "base/normalizedtext.h"
#include "base/oneof.h"
#include "recovery/text/characters.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace gouji {

namespace {

/// Asked of every character.
bool isSign(QChar c)
{
    static constexpr std::array<bool, 128> Ascii = [] {
        std::array<bool, 128> out{};
        for (const char sign : std::string_view(",;:|-*_/\\~#%+="))
            out[size_t(sign)] = true;
        return out;
    }();
    return c.unicode() < Ascii.size() ? Ascii[c.unicode()] : !isIdeograph(c) && isOneOf(c, u"、·—–，；：");
}

constexpr std::u16string_view InNumbers = u"0123456789,.-０１２３４５６７８９．";
constexpr std::u16string_view Marks = u"-/\\—–－／无空";
constexpr int LeastSigns = 4; // of a line
constexpr int LeastLines = 5;
constexpr int LeastTail = 3; // places behind the wording
constexpr int LongTail = 5;
constexpr int MostWordings = 4;

/// A line whose places behind its wording hold numbers or nothing.
struct Row {
    int signs = 0;
    int tail = 0; ///< places behind its wording
    bool numbers = false;
    bool pairs = true; ///< an even number of signs wherever some stand together
    bool behindEmpty = false; ///< a number stands behind an empty place
};

/// A line parted by a sign. Blanks around it are as many on each side every time: "5 *  * 9" has an empty place, "5 - - 9" two
/// marks of empty cells.
class PartedLine {
public:
    PartedLine(QStringView line, QChar sign)
        : m_line(line)
        , m_sign(sign)
    {
    }

    /// False where it is no row of a table.
    bool read(Row &out)
    {
        int wordings = 0;
        int together = 0; // signs
        qsizetype from = 0;
        for (qsizetype i = 0; i <= m_line.size(); ++i) {
            if (i < m_line.size() && m_line[i] != m_sign)
                continue;
            const QStringView whole = m_line.mid(from, i - from);
            const QStringView place = whole.trimmed();
            if (place.isEmpty() && from > 0 && i < m_line.size()) {
                if (m_between >= 0 && m_between != whole.size())
                    return false;
                m_between = whole.size();
            }
            if (!place.isEmpty() && !isDrawnAlike(whole, from > 0, i < m_line.size()))
                return false;
            if (!place.isEmpty()) {
                out.pairs = out.pairs && together % 2 == 0;
                out.behindEmpty = out.behindEmpty || (together > 1 && place.front().isDigit());
                together = 0;
            }
            if (place.isEmpty() || isValue(place)) {
                ++out.tail;
                out.numbers = out.numbers || std::any_of(place.begin(), place.end(), [](QChar c) { return c.isDigit(); });
            } else if (place.back().isDigit()) {
                return false; // a number runs on behind the sign
            } else {
                out.tail = 0;
                out.numbers = false;
                if (++wordings > MostWordings)
                    return false;
            }
            if (i < m_line.size()) {
                ++out.signs;
                ++together;
            }
            from = i + 1;
        }
        const bool alike = m_between < 0 || m_before < 0 || m_after < 0 || m_between == m_before + m_after;
        return alike && wordings > 0 && out.signs >= LeastSigns && out.tail >= LeastTail;
    }

private:
    bool isDrawnAlike(QStringView whole, bool signBefore, bool signBehind)
    {
        const int after = int(std::find_if_not(whole.begin(), whole.end(), isBlank) - whole.begin());
        const int before = int(std::find_if_not(whole.rbegin(), whole.rend(), isBlank) - whole.rbegin());
        constexpr int MostBlanks = 1; // more of them draw columns
        if (signBefore && m_after < 0)
            m_after = after;
        if (signBehind && m_before < 0)
            m_before = before;
        return (!signBefore || (after == m_after && after <= MostBlanks)) && (!signBehind || (before == m_before && before <= MostBlanks));
    }
    /// A number, with its unit at the most, or the mark of an empty cell.
    static bool isValue(QStringView place)
    {
        if (place.size() == 1 && isOneOf(place.front(), Marks))
            return true;
        const bool unit = place.front().isDigit() && isIdeograph(place.back());
        return std::all_of(place.begin(), place.end() - unit, [](QChar c) { return isOneOf(c, InNumbers); });
    }
    static bool isBlank(QChar c) { return c == u' '; }

    QStringView m_line;
    QChar m_sign;
    int m_before = -1; ///< blanks
    int m_after = -1;
    qsizetype m_between = -1; ///< two signs
};

/// The lines that one sign parts.
class Rows {
public:
    void add(const Row &row) { m_rows.push_back(row); }
    size_t count() const { return m_rows.size(); }
    bool pairs() const
    {
        const auto inPairs = std::count_if(m_rows.begin(), m_rows.end(), [](const Row &r) { return r.pairs; });
        return inPairs * 10 >= std::ptrdiff_t(m_rows.size()) * 9; // one may have lost a sign
    }
    /// Half of its long rows with numbers, of the form's largest table, have as many signs, or as many places behind their wording.
    /// `strict`: all have, for what parts the cells may mark an empty one, or a negative number, as well.
    bool isTable(bool strict) const
    {
        const int each = pairs() ? 2 : 1;
        std::map<int, int> bySigns;
        std::map<int, int> byTail;
        int rows = 0;
        for (const Row &row : m_rows) {
            if (row.tail < LongTail * each && strict && row.behindEmpty)
                return false; // or a decrease, in the table that has some
            if (row.tail < LongTail * each || !row.numbers)
                continue;
            ++rows;
            ++bySigns[row.signs];
            ++byTail[row.tail];
        }
        int most = 0;
        for (const auto *counts : {&bySigns, &byTail}) {
            for (const auto &[count, lines] : *counts)
                most = std::max(most, lines);
        }
        return most >= LeastLines && (strict ? most == rows : most * 2 >= rows);
    }

private:
    std::vector<Row> m_rows;
};

} // namespace

JointSign jointSign(QStringView text)
{
    struct Sign {
        QChar c;
        int onLine = 0;
        Rows rows;
    };
    QVarLengthArray<Sign, 4> signs;
    qsizetype line = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const QChar c = i < text.size() ? text[i] : QChar(u'\n');
        if (c == u'\n') {
            for (Sign &sign : signs) {
                Row row;
                if (sign.onLine >= LeastSigns && PartedLine(text.mid(line, i - line), sign.c).read(row))
                    sign.rows.add(row);
                sign.onLine = 0;
            }
            line = i + 1;
        } else if (isSign(c) && (c != u'|' || (i > 0 && text[i - 1] == c))) { // single bars are told on every line by themselves
            auto sign = std::find_if(signs.begin(), signs.end(), [c](const Sign &s) { return s.c == c; });
            if (sign == signs.end()) {
                signs.append({c, 0, {}});
                sign = signs.end() - 1;
            }
            ++sign->onLine;
        }
    }
    const auto most
        = std::max_element(signs.begin(), signs.end(), [](const Sign &a, const Sign &b) { return a.rows.count() < b.rows.count(); });
    if (most == signs.end() || !most->rows.isTable(isOneOf(most->c, Marks)) || (most->c == u'|' && !most->rows.pairs()))
        return {};
    return {most->c, most->rows.pairs()};
}

void halveSigns(NormalizedText &text, QChar sign)
{
    const QChar plain = plainSign(sign);
    for (qsizetype i = 1; i < text.text().size(); ++i) {
        if (text.text()[i] == plain && text.text()[i - 1] == plain)
            text.blank({i, i + 1});
    }
}

QChar plainSign(QChar sign)
{
    const QString plain = sign.isNull() ? QString() : NormalizedText::of(QStringView(&sign, 1)).text();
    return plain.size() == 1 ? plain.front() : sign;
}

} // namespace gouji
