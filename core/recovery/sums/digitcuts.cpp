// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/sums/digitcuts.h"

#include "base/decimal.h"
#include "recovery/text/characters.h"

#include <algorithm>
#include <array>

namespace gouji {

namespace {

constexpr int LongestRun = 120;
constexpr int LongestNumber = 9; // digits before the point
constexpr int LongestCount = 7; // of numbers that add up to a total
constexpr qint64 StepEffort = 30;
constexpr qint64 Unit = Decimal(1).units();

constexpr auto PowersOfTen = [] {
    std::array<qint64, LongestNumber + 1> out{1};
    for (size_t i = 1; i < out.size(); ++i)
        out[i] = out[i - 1] * 10;
    return out;
}();

bool isMark(QChar c) { return c == u'/' || c == u'-' || c == u'\u2014' || c == u'\u2013' || c == u'\u2212'; }

class Cutter {
public:
    Cutter(const CutTask &task, qint64 &effort)
        : m_task(task)
        , m_run(task.run)
        , m_length(int(task.run.size()))
        , m_shape(task.shape)
        , m_open(task.open)
        , m_end(task.end)
        , m_thousands(task.run.contains(u','))
        , m_plain(std::all_of(task.run.begin(), task.run.end(), isDigit))
        , m_longest(task.shape.total ? LongestCount : LongestNumber)
        , m_effort(effort)
        , m_least(std::max<qint64>(effort - task.effort, 0))
    {
        m_cut.pieces.resize(size_t(m_shape.cells));
        m_cut.printed.resize(size_t(m_shape.cells));
        if (!m_plain || m_length > LongestRun)
            return;
        m_prefixes.reserve(size_t(m_length) + 1);
        m_prefixes.push_back(0);
        for (const QChar c : m_run)
            m_prefixes.push_back(m_prefixes.back() * 10 + (c.unicode() - u'0'));
    }

    std::vector<DigitCut> run(bool &overflow)
    {
        m_overflow = m_length > LongestRun;
        if (m_shape.total && m_end >= 0)
            cutTotalFirst(m_task.begin);
        else
            cutOn(m_task.begin, 0, 0, false);
        if (m_thousands && !m_task.misprint)
            cutAtCommas();
        overflow = overflow || m_overflow;
        if (m_overflow)
            m_out.clear();
        return std::move(m_out);
    }

private:
    struct Piece {
        int end = 0;
        qint64 value = 0;
    };

    /// Calls `use` for every number (or empty cell) that starts at `from` and ends by `limit`, the shortest first, until it says
    /// that no longer one can do.
    template <typename Use> void pieces(int from, int limit, bool afterEmpty, const Use &use)
    {
        if (m_shape.emptyCells)
            use(Piece{from, 0});
        while (from < limit && m_run[from] == u' ')
            ++from;
        if (from >= limit)
            return;
        if (isMark(m_run[from])) {
            if (!afterEmpty)
                use(Piece{from + 1, 0});
            if (m_shape.signs && m_run[from] != u'/' && from + 1 < limit && m_run[from + 1] != u'0')
                number(from + 1, limit, -1, use);
            return;
        }
        if (m_run[from] == u'0' && afterEmpty && !m_shape.signs)
            return; // of empty cells and printed zeros side by side the printed ones are taken to come first
        number(from, limit, 1, use);
    }

    /// Of digits alone, the one that ends just there.
    template <typename Use> void wholePiece(int from, int end, bool afterEmpty, const Use &use)
    {
        if (from == end) {
            if (m_shape.emptyCells)
                use(Piece{from, 0});
            return;
        }
        const bool zero = m_run[from] == u'0';
        if ((zero && afterEmpty && !m_shape.signs) || end - from > (zero ? 1 : m_longest))
            return;
        use(Piece{end, valueOf(from, end) * Unit});
    }

    template <typename Use> void number(int from, int limit, int sign, const Use &use)
    {
        if (m_plain) {
            const int end = m_run[from] == u'0' ? std::min(from + 1, limit) : std::min(from + m_longest, limit);
            for (int i = from; i < end; ++i) {
                if (!use(Piece{i + 1, sign * valueOf(from, i + 1) * Unit}))
                    return;
            }
            return;
        }
        qint64 value = 0;
        int digits = 0; // before the point
        int grouped = -1; // digits since the last thousands separator
        int i = from;
        for (; i < limit; ++i) {
            const QChar c = m_run[i];
            if (c == u',' && digits > 0 && (grouped < 0 ? digits <= 3 : grouped == 3) && m_run[from] != u'0') {
                grouped = 0;
                continue;
            }
            if (!isDigit(c) || digits == m_longest || grouped == 3 || (m_thousands && grouped < 0 && digits == 3)
                || (digits == 1 && m_run[from] == u'0'))
                break;
            value = value * 10 + (c.unicode() - u'0');
            ++digits;
            grouped += grouped >= 0;
            const bool whole = grouped < 0 || grouped == 3;
            const QChar next = i + 1 < m_length ? m_run[i + 1] : QChar();
            if (whole && next != u',' && next != u'.')
                use(Piece{i + 1, sign * value * Unit});
        }
        if (!m_shape.signs || digits == 0 || i >= limit || m_run[i] != u'.' || grouped >= 0)
            return;
        qint64 scale = Unit;
        qint64 units = value * Unit;
        for (++i; i < limit && isDigit(m_run[i]) && scale > 1; ++i) {
            scale /= 10;
            units += (m_run[i].unicode() - u'0') * scale;
            use(Piece{i + 1, sign * units});
        }
    }

