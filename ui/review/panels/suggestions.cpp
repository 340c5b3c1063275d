// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/panels/suggestions.h"

#include "output/explanation.h"
#include "review/repairfinder.h"
#include "review/verbs.h"

#include <QCoreApplication>

#include <algorithm>

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

/// Gathers offers; one that would make the same of the cells as an earlier one is left out.
class Offers {
public:
    Offers(const ReviewSession &session, CellId cell)
        : m_session(session)
        , m_report(session.report())
        , m_cell(cell)
    {
    }

    QList<Suggestion> take() { return std::move(m_offers); }

    void placements(const Finding *finding)
    {
        for (int r = 0; r < int(m_report.openRows.size()); ++r) {
            const OpenRow &row = m_report.openRows[r];
            const bool meant = row.cells.contains(m_cell)
                || (finding && finding->rule == "row.ambiguous"_L1
                    && std::all_of(finding->cells.begin(), finding->cells.end(), [&](CellId id) { return row.cells.contains(id); }));
            if (!meant)
                continue;
            for (int p = 0; p < int(row.placements.size()); ++p) {
                const bool many = row.cells.size() > 1;
                const QString label = many ? QCoreApplication::translate("gouji::Suggestions", "整行 %1")
                                           : QCoreApplication::translate("gouji::Suggestions", "采用 %1");
                // Where the characters leave several ways open, one of them is for a person to point at.
                offer(label.arg(placementText(row.placements[p])), row.placements[p].why, verbs::place(m_report, r, p),
                    row.placements.size() == 1, many ? row.cells : QList<CellId>());
            }
        }
    }

    /// A row that was inferred, and whose sums all hold: as it stands.
    void confirmation(const RowRepairs &repairs)
    {
        const QList<CellId> row = verbs::rowOf(m_report, m_cell);
        if (!repairs.inferred)
            return;
        QStringList values;
        for (const CellId id : row)
            values << shortValue(m_report.cell(id));
        offer(QCoreApplication::translate("gouji::Suggestions", "确认整行 %1").arg(values.join(u' ')),
            QCoreApplication::translate("gouji::Suggestions", "这一行的等式都成立"), verbs::confirm(m_report, row), true, row);
    }

    void candidates()
    {
        if (!m_cell.isValid())
            return;
        const Cell &now = m_report.cell(m_cell);
        for (int i = 0; i < int(now.candidates.size()); ++i) {
            const Candidate &c = now.candidates[i];
            const QString label = c.value ? QCoreApplication::translate("gouji::Suggestions", "采用 %1").arg(c.value->toString())
                                          : QCoreApplication::translate("gouji::Suggestions", "留空");
            offer(label, c.why, verbs::takeCandidate(m_report, m_cell, i));
        }
    }

    void values(const Finding &finding, bool asked)
    {
        for (const Way &way : waysOf(finding)) {
            if (!asked && !way.cells.contains(m_cell))
                continue;
            const qsizetype before = m_offers.size();
            // What nobody asked for takes a person's pointing, and so does what breaks as much as it mends.
            offer(way.label(m_report.catalogue(), m_cell), way.why, verbs::editAll(m_report, way.cells, way.values), asked && way.only);
            if (m_offers.size() > before) {
                const Effect &effect = m_offers.last().effect;
                m_offers.last().ranked &= effect.made.isEmpty() || effect.made.size() < effect.mended.size();
            }
        }
    }

    void repairs(const RowRepairs &repairs, bool certain)
    {
        if (certain != repairs.certain)
            return;
        for (const FoundRepair &f : repairs.found) {
            const QList<CellId> row = verbs::rowOf(m_report, f.repair.cell);
            const bool elsewhere = m_cell.isValid() && !row.contains(m_cell);
            const QString text = repairText(f.repair, m_report);
            const QString label = elsewhere ? m_report.catalogue().info(f.repair.cell).rowLabel + u'：' + text : text;
            const QString why = repairs.clear ? clearRowText()
                : f.drops ? QCoreApplication::translate("gouji::Suggestions", "有数字将不再使用，请对照原文")
                : f.tied  ? QCoreApplication::translate("gouji::Suggestions", "不止一种修法同样好，请对照原文选定")
                          : QString();
            if (!add(label, why, f.draft, f.effect, certain && &f == &repairs.found.first(), row))
                continue;
            m_offers.last().repair = f.repair;
        }
    }

    /// A certain repair goes before the ways to lay the row where it mends more than any of them.
    void bestFirst()
    {
        const auto repair = std::find_if(m_offers.begin(), m_offers.end(), [](const Suggestion &s) { return s.repair && s.ranked; });
        const auto merit = [](const Suggestion &s) { return s.effect.mended.size() - s.effect.made.size(); };
        if (repair != m_offers.end()
            && std::all_of(m_offers.begin(), repair, [&](const Suggestion &s) { return merit(s) < merit(*repair); }))
            std::rotate(m_offers.begin(), repair, repair + 1);
    }

private:
    void offer(const QString &label, const QString &why, const Result<Act> &draft, bool ranked = true, const QList<CellId> &row = {})
    {
        if (draft && !draft->isEmpty())
            add(label, why, *draft, std::nullopt, ranked, row);
    }

    bool add(const QString &label, const QString &why, const Act &draft, const std::optional<Effect> &effect, bool ranked,
        const QList<CellId> &row)
    {
        if (m_offers.size() >= MostOffered)
            return false;
        for (const Suggestion &s : std::as_const(m_offers)) {
            if (sameValues(s.draft, draft))
                return false;
        }
        Suggestion out{label, why, {}, {}, draft, effect ? *effect : m_session.preview(draft), ranked};
        for (const CellId id : row) {
            const auto at = std::find_if(draft.cells.begin(), draft.cells.end(), [&](const CellChange &c) { return c.cell == id; });
            out.row << (at == draft.cells.end() ? Suggestion::RowCell{shortValue(m_report.cell(id)), false}
                                                : Suggestion::RowCell{shortValue(at->after), at->before.value != at->after.value});
        }
        m_offers << out;
        return true;
    }

    static bool sameValues(const Act &a, const Act &b)
    {
        return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(), [](const CellChange &c, const CellChange &d) {
            return c.cell == d.cell && c.after.value == d.after.value && c.after.status == d.after.status;
        });
    }

    const ReviewSession &m_session;
    const Report &m_report;
    CellId m_cell;
    QList<Suggestion> m_offers;
};

} // namespace

QList<Suggestion> suggestionsFor(const ReviewSession &session, CellId cell, const Finding *finding)
{
    Offers offers(session, cell);
    const RepairFinder finder(session);
    RowRepairs repairs = finder.forRow(cell);
    if (finding && !repairs.certain) {
        if (RowRepairs other = finder.forCells(finding->cells); other.certain || (repairs.found.isEmpty() && !repairs.inferred))
            repairs = std::move(other);
    }
    offers.confirmation(repairs);
    offers.placements(finding);
    offers.repairs(repairs, true);
    offers.bestFirst();
    offers.candidates();
    if (finding) {
        offers.values(*finding, true);
    } else {
        for (const Finding &f : session.findings())
            offers.values(f, false);
    }
    offers.repairs(repairs, false);
    return offers.take();
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
