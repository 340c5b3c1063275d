// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/effect.h"

#include "checks/sums/equations.h"

#include <algorithm>

namespace gouji {

namespace {

bool within(const QList<CellId> &inner, const QList<CellId> &outer)
{
    return std::all_of(inner.begin(), inner.end(), [&](CellId id) { return outer.contains(id); });
}

bool meet(const QList<CellId> &a, const QList<CellId> &b)
{
    return std::any_of(a.begin(), a.end(), [&](CellId id) { return b.contains(id); });
}

/// The same problem before and after an act: its words and numbers may change, and cells may drop out of it.
bool continues(const Finding &then, const Finding &now)
{
    if (then.rule != now.rule)
        return false;
    if (then.cells.isEmpty() || now.cells.isEmpty())
        return then.cells == now.cells && then.place == now.place && then.sources == now.sources;
    return within(then.cells, now.cells) || (then.place == now.place && meet(then.cells, now.cells));
}

enum class State { Open, Holds, Fails };

State stateOf(const Equation &e) { return !e.assessable ? State::Open : e.failed() ? State::Fails : State::Holds; }

} // namespace

Effect effectOf(const Report &now, const QList<Finding> &findings, const Report &then, const QList<Finding> &findingsThen,
    const QList<CellChange> &cells)
{
    Effect out;
    out.cells = cells;
    out.mended = findings;
    for (const Finding &f : findingsThen) {
        const auto same = std::find(out.mended.begin(), out.mended.end(), f);
        const auto before = same != out.mended.end()
            ? same
            : std::find_if(out.mended.begin(), out.mended.end(), [&](const Finding &g) { return continues(f, g); });
        if (before == out.mended.end())
            out.made << f;
        else
            out.mended.erase(before);
    }

    const std::vector<Equation> before = evaluate(now);
    for (const Equation &e : evaluate(then)) {
        const auto was = std::find_if(before.begin(), before.end(), [&](const Equation &b) { return b.identity == e.identity; });
        const State from = was == before.end() ? State::Open : stateOf(*was);
        const State to = stateOf(e);
        if (to == State::Holds && from != State::Holds)
            out.holding << equationName(e);
        else if (to == State::Fails && from != State::Fails)
            out.failing << equationName(e);
    }
    return out;
}

} // namespace gouji
