// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/cells/problems.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace gouji {

CellId mainCell(const Finding &f)
{
    if (!f.candidates.isEmpty())
        return f.candidates.first().cell;
    return f.cells.isEmpty() ? CellId() : f.cells.first();
}

TextRange proseOf(const Finding &finding, const Report &report)
{
    TextRange out;
    for (const TextRange &source : finding.sources) {
        const auto inside = [&](const TableReading &t) { return t.found && t.source.contains(source.begin); };
        if (source.isValid() && std::none_of(report.tables.begin(), report.tables.end(), inside))
            out = source;
    }
    return out;
}

namespace {

QHash<CellId, int> orderOf(const QList<CellId> &cells)
{
    QHash<CellId, int> out;
    for (int i = 0; i < int(cells.size()); ++i)
        out.insert(cells[i], i);
    return out;
}

} // namespace

QList<int> findingsByPlace(const Report &report, const QList<Finding> &findings)
{
    const QHash<CellId, int> order = orderOf(report.cellIds());
    QList<int> out(findings.size());
    std::iota(out.begin(), out.end(), 0);
    const auto place = [&](int i) { return std::pair(findings[i].severity == Severity::Hint, order.value(mainCell(findings[i]), -1)); };
    std::stable_sort(out.begin(), out.end(), [&](int a, int b) { return place(a) < place(b); });
    return out;
}

QList<Problem> problemsOf(const Report &report, const QList<Finding> &findings, const QList<FindingVerdict> &verdicts)
{
    const QList<CellId> cells = report.cellIds();
    const QHash<CellId, int> order = orderOf(cells);
    QList<Problem> out;
    QSet<CellId> named;
    for (int i = 0; i < int(findings.size()); ++i) {
        const Finding &f = findings[i];
        if (f.severity == Severity::Hint)
            continue;
        const FindingVerdict verdict = verdicts.value(i);
        if (verdict.judgement == Judgement::None || verdict.lapsed) {
            const CellId cell = mainCell(f);
            out << Problem{i, cell, order.value(cell, -1)};
        }
        for (const CellId id : f.cells)
            named.insert(id);
    }
    for (int i = 0; i < int(cells.size()); ++i) {
        if (report.cell(cells[i]).needsPerson() && !named.contains(cells[i]))
            out << Problem{-1, cells[i], i};
    }
    std::stable_sort(out.begin(), out.end(), [](const Problem &a, const Problem &b) { return a.order < b.order; });
    return out;
}

int nextProblem(const QList<Problem> &problems, const Problem &last, int currentOrder, bool forward)
{
    const int count = int(problems.size());
    const auto at = int(problems.indexOf(last));
    if (at >= 0 && last.order == currentOrder)
        return forward ? (at + 1 < count ? at + 1 : -1) : at - 1;
    if (forward) {
        for (int i = 0; i < count; ++i) {
            if (problems[i].order >= currentOrder)
                return i;
        }
        return count > 0 ? 0 : -1;
    }
    for (int i = count - 1; i >= 0; --i) {
        if (problems[i].order < currentOrder)
            return i;
    }
    return count - 1;
}

} // namespace gouji
