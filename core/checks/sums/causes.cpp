// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/sums/causes.h"

#include "checks/sums/rowshift.h"

#include <QVarLengthArray>

#include <algorithm>
#include <numeric>

namespace gouji {

namespace {

using Residuals = std::vector<qint64>;

struct Touch {
    int equation;
    int sign; ///< what one more in the cell adds to the residual
};

/// A remedy and what it does to the residuals.
struct Atom {
    QVarLengthArray<CellId, 2> cells;
    QVarLengthArray<qint64, 2> deltas;
    QVarLengthArray<std::pair<int, qint64>, 6> effect; ///< by equation, sorted
    int clears = 0;
};

class Search {
public:
    Search(const Report &report, const std::vector<Equation> &equations)
        : m_report(report)
        , m_equations(equations)
        , m_touches(size_t(report.catalogue().cellCount()))
    {
        for (size_t e = 0; e < equations.size(); ++e) {
            if (!equations[e].assessable)
                continue;
            for (const CellId id : equations[e].identity->left)
                m_touches[size_t(id.index)].append({int(e), 1});
            for (const CellId id : equations[e].identity->right)
                m_touches[size_t(id.index)].append({int(e), -1});
            for (const CellId id : equations[e].blanks) {
                if (report.cell(id).value && !m_tried.contains(id))
                    m_tried << id;
            }
        }
        for (const auto &touches : m_touches)
            m_mostTouches = std::max(m_mostTouches, touches.size());
    }

    QList<Cause> run(const Residuals &start, const std::vector<int> &scope);

private:
    /// As the equations count it: what they tried as blank is 0.
    Decimal valueOf(CellId id) const { return m_tried.contains(id) ? Decimal() : operand(m_report, id).value; }
    bool movable(CellId id, qint64 delta) const { return valueOf(id).units() + delta >= 0; }
    std::vector<Atom> atoms(const Residuals &r) const;
    void addSingles(const Residuals &r, CellId id, std::vector<Atom> &out) const;
    void addPairs(const Residuals &r, int shared, std::vector<Atom> &out) const;
    bool finish(const Residuals &r, Atom &atom) const;
    bool solve(const Residuals &r, int depth, std::vector<Atom> &path);
    bool solveWithOne(const Residuals &r, qsizetype failed, std::vector<Atom> &path) const;
    Cause causeOf(const Residuals &r, const Atom &chosen) const;
    void rank(Cause &cause) const;

