// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

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

/// One field before and after an act; years as digits, forms as ids, states as store ids.
struct FieldChange {
    Field field = Field::Agency;
    QString before;
    QString after;
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// What a person did, once and for all: one undo step, one line of the history. Acts are only ever appended;
/// undoing is an act of its own (kind "undo") whose parent is the act it takes back.
struct Act {
    QUuid id;
    QUuid parent; ///< "undo", "redo": the act taken back or done again; null otherwise
    QString kind; ///< "edit", "shift", "insert", "delete", "move", "take", "confirm", "place", "field", "undo", "redo"
    QString text; ///< Chinese, for the undo menu and the history: 「右移：予以公开行」
    QString who; ///< the reviewer's name
    QDateTime when; ///< UTC
    QString reason; ///< may be empty
    QList<CellChange> cells;
    QList<FieldChange> fields;

    bool isEmpty() const { return cells.isEmpty() && fields.isEmpty(); }
};

} // namespace gouji
