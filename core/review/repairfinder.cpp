// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/repairfinder.h"

#include "checks/operands.h"
#include "checks/sums/equations.h"
#include "review/rowcells.h"
#include "review/verbs.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

enum class State { Open, Holds, Fails };

State stateOf(const Report &report, const Identity &identity)
{
    Decimal difference;
    for (const CellId id : identity.left) {
        const Operand o = operand(report, id);
        if (!o.known)
            return State::Open;
        difference += o.value;
    }
    for (const CellId id : identity.right) {
        const Operand o = operand(report, id);
        if (!o.known)
            return State::Open;
        difference = difference - o.value;
    }
    return difference.units() == 0 ? State::Holds : State::Fails;
}

/// The equations of one table, before and after a draft.
class Scale {
public:
    Scale(const Report &report, const FormTable &table)
        : m_report(report)
        , m_table(table)
    {
        for (const Identity &identity : table.identities)
            m_before.push_back(stateOf(report, identity));
    }

    int count(State state, const QList<CellId> &row) const
    {
        int n = 0;
        for (size_t i = 0; i < m_before.size(); ++i)
            n += m_before[i] == state && touches(m_table.identities[qsizetype(i)], row);
        return n;
    }

    /// How many more hold; nothing where one is made false, or can no longer be judged.
    int gain(const Act &draft)
    {
        for (const CellChange &c : draft.cells)
            m_report.cell(c.cell) = c.after;
        int gained = 0;
        bool spoilt = false;
        for (size_t i = 0; i < m_before.size() && !spoilt; ++i) {
            const State after = stateOf(m_report, m_table.identities[qsizetype(i)]);
            spoilt = after != State::Holds && m_before[i] != State::Fails && after != m_before[i];
            gained += after == State::Holds && m_before[i] != State::Holds;
        }
        for (const CellChange &c : draft.cells)
            m_report.cell(c.cell) = c.before;
        return spoilt ? 0 : gained;
    }

private:
    static bool touches(const Identity &identity, const QList<CellId> &row)
    {
        return std::any_of(row.begin(), row.end(), [&](CellId id) { return identity.left.contains(id) || identity.right.contains(id); });
    }

    Report m_report;
    const FormTable &m_table;
    std::vector<State> m_before;
};

/// The characters of a number other than 0 are used before and not after.
bool drops(const Act &draft)
{
    QList<TextRange> kept;
    for (const CellChange &c : draft.cells)
        kept << c.after.source;
    return std::any_of(draft.cells.begin(), draft.cells.end(), [&](const CellChange &c) {
        if (!c.before.value || c.before.value->units() == 0 || c.before.source.length() == 0)
            return false;
        return std::none_of(kept.begin(), kept.end(), [&](const TextRange &k) { return k.intersects(c.before.source); });
    });
}

/// Findings mended minus made.
qsizetype merit(const Effect &effect) { return effect.mended.size() - effect.made.size(); }

bool sameResult(const Act &a, const Act &b)
{
    if (a.cells.size() != b.cells.size())
        return false;
    return std::all_of(a.cells.begin(), a.cells.end(), [&](const CellChange &c) {
        return std::any_of(
            b.cells.begin(), b.cells.end(), [&](const CellChange &d) { return d.cell == c.cell && d.after.value == c.after.value; });
    });
}

qsizetype gapsIn(const Report &report, const QList<CellId> &row, const Act &draft)
{
    return std::count_if(row.begin(), row.end(), [&](CellId id) {
        const auto at = std::find_if(draft.cells.begin(), draft.cells.end(), [&](const CellChange &c) { return c.cell == id; });
        return !(at == draft.cells.end() ? report.cell(id) : at->after).value;
    });
}

