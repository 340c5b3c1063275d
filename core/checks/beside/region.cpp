// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/beside/otherreports.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// A cell of the government's report beside the same one of those below it.
struct Summed {
    CellDifference difference; ///< the government's number and the sum
    qsizetype largest = 0; ///< of the children
    Operand most;
};

std::optional<Summed> sumUp(const Report &own, const QList<Companion> &children, CellId id)
{
    Summed out;
    out.difference.cell = id;
    out.difference.here = operand(own, id);
    Operand &sum = out.difference.there;
    sum.known = out.difference.here.known;
    for (qsizetype i = 0; i < children.size() && sum.known; ++i) {
        const Operand o = operand(*children[i].report, id);
        sum.known = o.known;
        sum.doubtful = sum.doubtful || o.doubtful;
        sum.value += o.value;
        if (i == 0 || o.value > out.most.value) {
            out.most = o;
            out.largest = i;
        }
    }
    if (!sum.known)
        return std::nullopt;
    return out;
}

/// One body alone has more than the government that sums it up; the cells that say so are left out of the sums.
void tellFloors(CheckRun &run, const Rule &rule, const QList<Companion> &children, const QList<Summed> &cells)
{
    for (qsizetype i = 0; i < children.size(); ++i) {
        QList<CellDifference> below;
        for (const Summed &s : cells) {
            if (s.largest == i)
                below << CellDifference{s.difference.cell, s.difference.here, s.most};
        }
        if (below.isEmpty())
            continue;
        Finding &finding = run.add(
            rule, {{"agency"_L1, children[i].report->agency}, {"cells"_L1, differenceText(run.report().catalogue(), below, u" 少于 "_s)}});
        finding.place = u"三张表"_s;
        nameCells(finding, below);
        finding.also << u"region.sum"_s;
        const bool sure = std::any_of(below.begin(), below.end(), [](const CellDifference &d) { return !d.doubtful() && !d.here.blank; });
        if (!sure)
            finding.severity = std::max(finding.severity, Severity::Warning);
    }
}

} // namespace

void checkRegion(CheckRun &run)
{
    const Companions *others = run.dossier().companions;
    if (!others || (others->children.isEmpty() && others->missing.isEmpty()))
        return;
    const QList<Companion> &children = others->children;
    if (const Rule *rule = run.rule(u"region.missing"_s); rule && !others->missing.isEmpty()) {
        const QString bodies = listText(others->missing, 10);
        Finding &finding = run.add(*rule,
            {{"year"_L1, QString::number(run.report().year)}, {"bodies"_L1, bodies},
                {"count"_L1, QString::number(others->missing.size() + children.size())}});
        finding.place = u"单位名单"_s;
        finding.blame = Blame::Open;
    }
    if (children.isEmpty())
        return;
    QList<Summed> floors;
    QList<CellDifference> sums;
    const Rule *floorRule = run.rule(u"region.floor"_s);
    for (const CellId id : run.report().cellIds()) {
        const auto summed = sumUp(run.report(), children, id);
        if (!summed)
            continue;
        if (floorRule && summed->most.value > summed->difference.here.value)
            floors << *summed;
        else if (summed->difference.here.value != summed->difference.there.value)
            sums << summed->difference;
    }
    if (floorRule)
        tellFloors(run, *floorRule, children, floors);
    // Where a body's report is not here the sum says nothing; region.missing tells that.
    const Rule *rule = run.rule(u"region.sum"_s);
    if (!rule || sums.isEmpty() || !others->missing.isEmpty())
        return;
    Finding &finding = run.add(*rule,
        {{"count"_L1, QString::number(sums.size())}, {"bodies"_L1, QString::number(children.size())},
            {"cells"_L1, differenceText(run.report().catalogue(), sums, u" ≠ "_s)}});
    finding.place = u"三张表"_s;
    nameCells(finding, sums);
    if (finding.blame == Blame::Reading)
        finding.severity = std::max(finding.severity, Severity::Hint);
}

} // namespace gouji
