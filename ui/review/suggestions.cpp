// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/suggestions.h"

#include "review/verbs.h"

#include <QCoreApplication>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostOffered = 6;

QString valueText(const std::optional<Decimal> &value) { return value ? value->toString() : u"□"_s; }

/// As much of a cell's place as tells it from the chosen one: a button is short.
QString briefPlace(const FormCatalogue &catalogue, CellId cell, CellId chosen)
{
    const CellInfo &info = catalogue.info(cell);
    if (!chosen.isValid() || catalogue.info(chosen).table != info.table)
        return catalogue.place(cell);
    if (catalogue.info(chosen).row == info.row)
        return info.columnLabel;
    if (catalogue.info(chosen).column == info.column)
        return info.rowLabel;
    return info.rowLabel + u' ' + info.columnLabel;
}

} // namespace

QList<Suggestion> suggestionsFor(const ReviewSession &session, CellId cell, const Finding *finding)
{
    const Report &report = session.report();
    QList<Suggestion> out;
    const auto offer = [&](const QString &label, const QString &why, const Result<Act> &draft, bool ranked = true) {
        if (!draft || draft->isEmpty() || out.size() >= MostOffered)
            return;
        for (const Suggestion &s : std::as_const(out)) {
            if (s.draft.cells == draft->cells)
                return;
        }
        out << Suggestion{label, why, *draft, session.preview(*draft), ranked};
    };

    for (int r = 0; r < int(report.openRows.size()); ++r) {
        const OpenRow &row = report.openRows[r];
        const bool meant
            = row.cells.contains(cell) || (finding && finding->rule == "row.ambiguous"_L1 && finding->cells.contains(row.cells.value(0)));
        if (!meant)
            continue;
        for (int p = 0; p < int(row.placements.size()); ++p) {
            QStringList values;
            for (const Candidate &c : row.placements[p].cells)
                values << valueText(c.value);
            offer(QCoreApplication::translate("gouji::Suggestions", "整行 %1").arg(values.join(u" "_s)), row.placements[p].why,
                verbs::place(report, r, p));
        }
    }
    if (cell.isValid()) {
        const Cell &now = report.cell(cell);
        for (int i = 0; i < int(now.candidates.size()); ++i) {
            const Candidate &c = now.candidates[i];
            const QString label = c.value ? QCoreApplication::translate("gouji::Suggestions", "采用 %1").arg(c.value->toString())
                                          : QCoreApplication::translate("gouji::Suggestions", "留空");
            offer(label, c.why, verbs::takeCandidate(report, cell, i));
        }
    }
    if (finding) {
        for (const Culprit &c : finding->candidates) {
            if (!c.value)
                continue;
            const QString value = c.value->toString();
            const QString label = c.cell == cell ? QCoreApplication::translate("gouji::Suggestions", "更正为 %1").arg(value)
                                                 : QCoreApplication::translate("gouji::Suggestions", "%1 更正为 %2")
                                                       .arg(briefPlace(report.catalogue(), c.cell, cell), value);
            offer(label, c.why, verbs::edit(report, c.cell, value), finding->candidates.size() == 1);
        }
    }
    return out;
}

QString effectText(const ReviewSession::Effect &effect)
{
    return QCoreApplication::translate("gouji::Suggestions", "修复 %1 项，新增 %2 项").arg(effect.mended).arg(effect.made);
}

} // namespace gouji
