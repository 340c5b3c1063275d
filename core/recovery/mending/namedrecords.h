// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"
#include "report/columnnames.h"

#include <QStringView>

#include <algorithm>
#include <vector>

namespace gouji {

/// A column's name with the value that stands behind it.
struct NamedEntry {
    int column = 0;
    TextRange name;
    TextRange value; ///< empty where none stands there
    qsizetype end = 0; ///< behind both
    bool nextLine = false; ///< the value stands there
};

/// A row: its wording, and its entries.
struct NamedRecord {
    TextRange label;
    std::vector<NamedEntry> entries;

    const NamedEntry *of(int column) const
    {
        const auto at = std::find_if(entries.begin(), entries.end(), [column](const NamedEntry &e) { return e.column == column; });
        return at == entries.end() ? nullptr : &*at;
    }
    bool namesTwice(int column) const
    {
        return std::count_if(entries.begin(), entries.end(), [column](const NamedEntry &e) { return e.column == column; }) > 1;
    }
    bool isOpen() const
    {
        return std::any_of(entries.begin(), entries.end(), [this](const NamedEntry &e) { return namesTwice(e.column); });
    }
};

/// The rows of a table, read from a part of a text that names the column of each value right before it.
class NamedRecords {
public:
    /// `names` and `text` outlive this.
    NamedRecords(const ColumnNames &names, QStringView text, TextRange zone);

    const std::vector<NamedRecord> &records() const { return m_records; } ///< in reading order
    int columnOf(const QString &label) const { return int(m_names.columns().indexOf(label)); } ///< as entries have it; -1 for none

    /// Several rows name the same columns, hardly one of them twice, and nearly all numbers between the first and the last are named.
    bool isThroughout(qsizetype least) const;
    /// The columns that the row and others name, each where some row names it first: in the order of a row that names them all, or of
    /// the form.
    std::vector<const NamedEntry *> headsOf(const NamedRecord &record) const;
    /// Numbers in the wording of a row, but for those that number it, and years.
    qsizetype numbersIn(TextRange label) const;
    bool hasWording(TextRange range) const;

private:
    void find();
    /// Where values stand beside their names, a number on the next line may be a page's.
    void leaveOpenNextLines();
    /// Nothing where no name stands, or not alone, or no single value behind it.
    NamedEntry entryAt(qsizetype at) const;
    bool beginsName(qsizetype at) const;
    /// A name begins a piece of wording: it neither goes on nor has the number of a row before it.
    bool mayPrecede(qsizetype before) const;
    /// A comma among digits parts thousands.
    bool endsValue(qsizetype at) const;
    bool isFollowedByNumber(qsizetype at) const;
    void collectRecords();
    /// The wording of the row is repeated before each of its values.
    bool goesOn(TextRange between, const NamedEntry &entry) const;
    QString wordingOf(TextRange range) const;
    qsizetype numbersBeside() const;

    const ColumnNames &m_names;
    QStringView m_text;
    TextRange m_zone;
    std::vector<NamedEntry> m_entries;
    std::vector<NamedRecord> m_records;
};

} // namespace gouji
