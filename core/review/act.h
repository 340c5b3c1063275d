// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "review/verdict.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

namespace gouji {

/// One cell before and after an act.
struct CellChange {
    CellId cell;
    Cell before;
    Cell after;
    friend bool operator==(const CellChange &, const CellChange &) = default;
};

/// A field of the report that is not a cell.
enum class Field { Agency, Year, Form, State };

/// One field before and after an act; years as digits, states as store ids, forms as formsOf() writes them. The statuses
/// are those of agency, year and form; a state has none.
struct FieldChange {
    Field field = Field::Agency;
    QString before;
    QString after;
    FieldStatus beforeStatus = FieldStatus::Missing;
    FieldStatus afterStatus = FieldStatus::Missing;
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// What a person did, once and for all: one undo step, one line of the history. Acts are only ever appended;
/// undoing is an act of its own (kind "undo") whose parent is the act it takes back.
struct Act {
    QUuid id;
    QUuid parent; ///< "undo", "redo": the act taken back or done again; "note": the act it gives the reason for; null otherwise
    QString kind; ///< "edit", "shift", "insert", "delete", "move", "take", "confirm", "place", "field", "state", "verdict", "undo", "redo",
                  ///< "note"
    QString text; ///< Chinese, for the undo menu and the history: 「右移：予以公开行」
    QString who; ///< the reviewer's name
    QDateTime when; ///< UTC
    QString reason; ///< may be empty
    QUuid group; ///< the same for acts that were done to several reports at once; else null
    QList<CellChange> cells;
    QList<FieldChange> fields;
    QList<VerdictChange> verdicts;

    bool isEmpty() const { return cells.isEmpty() && fields.isEmpty() && verdicts.isEmpty(); }
    friend bool operator==(const Act &, const Act &) = default;
};

/// The changes of an act the other way round, last one first; everything else of it is left empty.
Act reversed(const Act &act);

/// The edition a report follows, and after it those of its tables that follow another: "2021", "2021;proactive=2019".
QString formsOf(const Report &report);
/// Makes a report follow what formsOf() wrote: cells of another edition come to sight or go out of it, no value is
/// touched. False, and nothing done, where an edition or a table is unknown.
bool setForms(Report &report, const QString &forms);

QString fieldName(Field field); ///< "agency", "year", "form", "state"
QString fieldLabel(Field field); ///< 机关, 年度, 格式, 状态

} // namespace gouji
