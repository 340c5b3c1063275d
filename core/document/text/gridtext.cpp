// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/text/gridtext.h"

#include "document/cjkspacing.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t LeastColumns = 3; // bounds: two cells side by side
constexpr size_t MostColumns = 64;

bool isRuleSign(QChar c) { return c == u'-' || c == u'=' || c == u':' || c == u'+'; }

/// A rule from one side of the table to the other.
bool isRule(QStringView line)
{
    return line.size() > 4 && line.startsWith(u'+') && line.endsWith(u'+') && std::all_of(line.begin(), line.end(), isRuleSign);
}

bool isTableLine(QStringView line) { return line.size() > 2 && (line.front() == u'+' || line.front() == u'|'); }

bool isNumber(QStringView text)
{
    const auto belongs = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u','; };
    return !text.isEmpty() && text.back() >= u'0' && text.back() <= u'9' && std::all_of(text.begin(), text.end(), belongs);
}

/// A place in a line as it is drawn, where what stands before may be drawn narrow or wide.
struct Drawn {
    int least = 0;
    int most = 0;

    void advance(QChar c)
    {
        const bool wide = isChineseWide(c) || (c.unicode() >= 0x3000 && c.unicode() <= 0x303f);
        const bool either = c.unicode() >= 0xa0 && c.unicode() < 0x2e80;
        least += wide && !either ? 2 : 1;
        most += wide || either ? 2 : 1;
    }
};

class GridTable {
public:
    explicit GridTable(std::vector<int> bounds)
        : m_bounds(std::move(bounds))
        , m_owner(columns())
    {
    }

    size_t columns() const { return m_bounds.size() - 1; }

    /// False where the line does not fit between the bounds.
    bool add(QStringView line)
    {
        const auto cuts = cutsOf(line);
        if (!cuts)
            return false;
        bool ruled = false;
        for (size_t i = 0; i + 1 < cuts->size(); ++i) {
            const Cut &from = (*cuts)[i];
            const QStringView piece = line.mid(from.at + 1, (*cuts)[i + 1].at - from.at - 1);
            if (piece.size() > 1 && std::all_of(piece.begin(), piece.end(), isRuleSign)) {
                for (size_t c = from.column; c < (*cuts)[i + 1].column; ++c)
                    m_owner[c] = m_rows.size();
                ruled = true;
            } else if (!write(from.column, piece.trimmed())) {
                return false;
            }
        }
        m_closed = ruled;
        return true;
    }

    bool isFolded() const { return m_folded; }

    QString text() const
    {
        QString out;
        for (const QStringList &row : m_rows)
            out += u"| "_s + row.join(u" | "_s) + u" |\n"_s;
        return out;
    }

private:
    struct Cut {
        qsizetype at = 0; ///< of the sign in the line
        size_t column = 0; ///< that begins behind it
    };

    std::optional<std::vector<Cut>> cutsOf(QStringView line) const
    {
        std::vector<Cut> out;
        Drawn place;
        size_t next = 0;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == u'|' || line[i] == u'+') {
                while (next < m_bounds.size() && m_bounds[next] < place.least)
                    ++next;
                if (next < m_bounds.size() && m_bounds[next] <= place.most) {
                    out.push_back({i, next++});
                    // A bound that is drawn says where the line is.
                    place = {m_bounds[next - 1], m_bounds[next - 1]};
                }
            }
            place.advance(line[i]);
        }
        if (out.size() < 2 || out.front().at != 0 || out.front().column != 0 || out.back().column != columns()
            || out.back().at + 1 != line.size())
            return std::nullopt;
        return out;
    }

    bool write(size_t column, QStringView piece)
    {
        if (m_closed || m_rows.empty()) {
            m_rows.push_back(QStringList(qsizetype(columns())));
            m_closed = false;
        }
        if (piece.isEmpty())
            return true;
        QString &cell = m_rows[std::min(m_owner[column], m_rows.size() - 1)][qsizetype(column)];
        if (!cell.isEmpty()) {
            // A number under something else is the next row without a rule between them, or a torn one: nobody knows. That of a
            // label may be torn from its point.
            const bool numbers = u".．、)）"_s.contains(piece.front());
            if (isNumber(piece) || (isNumber(cell) && !numbers))
                return false;
            m_folded = true;
            const bool apart = cell.back().unicode() < 0x80 && piece.front().unicode() < 0x80;
            if (apart)
                cell += u' ';
        }
        cell += piece;
        return true;
    }

    std::vector<int> m_bounds; ///< where its columns begin and the last one ends, as drawn
    std::vector<size_t> m_owner; ///< for each column the row whose cell is being written
    std::vector<QStringList> m_rows;
    bool m_closed = true; ///< the last line was a rule
    bool m_folded = false;
};

/// Where the rules of a table have crossings; empty where it is none.
std::vector<int> boundsOf(const QList<QStringView> &lines, qsizetype begin, qsizetype end)
{
    std::vector<int> out;
    for (qsizetype l = begin; l < end; ++l) {
        const QStringView line = lines[l].trimmed();
        if (!isRule(line))
            continue;
        if (line.size() != lines[begin].trimmed().size())
            return {};
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == u'+')
                out.push_back(int(i));
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// The table's rows, one on a line; null where its cells do not go on over lines.
QString rowsOf(const QList<QStringView> &lines, qsizetype begin, qsizetype end)
{
    std::vector<int> bounds = boundsOf(lines, begin, end);
    if (bounds.size() < LeastColumns || bounds.size() > MostColumns)
        return {};
    GridTable table(std::move(bounds));
    for (qsizetype l = begin; l < end; ++l) {
        if (!table.add(lines[l].trimmed()))
            return {};
    }
    return table.isFolded() ? table.text() : QString();
}

} // namespace

QString withoutFoldedRows(QStringView text)
{
    const QList<QStringView> lines = text.split(u'\n');
    QString out;
    bool any = false;
    for (qsizetype l = 0; l < lines.size();) {
        qsizetype end = l;
        if (isRule(lines[l].trimmed())) {
            while (end < lines.size() && isTableLine(lines[end].trimmed()))
                ++end;
        }
        const QString rows = end > l + 1 ? rowsOf(lines, l, end) : QString();
        any = any || !rows.isEmpty();
        if (!rows.isEmpty()) {
            out += rows;
        } else {
            end = std::max(end, l + 1);
            for (qsizetype i = l; i < end; ++i)
                out.append(lines[i]).append(u'\n');
        }
        l = end;
    }
    return any ? out : QString();
}

} // namespace gouji
