// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/act.h"

namespace gouji {

/// An act as its row in the store. `hash` is the SHA-256 of the whole row with the hash before it, so that a row changed,
/// left out or put in by anything but the program shows (the first act follows the SHA-256 of the report's file).
struct ActRow {
    QString id;
    QString report;
    int seq = 0;
    QString parent; ///< empty where none
    QString who;
    QString doneAt; ///< ISO 8601, UTC, milliseconds
    QString kind;
    QString label;
    QString reason;
    QString changes; ///< JSON: version, cells by name, fields
    QString previous;
    QString hash;

    QString computedHash() const;
};

QString idText(const QUuid &id); ///< without braces; empty for a null id

ActRow rowOf(const Act &act, const FormCatalogue &forms, const QString &report, int seq, const QString &previous);
/// Cells the catalogue does not know come back invalid, and the act will not fit: history says so.
Act actOf(const ActRow &row, const FormCatalogue &forms);

} // namespace gouji
