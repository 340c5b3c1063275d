// SPDX-License-Identifier: GPL-3.0-or-later
#include "certainty.h"

#include "recovery/recovery.h"
#include "samplereport.h"

namespace gouji::test {

using namespace Qt::StringLiterals;

namespace {

QString shown(const std::optional<Decimal> &value)
{
    return value ? value->toString() : u"(empty)"_s;
}

} // namespace

Report recovered(const QString &text)
{
    SourceDocument document;
    document.fileName = u"case.txt"_s;
    document.fileKind = u"txt"_s;
    document.encoding = u"UTF-8"_s;
    document.text = text;
    return recover(document, knowledge().forms);
}

Certainty certaintyOf(const Report &report, const ModelDocument &document, Layout layout)
{
    Certainty out;
    for (const CellId id : report.cellIds()) {
        const Cell &cell = report.cell(id);
        const bool certain = cell.status == CellStatus::Read || cell.status == CellStatus::Blank || cell.status == CellStatus::Corrected;
        QList<std::optional<Decimal>> bears = document.bears.value(id.index).certain;
        const bool zero = bears.contains(Decimal());
        const bool empty = bears.contains(std::nullopt);
        if (losesBlanks(layout) && zero)
            bears << std::nullopt;
        if (losesBlanks(layout) && empty)
            bears << Decimal();
        ++out.cells;
        const std::optional<Decimal> value = cell.status == CellStatus::Blank ? std::nullopt : cell.value;
        if (!certain) {
            out.mended += cell.status == CellStatus::Repaired && !bears.contains(cell.value) && !(empty && cell.value && cell.value->isZero());
            continue;
        }
        out.sure += bears.contains(value);
        if (bears.contains(value))
            continue;
        const QString name = report.catalogue().name(id);
        QStringList wanted;
        for (const auto &b : std::as_const(bears))
            wanted << shown(b);
        const QString kind = bears.isEmpty() ? u"not printed, yet %1"_s.arg(statusName(cell.status))
            : !value                         ? u"printed, yet blank"_s
            : empty                          ? u"empty, yet read"_s
                                             : u"read as another number"_s;
        out.silent << u"%1: %2 %3, the text bears %4"_s.arg(name, statusName(cell.status), shown(value), wanted.isEmpty() ? u"nothing"_s : wanted.join(u" or "_s));
        const QString table = name.section(u'.', 0, 0);
        if (!out.kinds.contains(table + u": "_s + kind))
            out.kinds << table + u": "_s + kind;
    }
    return out;
}

} // namespace gouji::test
