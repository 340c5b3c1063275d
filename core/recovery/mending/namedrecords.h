// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"
#include "report/form.h"

#include <QList>
#include <QStringList>
#include <QStringView>

#include <algorithm>
#include <array>
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
    /// `text` outlives this. `editions`: of the table.
    NamedRecords(const QList<const FormTable *> &editions, QStringView text, TextRange zone);

    const std::vector<NamedRecord> &records() const { return m_records; } ///< in reading order
    int columnOf(const QString &label) const { return int(m_columns.indexOf(label)); } ///< as entries have it; -1 for none

    /// Several rows name the same columns, hardly one of them twice, and nearly all numbers between the first and the last are named.
    bool isThroughout(qsizetype least) const;
    /// The columns that the row and others name, each where some row names it first: in the order of a row that names them all, or of
    /// the form.
    std::vector<const NamedEntry *> headsOf(const NamedRecord &record) const;
    /// Numbers in the wording of a row, but for those that number it, and years.
    qsizetype numbersIn(TextRange label) const;
    bool hasWording(TextRange range) const;

private:
    /// A wording of a column, and which column it is.
    struct Name {
        QString wording;
        int column = 0;
    };

    /// Characters, told from nearly all others by a bit each.
    class CharacterSet {
    public:
        void add(QChar c) { m_bits[c.unicode() % Bits / 64] |= quint64(1) << c.unicode() % 64; }
        bool has(QChar c) const { return m_bits[c.unicode() % Bits / 64] >> c.unicode() % 64 & 1; }

    private:
        static constexpr size_t Bits = 1024;
        std::array<quint64, Bits / 64> m_bits{};
    };

    void find();
    /// Where values stand beside their names, a number on the next line may be a page's.
    void leaveOpenNextLines();
    void addName(const QString &column, const QString &printed);
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

    QStringView m_text;
    TextRange m_zone;
    QStringList m_columns;
    QStringList m_printed; ///< the wordings of the columns, as the form has them
    std::vector<Name> m_names; ///< longest first
    CharacterSet m_first; ///< what names begin with
    std::vector<NamedEntry> m_entries;
    std::vector<NamedRecord> m_records;
};

} // namespace gouji