    bool allows(int cell, qint64 value) const { return !m_open || (*m_open)[size_t(cell)].allows(value / Unit); }

    bool goesOn()
    {
        m_effort -= StepEffort;
        m_overflow = m_overflow || m_effort < m_least || m_out.size() > m_task.most;
        return !m_overflow;
    }

    /// The total stands at the end of the run: knowing it, most ways to cut the rest are seen early to lead nowhere.
    void cutTotalFirst(int begin)
    {
        const int last = m_shape.cells - 1;
        for (int from = m_end; from >= begin && goesOn(); --from) {
            pieces(from, m_end, false, [&](const Piece &piece) {
                if (piece.end != m_end)
                    return true;
                m_cut.pieces[size_t(last)] = {from, piece.end};
                m_cut.printed[size_t(last)] = piece.value;
                m_partsEnd = from;
                m_total = piece.value;
                m_cut.misprint = -1;
                if (allows(last, m_total))
                    cutParts(begin, 0, 0, false);
                if (m_task.misprint) { // allowed, and yet it may be the misprint
                    m_total = (*m_open)[size_t(last)].most() * Unit;
                    m_cut.misprint = last;
                    cutParts(begin, 0, 0, false);
                }
                return true;
            });
        }
    }

    /// The cells before the total, `sum` being what those before `cell` make.
    void cutParts(int from, int cell, qint64 sum, bool afterEmpty)
    {
        if (!goesOn())
            return;
        const int last = m_shape.cells - 1;
        if (cell == last) {
            if (from == m_partsEnd)
                finishParts(sum);
            return;
        }
        if (!canMake(from, last - cell, m_total - sum))
            return;
        const auto use = [&](const Piece &piece) {
            m_cut.pieces[size_t(cell)] = {from, piece.end};
            m_cut.printed[size_t(cell)] = piece.value;
            if (sum + piece.value <= m_total && allows(cell, piece.value))
                cutParts(piece.end, cell + 1, sum + piece.value, piece.end == from);
            if (m_task.misprint && m_cut.misprint < 0) { // its right value is what the total leaves
                m_cut.misprint = cell;
                cutParts(piece.end, cell + 1, sum, piece.end == from);
                m_cut.misprint = -1;
            }
            return m_task.misprint || piece.value < 0 || sum + piece.value <= m_total;
        };
        if (cell + 1 < last)
            pieces(from, m_partsEnd, afterEmpty, use);
        else if (m_plain)
            wholePiece(from, m_partsEnd, afterEmpty, use);
        else
            pieces(from, m_partsEnd, afterEmpty, [&](const Piece &piece) { return piece.end != m_partsEnd || use(piece); });
    }

    /// Whether what is left before the total can be so many numbers that make no more than `rest`, or just that.
    bool canMake(int from, int numbers, qint64 rest) const
    {
        int digits = m_partsEnd - from;
        if (!m_shape.emptyCells && digits < numbers)
            return false;
        if (!m_plain)
            return true;
        if (m_task.misprint && m_cut.misprint < 0) { // one of them may be anything
            digits -= m_longest;
            --numbers;
        }
        if (digits <= 0)
            return true;
        if (numbers == 0)
            return false;
        const int share = (digits + numbers - 1) / numbers; // of the digits, in the longest of the numbers
        if (digits > numbers && (share > LongestNumber || PowersOfTen[size_t(share - 1)] * Unit > rest))
            return false;
        if (m_task.misprint || digits > LongestNumber)
            return true;
        return valueOf(from, m_partsEnd) * Unit >= rest; // all the digits in one number
    }

    /// Digits as one number, at most LongestNumber of them; what stands before them cancels out.
    qint64 valueOf(int from, int to) const
    {
        return qint64(m_prefixes[size_t(to)] - m_prefixes[size_t(from)] * quint64(PowersOfTen[size_t(to - from)]));
    }

    void finishParts(qint64 sum)
    {
        const int wrong = m_cut.misprint;
        if (!m_task.misprint) {
            if (sum == m_total)
                emitCut(m_end);
            return;
        }
        if (wrong < 0)
            return;
        const qint64 meant = wrong == m_shape.cells - 1 ? sum : m_total - sum;
        if (meant < 0 || meant == m_cut.printed[size_t(wrong)] || !allows(wrong, meant))
            return;
        m_meant = meant;
        emitCut(m_end);
    }