    const Report &m_report;
    const std::vector<Equation> &m_equations;
    std::vector<QVarLengthArray<Touch, 4>> m_touches;
    qsizetype m_mostTouches = 2; ///< equations one change can settle; two cells settle two
    QList<CellId> m_tried; ///< cells with a number that the equations take for blank
    std::vector<int> m_scope;
    int m_budget = 0;
};

bool isZero(const Residuals &r)
{
    return std::all_of(r.begin(), r.end(), [](qint64 v) { return v == 0; });
}

/// An atom must not break what holds, and must settle at least one equation for good.
bool Search::finish(const Residuals &r, Atom &atom) const
{
    std::sort(atom.effect.begin(), atom.effect.end());
    for (const auto &[e, amount] : atom.effect) {
        if (r[size_t(e)] == 0)
            return false;
        atom.clears += r[size_t(e)] + amount == 0;
    }
    return atom.clears > 0;
}

void Search::addSingles(const Residuals &r, CellId id, std::vector<Atom> &out) const
{
    const auto &touches = m_touches[size_t(id.index)];
    QVarLengthArray<qint64, 4> tried;
    for (const Touch &by : touches) {
        const qint64 delta = -r[size_t(by.equation)] * by.sign;
        if (delta == 0 || tried.contains(delta) || !movable(id, delta))
            continue;
        tried << delta;
        Atom atom;
        atom.cells << id;
        atom.deltas << delta;
        for (const Touch &t : touches)
            atom.effect << std::make_pair(t.equation, delta * t.sign);
        if (finish(r, atom))
            out.push_back(std::move(atom));
    }
}

/// Two cells of an equation that holds and must go on holding: one moves against the other.
void Search::addPairs(const Residuals &r, int shared, std::vector<Atom> &out) const
{
    struct End {
        CellId id;
        int sign;
        int equation;
        int otherSign;
    };
    std::vector<End> ends;
    const Identity &identity = *m_equations[size_t(shared)].identity;
    const auto collect = [&](const QList<CellId> &cells, int sign) {
        for (const CellId id : cells) {
            const auto &touches = m_touches[size_t(id.index)];
            // One more equation each is what a misprint carried into its total looks like; more would be guessing.
            if (touches.size() != 2)
                continue;
            const Touch &other = touches[0].equation == shared ? touches[1] : touches[0];
            if (r[size_t(other.equation)] != 0)
                ends.push_back({id, sign, other.equation, other.sign});
        }
    };
    collect(identity.left, 1);
    collect(identity.right, -1);
    for (size_t i = 0; i < ends.size(); ++i) {
        for (size_t j = i + 1; j < ends.size(); ++j) {
            const End &a = ends[i];
            const End &b = ends[j];
            if (a.equation == b.equation)
                continue;
            const qint64 da = -r[size_t(a.equation)] * a.otherSign;
            const qint64 db = -a.sign * b.sign * da;
            if (r[size_t(b.equation)] + db * b.otherSign != 0 || !movable(a.id, da) || !movable(b.id, db))
                continue;
            Atom atom;
            atom.cells << a.id << b.id;
            atom.deltas << da << db;
            atom.effect << std::make_pair(a.equation, da * a.otherSign) << std::make_pair(b.equation, db * b.otherSign);
            if (finish(r, atom))
                out.push_back(std::move(atom));
        }
    }
}

std::vector<Atom> Search::atoms(const Residuals &r) const
{
    std::vector<Atom> out;
    std::vector<CellId> seen;
    for (const int e : m_scope) {
        if (r[size_t(e)] == 0)
            continue;
        for (const QList<CellId> *side : {&m_equations[size_t(e)].identity->left, &m_equations[size_t(e)].identity->right}) {
            for (const CellId id : *side) {
                if (std::find(seen.begin(), seen.end(), id) != seen.end())
                    continue;
                seen.push_back(id);
                addSingles(r, id, out);
            }
        }
    }
    for (const int e : m_scope) {
        if (r[size_t(e)] == 0)
            addPairs(r, e, out);
    }
    std::stable_sort(out.begin(), out.end(),
        [](const Atom &a, const Atom &b) { return a.clears != b.clears ? a.clears > b.clears : a.cells.size() < b.cells.size(); });
    return out;
}

Residuals after(Residuals r, const Atom &atom)
{
    for (const auto &[e, amount] : atom.effect)
        r[size_t(e)] += amount;
    return r;
}

/// The last error must undo all that is left: nothing has to be ranked for that, and only cells of one failed equation can.
bool Search::solveWithOne(const Residuals &r, qsizetype failed, std::vector<Atom> &path) const
{
    std::vector<Atom> found;
    const auto settles = [&] {
        const auto at = std::find_if(found.begin(), found.end(), [&](const Atom &a) { return a.clears == int(failed); });
        if (at != found.end())
            path.push_back(*at);
        return at != found.end();
    };
    const int first = *std::find_if(m_scope.begin(), m_scope.end(), [&](int e) { return r[size_t(e)] != 0; });
    const Identity &identity = *m_equations[size_t(first)].identity;
    for (const QList<CellId> *side : {&identity.left, &identity.right}) {
        for (const CellId id : *side) {
            if (m_touches[size_t(id.index)].size() == failed)
                addSingles(r, id, found);
        }
    }
    if (settles())
        return true;
    found.clear();
    for (const int e : m_scope) {
        if (failed == 2 && r[size_t(e)] == 0)
            addPairs(r, e, found);
    }
    return settles();
}

bool Search::solve(const Residuals &r, int depth, std::vector<Atom> &path)
{
    const qsizetype failed = r.size() - size_t(std::count(r.begin(), r.end(), 0));
    if (failed == 0)
        return true;
    if (depth == 0 || --m_budget < 0 || failed > depth * m_mostTouches)
        return false;
    if (depth == 1)
        return solveWithOne(r, failed, path);
    const std::vector<Atom> choices = atoms(r);
    std::vector<const Atom *> tried;
    for (const Atom &atom : choices) {
        // Atoms of one effect are one choice here; they become the remedies of one cause.
        if (std::any_of(tried.begin(), tried.end(), [&](const Atom *t) { return t->effect == atom.effect; }))
            continue;
        tried.push_back(&atom);
        path.push_back(atom);
        if (solve(after(r, atom), depth - 1, path))
            return true;
        path.pop_back();
    }
    return false;
}

Cause Search::causeOf(const Residuals &r, const Atom &chosen) const
{
    Cause cause;
    for (const auto &[e, amount] : chosen.effect)
        cause.equations << e;
    for (const Atom &atom : atoms(r)) {
        // Two cells are only offered where one would not do.
        if (atom.effect != chosen.effect || atom.cells.size() > chosen.cells.size())
            continue;
        Remedy remedy;
        for (qsizetype i = 0; i < atom.cells.size(); ++i) {
            remedy.cells << atom.cells[i];
            remedy.values << Decimal::fromUnits(valueOf(atom.cells[i]).units() + atom.deltas[i]);
        }
        cause.remedies << remedy;
    }
    rank(cause);
    return cause;
}

/// Doubtful cells first, then blank ones. Among equals the number that a writer works out from the others, a total or a
/// remainder: it stands last on the right side.
void Search::rank(Cause &cause) const
{
    const auto weight = [&](const Remedy &remedy) {
        int best = 2;
        for (const CellId id : remedy.cells) {
            const Operand o = operand(m_report, id);
            best = std::min(best, o.doubtful ? 0 : o.blank ? 1 : 2);
        }
        return best;
    };
    const auto isWorkedOut = [&](const Remedy &remedy) {
        return std::all_of(remedy.cells.begin(), remedy.cells.end(), [&](CellId id) {
            return std::any_of(
                cause.equations.begin(), cause.equations.end(), [&](int e) { return m_equations[size_t(e)].identity->right.last() == id; });
        });
    };
    std::stable_sort(cause.remedies.begin(), cause.remedies.end(),
        [&](const Remedy &a, const Remedy &b) { return std::pair(weight(a), !isWorkedOut(a)) < std::pair(weight(b), !isWorkedOut(b)); });
}

QList<Cause> Search::run(const Residuals &start, const std::vector<int> &scope)
{
    constexpr int MostErrors = 3;
    constexpr int Budget = 400;
    QList<Cause> out;
    m_scope = scope;
    std::vector<Atom> path;
    for (int depth = 1; depth <= MostErrors; ++depth) {
        path.clear();
        m_budget = Budget;
        if (solve(start, depth, path))
            break;
    }
    Residuals r = start;
    for (const Atom &atom : path) {
        out << causeOf(r, atom);
        r = after(r, atom);
    }
    // No small set of errors explains everything: keep what two equations agree on, leave the rest open.
    while (path.empty() && !isZero(r)) {
        const std::vector<Atom> choices = atoms(r);
        if (choices.empty() || choices.front().clears < 2)
            break;
        out << causeOf(r, choices.front());
        r = after(r, choices.front());
    }
    for (const int e : scope) {
        if (r[size_t(e)] != 0)
            out << Cause{{e}, {}};
    }
    return out;
}

} // namespace

QList<Cause> findCauses(const Report &report, const std::vector<Equation> &equations)
{
    QList<Cause> out;
    if (std::none_of(equations.begin(), equations.end(), [](const Equation &e) { return e.failed(); }))
        return out;
    Search search(report, equations);
    // Equations that share no cell cannot share an error.
    std::vector<int> joined(equations.size()); // to one before it, or to itself
    std::iota(joined.begin(), joined.end(), 0);
    const auto first = [&](int e) {
        while (joined[size_t(e)] != e)
            e = joined[size_t(e)] = joined[size_t(joined[size_t(e)])];
        return e;
    };
    std::vector<int> owner(size_t(report.catalogue().cellCount()), -1);
    for (size_t e = 0; e < equations.size(); ++e) {
        if (!equations[e].assessable)
            continue;
        for (const QList<CellId> *side : {&equations[e].identity->left, &equations[e].identity->right}) {
            for (const CellId id : *side) {
                int &one = owner[size_t(id.index)];
                if (one < 0) {
                    one = int(e);
                    continue;
                }
                const int a = first(one);
                const int b = first(int(e));
                joined[size_t(std::max(a, b))] = std::min(a, b);
            }
        }
    }
    std::vector<int> part(equations.size(), -1);
    int parts = 0;
    for (size_t e = 0; e < equations.size(); ++e) {
        if (equations[e].assessable)
            part[e] = first(int(e)) == int(e) ? parts++ : part[size_t(first(int(e)))];
    }
    for (int p = 0; p < parts; ++p) {
        Residuals residuals(equations.size(), 0);
        std::vector<int> scope;
        for (size_t e = 0; e < equations.size(); ++e) {
            if (part[e] != p)
                continue;
            scope.push_back(int(e));
            residuals[e] = equations[e].residual();
        }
        if (isZero(residuals))
            continue;
        QList<Cause> found = search.run(residuals, scope);
        const bool open = std::any_of(found.begin(), found.end(), [](const Cause &c) { return c.remedies.isEmpty(); });
        if (open || found.size() > 1) {
            if (auto shift = findShift(report, equations, scope))
                found = {std::move(*shift)};
        }
        out += found;
    }
    for (Cause &cause : out) {
        std::stable_sort(cause.equations.begin(), cause.equations.end(),
            [&](int a, int b) { return equations[size_t(a)].width < equations[size_t(b)].width; });
    }
    return out;
}

} // namespace gouji
