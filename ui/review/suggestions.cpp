// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/suggestions.h"

#include "output/explanation.h"
#include "review/verbs.h"

#include <QCoreApplication>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostOffered = 24; ///< more than any row has; a guard, not a choice

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

/// Values that together would reconcile a finding.
struct Way {
    QList<CellId> cells;
    QList<Decimal> values;
    QString why;
    bool only = true; ///< the finding knows no other

    QString label(const FormCatalogue &catalogue, CellId chosen) const
    {
        QStringList parts;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QString value = values[i].toString();
            parts << (cells[i] == chosen ? QCoreApplication::translate("gouji::Suggestions", "此格更正为 %1").arg(value)
                                         : QCoreApplication::translate("gouji::Suggestions", "%1 更正为 %2")
                                               .arg(briefPlace(catalogue, cells[i], chosen), value));
        }
        return parts.join(u'，');
    }
};

QList<Way> waysOf(const Finding &finding)
{
    QList<Way> out;
    int last = -1;
    for (const Culprit &c : finding.candidates) {
        if (!c.value)
            continue;
        if (c.way < 0 || c.way != last)
            out << Way{{}, {}, c.way < 0 ? c.why : QString(), true};
        last = c.way;
        out.last().cells << c.cell;
        out.last().values << *c.value;
    }
    for (Way &way : out)
        way.only = out.size() == 1;
    return out;
}

} // namespace

QList<Suggestion> suggestionsFor(const ReviewSession &session, CellId cell, const Finding *finding)
{
    const Report &report = session.report();
    QList<Suggestion> out;
    const auto offer
        = [&](const QString &label, const QString &why, const Result<Act> &draft, bool ranked = true, const QList<CellId> &row = {}) {
              if (!draft || draft->isEmpty() || out.size() >= MostOffered)
                  return;
              for (const Suggestion &s : std::as_const(out)) {
                  if (s.draft.cells == draft->cells)
                      return;
              }
              out << Suggestion{label, why, row, *draft, session.preview(*draft), ranked};
          };

    for (int r = 0; r < int(report.openRows.size()); ++r) {
        const OpenRow &row = report.openRows[r];
        const bool meant
            = row.cells.contains(cell) || (finding && finding->rule == "row.ambiguous"_L1 && finding->cells.contains(row.cells.value(0)));
        if (!meant)
            continue;
        for (int p = 0; p < int(row.placements.size()); ++p) {
            const bool many = row.cells.size() > 1;
            const QString label = many ? QCoreApplication::translate("gouji::Suggestions", "整行 %1")
                                       : QCoreApplication::translate("gouji::Suggestions", "采用 %1");
            // Where the characters leave several ways open, one of them is for a person to point at.
            offer(label.arg(placementText(row.placements[p])), row.placements[p].why, verbs::place(report, r, p),
                row.placements.size() == 1, many ? row.cells : QList<CellId>());
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
        for (const Way &way : waysOf(*finding))
            offer(way.label(report.catalogue(), cell), way.why, verbs::editAll(report, way.cells, way.values), way.only);
    } else {
        for (const Finding &f : session.findings()) {
            for (const Way &way : waysOf(f)) {
                if (way.cells.contains(cell)) // nobody asked for it: it takes a person's pointing
                    offer(way.label(report.catalogue(), cell), way.why, verbs::editAll(report, way.cells, way.values), false);
            }
        }
    }
    return out;
}

QString effectText(const Effect &effect)
{
    return QCoreApplication::translate("gouji::Suggestions", "修复 %1 项，新增 %2 项").arg(effect.mended.size()).arg(effect.made.size());
}

QString turnsText(const Effect &effect)
{
    const auto list = [](const QStringList &names) {
        constexpr qsizetype Told = 4;
        return names.size() <= Told
            ? names.join(u'、')
            : QCoreApplication::translate("gouji::Suggestions", "%1 等 %2 式").arg(names.mid(0, Told).join(u'、')).arg(names.size());
    };
    QStringList out;
    if (!effect.holding.isEmpty())
        out << QCoreApplication::translate("gouji::Suggestions", "将成立：%1").arg(list(effect.holding));
    if (!effect.failing.isEmpty())
        out << QCoreApplication::translate("gouji::Suggestions", "将不成立：%1").arg(list(effect.failing));
    return out.join(QCoreApplication::translate("gouji::Suggestions", "；"));
}

QString changesText(const FormCatalogue &catalogue, const Effect &effect, qsizetype most)
{
    QStringList out;
    QString row;
    for (const CellChange &c : effect.cells) {
        if (c.before.value == c.after.value)
            continue;
        const CellInfo &info = catalogue.info(c.cell);
        const QString place = info.row == row ? info.columnLabel : info.rowLabel + u' ' + info.columnLabel;
        row = info.row;
        out << u"%1 %2 → %3"_s.arg(place, shortValue(c.before), shortValue(c.after));
    }
    if (out.isEmpty())
        return QCoreApplication::translate("gouji::Suggestions", "数值不变，按此确认");
    if (out.size() > most)
        return QCoreApplication::translate("gouji::Suggestions", "%1 等 %2 格").arg(out.mid(0, most).join(u'、')).arg(out.size());
    return out.join(u'、');
}

QString shortValue(const Cell &cell)
{
    if (cell.value)
        return cell.value->toString();
    return cell.status == CellStatus::Missing ? u"？"_s : cell.status == CellStatus::Suspect && !cell.text.isEmpty() ? cell.text : u"□"_s;
}

} // namespace gouji