    /// In order, where it is not known beforehand where the total stands, or there is none.
    void cutOn(int from, int cell, qint64 sum, bool afterEmpty)
    {
        if (!goesOn())
            return;
        if (cell == m_shape.cells) {
            if (m_end < 0 || from == m_end)
                emitCut(from);
            return;
        }
        const int left = m_shape.cells - cell - 1;
        const bool isTotal = m_shape.total && left == 0;
        int limit = m_end < 0 ? m_length : m_end;
        if (m_plain && m_shape.total && sum > 0) { // room for the total
            int digits = 0;
            while (digits < int(PowersOfTen.size()) && sum >= PowersOfTen[size_t(digits)] * Unit)
                ++digits;
            if (isTotal)
                limit = std::min(limit, from + digits);
            else
                limit -= digits;
        }
        pieces(from, limit, afterEmpty, [&](const Piece &piece) {
            if (isTotal && piece.value != sum)
                return piece.value < sum;
            if (!m_shape.emptyCells && limit - piece.end < left - (m_shape.total && sum > 0))
                return true;
            m_cut.pieces[size_t(cell)] = {from, piece.end};
            m_cut.printed[size_t(cell)] = piece.value;
            cutOn(piece.end, cell + 1, sum + piece.value, piece.end == from);
            return !isTotal;
        });
    }

    /// Commas may also part the cells, where they are just as many.
    void cutAtCommas()
    {
        const QStringView run = m_run.mid(m_task.begin, (m_end < 0 ? m_length : m_end) - m_task.begin);
        if (run.count(u',') != m_shape.cells - 1)
            return;
        int from = m_task.begin;
        qint64 sum = 0;
        for (int c = 0; c < m_shape.cells; ++c) {
            const int end = c + 1 < m_shape.cells ? int(m_run.indexOf(u',', from)) : m_task.begin + int(run.size());
            const auto value = Decimal::fromString(m_run.mid(from, end - from));
            if (!value || value->units() % Unit != 0)
                return;
            m_cut.pieces[size_t(c)] = {from, end};
            m_cut.printed[size_t(c)] = value->units();
            sum += c + 1 < m_shape.cells ? value->units() : -value->units();
            from = end + 1;
        }
        m_cut.misprint = -1;
        if (sum == 0 || !m_shape.total)
            emitCut(from - 1);
    }

    void emitCut(int end)
    {
        m_cut.end = end;
        m_cut.meant = m_cut.printed;
        if (m_cut.misprint >= 0)
            m_cut.meant[size_t(m_cut.misprint)] = m_meant;
        if (isFresh(m_cut))
            m_out.push_back(m_cut);
    }

    /// Not among m_out yet; where it is not, its place in the table of these is taken.
    bool isFresh(const DigitCut &cut)
    {
        if ((m_out.size() + 1) * 2 > m_seen.size()) {
            m_seen.assign(std::max<size_t>(16, m_seen.size() * 2), -1);
            for (size_t i = 0; i < m_out.size(); ++i)
                m_seen[slotOf(m_out[i])] = int(i);
        }
        const size_t slot = slotOf(cut);
        if (m_seen[slot] >= 0)
            return false;
        m_seen[slot] = int(m_out.size());
        return true;
    }

    size_t slotOf(const DigitCut &cut) const
    {
        quint64 hash = quint64(cut.end);
        for (const qint64 v : cut.printed)
            hash = hash * 0x9e3779b97f4a7c15u + quint64(v);
        for (const qint64 v : cut.meant)
            hash = hash * 0x9e3779b97f4a7c15u + quint64(v);
        size_t slot = size_t(hash >> 32) & (m_seen.size() - 1);
        while (m_seen[slot] >= 0 && !same(m_out[size_t(m_seen[slot])], cut))
            slot = (slot + 1) & (m_seen.size() - 1);
        return slot;
    }

    static bool same(const DigitCut &a, const DigitCut &b) { return a.end == b.end && a.printed == b.printed && a.meant == b.meant; }

    const CutTask &m_task;
    QStringView m_run;
    int m_length = 0;
    CutShape m_shape;
    const std::vector<OpenCell> *m_open;
    int m_end = -1;
    bool m_thousands = false;
    bool m_plain = false; ///< nothing but digits
    int m_longest = 0;
    qint64 &m_effort;
    qint64 m_least = 0; ///< the effort that has to be left
    int m_partsEnd = 0; ///< where the total starts
    qint64 m_total = 0; ///< or the most it can be, where it is the misprint
    qint64 m_meant = 0;
    DigitCut m_cut;
    std::vector<quint64> m_prefixes; ///< of digits alone: what those before each place make, modulo 2^64
    std::vector<int> m_seen; ///< m_out by what the cells say: a hash table with room to spare; -1 where free
    std::vector<DigitCut> m_out;
    bool m_overflow = false;
};

} // namespace

std::vector<DigitCut> cutDigits(const CutTask &task, qint64 &effort, bool &overflow) { return Cutter(task, effort).run(overflow); }

} // namespace gouji