/// Every cell has characters of its own that were read without a doubt, in the order of the row.
bool standsClearly(const Report &report, const QList<CellId> &row)
{
    qsizetype end = 0;
    for (const CellId id : row) {
        const Cell &cell = report.cell(id);
        const bool sure = cell.value && (cell.status == CellStatus::Read || cell.confirmed) && cell.source.length() > 0;
        if (!sure || cell.source.begin < end)
            return false;
        end = cell.source.end;
    }
    return true;
}

} // namespace

QList<Repair> RepairFinder::candidates(const QList<CellId> &row) const
{
    using Verb = Repair::Verb;
    const Report &report = m_session.report();
    const auto holds = [&](CellId id) { return verbs::holdsSomething(report.cell(id)); };
    QList<Repair> out;
    for (const CellId id : row) {
        for (const int cut : verbs::cutsOf(report.cell(id)))
            out << Repair{Verb::Split, id, {}, cut};
        if (holds(id))
            out << Repair{Verb::Join, id, {}, 0};
    }
    for (const CellId id : row)
        out << Repair{Verb::ShiftRight, id, {}, 0} << Repair{Verb::ShiftLeft, id, {}, 0} << Repair{Verb::Delete, id, {}, 0};
    // A gap that belongs elsewhere in the row: what stands between moves over by one.
    const QList<CellId> line = verbs::lineOf(report, row.first());
    for (qsizetype gap = 0; gap < line.size(); ++gap) {
        if (holds(line[gap]))
            continue;
        for (qsizetype end = gap + 1; end < line.size() && holds(line[end]); ++end)
            out << Repair{Verb::MoveRun, line[gap + 1], line[gap], int(end - gap)};
        for (qsizetype begin = gap - 1; begin >= 0 && holds(line[begin]); --begin)
            out << Repair{Verb::MoveRun, line[begin], line[begin + 1], int(gap - begin)};
    }
    out << Repair{Verb::Rejoin, row.first(), {}, 0};
    const QList<QList<CellId>> rows = verbs::likeRows(report, row.first());
    const qsizetype at = rows.indexOf(row);
    for (qsizetype other = 0; other < rows.size(); ++other) {
        if (other == at)
            continue;
        if (std::none_of(rows[other].begin(), rows[other].end(), holds))
            out << Repair{Verb::Relabel, row.first(), rows[other].first(), 0};
        else
            out << Repair{Verb::SwapRows, row.first(), rows[other].first(), 0};
    }
    if (line != row)
        return out; // rows side by side have none above or below them
    return out << Repair{Verb::PullRows, row.first(), {}, 0} << Repair{Verb::PushRows, row.first(), {}, 0};
}

