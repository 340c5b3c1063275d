// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layouts.h"

#include <QSet>

#include <functional>

namespace gouji::test {

/// Something that happens to a document on its way, or a mistake its author made. Keeps ModelDocument::bears true: where
/// the text then states another clean number, that number is what it bears; where places become ambiguous, what the
/// author printed is, and only that may be called certain.
struct Mutation {
    QString name;
    /// False where this document has no place for it. `untouched` holds rows (table * 100 + row) no other mutation has
    /// changed: two in one row may well make another clean row.
    std::function<bool(ModelDocument &, Layout, Chance &, QSet<int> &untouched)> apply;
};

const QList<Mutation> &allMutations(); ///< what garbles
const QList<Mutation> &allFaults(); ///< what the author got wrong: clean characters, sums that fail

/// The rows of a document that carry values, for `untouched`.
QSet<int> valueRows(const ModelDocument &document);

} // namespace gouji::test
