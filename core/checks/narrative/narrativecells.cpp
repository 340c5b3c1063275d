// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativecells.h"

namespace gouji {

using namespace Qt::StringLiterals;

/// "requests.denied_*.total": every such cell that this report prints.
void NarrativeCells::addPattern(const QString &name, QList<CellId> &out) const
{
    const qsizetype star = name.indexOf(u'*');
    if (star < 0) {
        if (const CellId id = m_catalogue.cell(name); id.isValid())
            out << id;
        return;
    }
    const QStringView head = QStringView(name).left(star);
    const QStringView tail = QStringView(name).mid(star + 1);
    for (qsizetype t = 0; t < m_report.tables.size(); ++t) {
        const FormTable &table = m_report.formTable(t);
        if (!head.startsWith(table.id))
            continue;
        for (const FormRow &row : table.rows) {
            for (const CellId id : row.cells) {
                const QString &cell = m_catalogue.name(id);
                if (cell.startsWith(head) && cell.endsWith(tail))
                    out << id;
            }
        }
    }
}

NamedCells NarrativeCells::resolve(const QStringList &names, const QStringList &groups) const
{
    NamedCells out;
    for (QString name : names) {
        const bool minus = name.startsWith(u'-');
        if (minus)
            name.remove(0, 1);
        QList<CellId> cells;
        if (name.contains("{group}"_L1)) {
            for (const QString &group : groups)
                addPattern(QString(name).replace("{group}"_L1, group), cells);
        } else {
            addPattern(name, cells);
        }
        out.printed = out.printed && !cells.isEmpty();
        (minus ? out.minus : out.plus) << cells;
    }
    return out;
}

OperandSum NarrativeCells::sum(const NamedCells &cells) const
{
    OperandSum out = sumOf(m_report, cells.plus);
    const OperandSum less = sumOf(m_report, cells.minus);
    out.value = out.value - less.value;
    out.known = out.known && less.known;
    out.blanks << less.blanks;
    out.doubtful << less.doubtful;
    return out;
}

bool saysValue(const NarrativeClaim &claim, Decimal actual)
{
    if (claim.kind == NarrativeClaim::Kind::Negative)
        return actual.isZero();
    if (claim.said != claim.value)
        return claim.said == actual;
    if (claim.number.covers(actual))
        return true;
    if (claim.exact)
        return false;
    // 余 and 约 stand for whatever rounds to the number: a tenth either way is no contradiction.
    const qint64 off = actual.units() - claim.value.units();
    return (off < 0 ? -off : off) <= claim.value.units() / 10;
}

QString NarrativeCells::text(const NamedCells &cells, const OperandSum &sum) const
{
    const QString &table = m_catalogue.info(cells.plus.first()).table;
    const QString name = table == "proactive"_L1 ? u"表二"_s : table == "requests"_L1 ? u"表三"_s : u"表四"_s;
    if (cells.plus.size() == 1 && cells.minus.isEmpty())
        return name + cellText(m_catalogue, cells.plus.first()) + u"为 "_s + sum.value.toString();
    constexpr qsizetype Listed = 4;
    QStringList terms;
    for (const CellId id : cells.plus) {
        const Operand o = operand(m_report, id);
        if (cells.plus.size() <= Listed || !o.value.isZero())
            terms << cellText(m_catalogue, id) + u' ' + o.value.toString();
    }
    QString text = terms.isEmpty() ? u"各项之和"_s : terms.join(u" + "_s);
    for (const CellId id : cells.minus) {
        if (const Operand o = operand(m_report, id); !o.value.isZero())
            text += u" − "_s + cellText(m_catalogue, id) + u' ' + o.value.toString();
    }
    return name + text + u" = "_s + sum.value.toString();
}

} // namespace gouji
