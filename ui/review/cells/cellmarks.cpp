// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/cells/cellmarks.h"

#include <QCoreApplication>
#include <QStringList>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

CellMarks ofStatus(const Cell &cell)
{
    CellMarks out;
    switch (cell.status) {
    case CellStatus::Read:
        break;
    case CellStatus::Blank:
        out |= CellMark::Blank;
        break;
    case CellStatus::Missing:
        out |= CellMark::Missing;
        break;
    case CellStatus::Suspect:
        out |= CellMark::Suspect;
        break;
    case CellStatus::Repaired:
        out |= CellMark::Repaired;
        break;
    case CellStatus::Corrected:
        out |= CellMark::Corrected;
        if (!cell.value)
            out |= CellMark::Blank;
        break;
    }
    if (cell.confirmed)
        out |= CellMark::Confirmed;
    return out;
}

} // namespace

QHash<CellId, CellMarks> marksOf(const Report &report, const QList<Finding> &findings)
{
    QHash<CellId, CellMarks> out;
    for (const CellId id : report.cellIds()) {
        if (const CellMarks marks = ofStatus(report.cell(id)))
            out.insert(id, marks);
    }
    for (const Finding &f : findings) {
        switch (f.severity) {
        case Severity::Error:
            // Where the checks could name the likely places, only those shout; a failed column has two dozen operands.
            for (const Culprit &c : f.candidates)
                out[c.cell] |= CellMark::Error;
            for (const CellId id : f.cells)
                out[id] |= f.candidates.isEmpty() ? CellMark::Error : CellMark::ErrorPart;
            break;
        case Severity::Warning:
            for (const CellId id : f.cells)
                out[id] |= CellMark::Warning;
            break;
        case Severity::Hint:
            for (const CellId id : f.cells)
                out[id] |= CellMark::Hint;
            break;
        }
    }
    return out;
}

QString marksText(CellMarks marks)
{
    QStringList out;
    if (marks & CellMark::Error)
        out << QCoreApplication::translate("gouji::CellMarks", "有错误");
    else if (marks & CellMark::ErrorPart)
        out << QCoreApplication::translate("gouji::CellMarks", "牵涉错误");
    if (marks & CellMark::Warning)
        out << QCoreApplication::translate("gouji::CellMarks", "有警告");
    if (marks & CellMark::Suspect)
        out << QCoreApplication::translate("gouji::CellMarks", "存疑");
    if (marks & CellMark::Repaired)
        out << QCoreApplication::translate("gouji::CellMarks", "推定");
    if (marks & CellMark::Missing)
        out << QCoreApplication::translate("gouji::CellMarks", "缺失");
    else if (marks & CellMark::Blank)
        out << QCoreApplication::translate("gouji::CellMarks", "空白");
    if (marks & CellMark::Corrected)
        out << QCoreApplication::translate("gouji::CellMarks", "已更正");
    if (marks & CellMark::Confirmed)
        out << QCoreApplication::translate("gouji::CellMarks", "已确认");
    return out.join(QCoreApplication::translate("gouji::CellMarks", "，"));
}

} // namespace gouji