RowRepairs RepairFinder::forRow(CellId cell, qsizetype most) const
{
    const Report &report = m_session.report();
    const QList<CellId> row = verbs::rowOf(report, cell);
    const FormTable *table = nullptr;
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        if (report.formTable(i).placeOf(cell) >= 0)
            table = &report.formTable(i);
    }
    RowRepairs out;
    if (row.isEmpty() || !table)
        return out;
    Scale scale(report, *table);
    const bool doubtful = std::any_of(row.begin(), row.end(), [&](CellId id) { return report.cell(id).needsPerson(); });
    const bool fails = scale.count(State::Fails, row) > 0;
    if (!doubtful && !fails)
        return out;
    out.clear = fails && standsClearly(report, row);
    out.inferred = doubtful && !fails && scale.count(State::Open, row) == 0 && scale.count(State::Holds, row) > 0
        && std::none_of(row.begin(), row.end(),
            [&](CellId id) { return report.cell(id).needsPerson() && report.cell(id).status != CellStatus::Repaired; })
        && std::none_of(report.openRows.begin(), report.openRows.end(),
            [&](const OpenRow &open) { return open.placements.size() > 1 && open.cells.contains(row.first()); });

    struct Ranked {
        FoundRepair found;
        int gain = 0;
        qsizetype gaps = 0; ///< left in the row: a form is full of zeros, and rarely left empty
    };
    std::vector<Ranked> ranked;
    for (const Repair &repair : candidates(row)) {
        const auto draft = draftOf(repair, report, m_session.document());
        if (!draft || draft->isEmpty())
            continue;
        if (out.clear && drops(*draft))
            continue; // what stands clearly in the text is not thrown away to please a sum
        const int gain = scale.gain(*draft);
        const auto same = [&](const Ranked &r) { return sameResult(r.found.draft, *draft); };
        if (gain > 0 && std::none_of(ranked.begin(), ranked.end(), same))
            ranked.push_back({{repair, *draft, {}, false, drops(*draft)}, gain, gapsIn(report, row, *draft)});
    }
    // What loses a number comes last, whatever it mends; and the least that is changed is the likeliest to have happened.
    const auto worth = [](const Ranked &r) { return std::tuple(r.found.drops, -r.gain, r.gaps, r.found.draft.cells.size()); };
    std::stable_sort(ranked.begin(), ranked.end(), [&](const Ranked &a, const Ranked &b) { return worth(a) < worth(b); });
    if (out.clear)
        most = std::min<qsizetype>(most, 1); // something to compare the original with, not a choice
    std::vector<Ranked> best;
    for (size_t i = 0; i < ranked.size() && best.size() < size_t(most); ++i) {
        ranked[i].found.effect = m_session.preview(ranked[i].found.draft);
        if (merit(ranked[i].found.effect) >= 0)
            best.push_back(ranked[i]);
    }
    std::stable_sort(best.begin(), best.end(), [](const Ranked &a, const Ranked &b) {
        return std::pair(b.found.drops, merit(a.found.effect)) > std::pair(a.found.drops, merit(b.found.effect));
    });
    const auto equal = [](const Ranked &a, const Ranked &b) {
        return a.gain == b.gain && a.gaps == b.gaps && merit(a.found.effect) == merit(b.found.effect);
    };
    for (Ranked &r : best) {
        r.found.tied = std::count_if(best.begin(), best.end(), [&](const Ranked &o) { return equal(o, r); }) > 1;
        out.found << r.found;
    }
    out.certain = !out.clear && !out.found.isEmpty() && !out.found.first().tied && !out.found.first().drops
        && out.found.first().effect.made.isEmpty();
    return out;
}

RowRepairs RepairFinder::forCells(const QList<CellId> &cells, qsizetype most) const
{
    const Report &report = m_session.report();
    struct Suspect {
        QList<CellId> row;
        bool likely = false;
    };
    std::vector<Suspect> rows;
    const std::vector<Equation> equations = evaluate(report);
    for (const CellId id : cells) {
        const QList<CellId> row = verbs::rowOf(report, id);
        if (row.isEmpty() || std::any_of(rows.begin(), rows.end(), [&](const Suspect &s) { return s.row == row; }))
            continue;
        const bool doubtful = std::any_of(row.begin(), row.end(), [&](CellId c) { return report.cell(c).needsPerson(); });
        const bool fails = std::any_of(equations.begin(), equations.end(),
            [&](const Equation &e) { return e.width == Equation::Width::Row && e.failed() && row.contains(e.identity->left.first()); });
        rows.push_back({row, doubtful || fails});
    }
    std::stable_partition(rows.begin(), rows.end(), [](const Suspect &s) { return s.likely; });
    RowRepairs best;
    for (size_t i = 0; i < rows.size() && i < size_t(Rows); ++i) {
        RowRepairs here = forRow(rows[i].row.first(), most);
        if (here.found.isEmpty())
            continue;
        const auto worth = [](const RowRepairs &r) { return std::pair(r.certain, merit(r.found.first().effect)); };
        if (best.found.isEmpty() || worth(here) > worth(best))
            best = std::move(here);
    }
    return best;
}

QString clearRowText() { return u"原文这一行各格都清楚，而等式不成立：可能是报告本身有误，先对照原件。"_s; }

} // namespace gouji
