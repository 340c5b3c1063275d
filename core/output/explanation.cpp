// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/explanation.h"

#include "output/explainedequation.h"
#include "review/reviewsession.h"
#include "review/rowcells.h"
#include "review/verbs.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString orderOf(const Report &report, CellId cell)
{
    const QList<CellId> row = verbs::rowOf(report, cell);
    return row.size() < 2 ? QString() : u"本行第 %1 格，共 %2 格"_s.arg(row.indexOf(cell) + 1).arg(row.size());
}

} // namespace

CellExplanation explain(CellId cell, const Dossier &dossier, const QList<Finding> &findings)
{
    const Report &report = dossier.report;
    CellExplanation out;
    out.cell = cell;
    out.name = report.catalogue().name(cell);
    out.place = report.catalogue().place(cell);
    out.order = orderOf(report, cell);
    out.now = report.cell(cell);
    out.source = excerptOf(dossier.document, out.now.source);
    out.wording = wordingOf(dossier.document, report, cell);
    for (const OpenRow &row : report.openRows) {
        if (!row.cells.contains(cell))
            continue;
        out.rowReason = row.reason;
        out.placements = row.placements;
    }
    out.equations = equationsOf(report, cell);
    for (const Finding &finding : findings) {
        if (finding.cells.contains(cell))
            out.findings << finding;
    }
    return out;
}

CellExplanation explain(CellId cell, const ReviewSession &session)
{
    CellExplanation out = explain(cell, Dossier{session.report(), session.document()}, session.findings());
    if (const Cell &read = session.reading().cell(cell); read != out.now)
        out.read = read;
    for (const Act &act : session.history()) {
        for (const CellChange &c : act.cells) {
            if (c.cell == cell)
                out.acts << ExplainedAct{act.text, act.who, act.when, verbs::shown(c.before), verbs::shown(c.after)};
        }
    }
    return out;
}

QString valueText(const Cell &cell)
{
    if (cell.value)
        return cell.value->toString();
    if (cell.status == CellStatus::Corrected)
        return statusLabel(CellStatus::Blank);
    return verbs::holdsSomething(cell) ? u"“%1”（未读作数字）"_s.arg(cell.text) : statusLabel(cell.status);
}

QString statusText(const Cell &cell)
{
    return statusLabel(cell.status) + (cell.confirmed && cell.status != CellStatus::Corrected ? u"，已确认"_s : QString());
}

QString standingText(const Cell &cell)
{
    const QString value = valueText(cell);
    const QString status = statusText(cell);
    return value == status ? value : value + u"，"_s + status;
}

QString placementText(const Placement &placement)
{
    QStringList out;
    for (const Candidate &c : placement.cells)
        out << (c.value ? c.value->toString() : u"□"_s);
    return out.join(u' ');
}

QString wordingText(const RowWording &wording)
{
    const QString printed = (wording.apart ? u"隔着别行的数，原文有“%1”"_s : u"原文“%1”"_s).arg(wording.printed);
    switch (wording.match) {
    case RowWording::Match::Same:
        return printed + u"，即格式的行名"_s;
    case RowWording::Match::Variant:
        return printed + u"，是行名“%1”已知的另一种写法"_s.arg(wording.official);
    case RowWording::Match::Near:
        return printed + u"，与行名“%1”相近，%2 字中有 %3 字"_s.arg(wording.official).arg(wording.whole).arg(wording.found);
    case RowWording::Match::None:
        break;
    }
    if (wording.official.isEmpty())
        return u"这份报告所用的格式没有这一行"_s;
    return u"数值近旁没有行名“%1”"_s.arg(wording.official);
}

QString equationText(const ExplainedEquation &equation)
{
    QString out;
    for (const ExplainedWords &w : equation.words)
        out += w.text;
    out += u"，"_s + equation.judgement;
    return equation.wanted ? out + u"；此格若为 %1 则成立"_s.arg(equation.wanted->toString()) : out;
}

} // namespace gouji
