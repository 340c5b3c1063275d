// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/repair.h"

#include "checks/sums/equations.h"
#include "review/rowcells.h"
#include "review/verbs.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QList<CellId> runOf(const Repair &repair, const Report &report)
{
    const QList<CellId> line = verbs::lineOf(report, repair.cell);
    return line.mid(line.indexOf(repair.cell), repair.count);
}

/// The equations that come to hold with a draft; nothing where one is made false or can no longer be judged.
QStringList gained(const Report &now, const Act &draft)
{
    Report then = now;
    for (const CellChange &c : draft.cells)
        then.cell(c.cell) = c.after;
    const std::vector<Equation> before = evaluate(now);
    const std::vector<Equation> after = evaluate(then); // the same ones in the same order
    QStringList out;
    for (size_t i = 0; i < before.size(); ++i) {
        const bool held = before[i].assessable && !before[i].failed();
        const bool holds = after[i].assessable && !after[i].failed();
        const bool fails = after[i].failed() && !before[i].failed();
        if ((held && !holds) || fails)
            return {};
        if (!held && holds)
            out << equationName(after[i]);
    }
    return out;
}

/// The name of the sum over a cell's own row; empty where it has none.
QString rowSum(const Report &report, CellId cell)
{
    for (const Equation &e : evaluate(report)) {
        if (e.width == Equation::Width::Row && verbs::rowOf(report, cell).contains(e.identity->left.first()))
            return equationName(e);
    }
    return {};
}

} // namespace

Result<Act> draftOf(const Repair &repair, const Report &report, const SourceDocument &document)
{
    switch (repair.verb) {
    case Repair::Verb::ShiftRight:
        return verbs::shiftRight(report, repair.cell);
    case Repair::Verb::ShiftLeft:
        return verbs::shiftLeft(report, repair.cell);
    case Repair::Verb::Delete:
        return verbs::deleteValue(report, repair.cell);
    case Repair::Verb::MoveRun:
        return verbs::moveRun(report, runOf(repair, report), repair.to);
    case Repair::Verb::Split:
        return verbs::splitValue(report, repair.cell, repair.count);
    case Repair::Verb::Join:
        return verbs::joinValues(report, document, repair.cell);
    case Repair::Verb::SwapRows:
        return verbs::swapRows(report, repair.cell, repair.to);
    case Repair::Verb::Relabel:
        return verbs::relabelRow(report, repair.cell, repair.to);
    case Repair::Verb::PullRows:
        return verbs::dropRow(report, repair.cell, true);
    case Repair::Verb::PushRows:
        return verbs::pushRows(report, repair.cell);
    case Repair::Verb::Rejoin:
        return verbs::rejoinRow(report, document, repair.cell);
    }
    return verbs::refusal(u"没有这种修复。"_s);
}

QString repairText(const Repair &repair, const Report &report)
{
    const FormCatalogue &forms = report.catalogue();
    const QString column = forms.info(repair.cell).columnLabel;
    const QString value = verbs::shown(report.cell(repair.cell));
    switch (repair.verb) {
    case Repair::Verb::ShiftRight:
        return u"从%1起右移一格"_s.arg(column);
    case Repair::Verb::ShiftLeft:
        return u"从%1起左移一格"_s.arg(column);
    case Repair::Verb::Delete:
        return u"删去%1的 %2，其余左移"_s.arg(column, value);
    case Repair::Verb::MoveRun: {
        const QList<CellId> run = runOf(repair, report);
        const bool right = run.contains(repair.to) ? repair.to != run.first() : repair.to > repair.cell;
        QString last = forms.info(run.last()).columnLabel;
        if (forms.info(run.last()).row != forms.info(run.first()).row)
            last.prepend(forms.info(run.last()).rowLabel);
        const QString from = run.size() > 1 ? u"%1至%2"_s.arg(column, last) : column;
        return u"%1%2移一格"_s.arg(from, right ? u"右"_s : u"左"_s);
    }
    case Repair::Verb::Split: {
        const QString digits = verbs::digitsText(report.cell(repair.cell));
        return u"%1 拆为 %2 和 %3"_s.arg(digits, digits.left(repair.count), digits.mid(repair.count));
    }
    case Repair::Verb::Join: {
        const QList<CellId> row = verbs::lineOf(report, repair.cell);
        if (row.last() == repair.cell)
            return u"%1 与其后未用的数合并"_s.arg(value);
        const QString next = verbs::shown(report.cell(row[row.indexOf(repair.cell) + 1]));
        return u"%1 和 %2 合为 %1%2"_s.arg(value, next);
    }
    case Repair::Verb::SwapRows:
        return u"与%1对调"_s.arg(verbs::rowName(report, repair.to));
    case Repair::Verb::Relabel:
        return u"改归%1"_s.arg(verbs::rowName(report, repair.to));
    case Repair::Verb::PullRows:
        return u"删去此行，下面各行上移"_s;
    case Repair::Verb::PushRows:
        return u"从此行起下移一行"_s;
    case Repair::Verb::Rejoin:
        return u"接回被截断的后几格"_s;
    }
    return {};
}

std::optional<SimilarDraft> similarDraft(
    const Repair &repair, const QStringList &holding, const Report &other, const SourceDocument &document)
{
    if (!verbs::known(other, repair.cell))
        return std::nullopt;
    const QString own = rowSum(other, repair.cell);
    QList<Repair> ways{repair};
    if (repair.verb == Repair::Verb::Split) {
        ways.clear();
        for (const int front : verbs::cutsOf(other.cell(repair.cell)))
            ways << Repair{repair.verb, repair.cell, {}, front};
    }
    std::optional<SimilarDraft> out;
    for (const Repair &way : ways) {
        const auto draft = draftOf(way, other, document);
        if (!draft || draft->isEmpty())
            continue;
        const QStringList names = gained(other, *draft);
        const bool same = holding.contains(own)
            ? names.contains(own)
            : std::any_of(names.begin(), names.end(), [&](const QString &n) { return holding.contains(n); });
        if (!same)
            continue;
        if (out)
            return std::nullopt; // a person has to choose
        out = SimilarDraft{way, *draft};
    }
    return out;
}

} // namespace gouji
