// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/textrange.h"
#include "report/formcatalogue.h"

#include <QList>
#include <QString>

#include <optional>

namespace gouji {

/// How a cell's value came to be; the words of the JSON contract.
enum class CellStatus {
    Read, ///< taken from the source as it stands
    Blank, ///< the source has the cell and leaves it empty, or prints / - — 无
    Missing, ///< the source does not have it
    Suspect, ///< read, but the reading or its place is doubtful
    Repaired, ///< inferred or mended by the program, to be confirmed by a person
    Corrected, ///< set by a person
};

/// Another value a cell may have, and why.
struct Candidate {
    std::optional<Decimal> value; ///< nothing: the cell may be empty
    QString why;
    TextRange source; ///< invalid where no characters stand for it
    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// One cell as it stands now. What the file printed is `text`, and nothing ever overwrites it.
struct Cell {
    std::optional<Decimal> value;
    CellStatus status = CellStatus::Missing;
    bool confirmed = false; ///< a person has said that the value is what the report says
    QString text; ///< the characters of the source
    TextRange source;
    QString why; ///< one Chinese sentence where the status needs one
    QList<Candidate> candidates;

    friend bool operator==(const Cell &, const Cell &) = default;
    /// A person has to look: suspect, missing or repaired, and not confirmed.
    bool needsPerson() const
    {
        return !confirmed && (status == CellStatus::Suspect || status == CellStatus::Missing || status == CellStatus::Repaired);
    }
};

/// How sure the agency, the year or the form is.
enum class FieldStatus { Read, Suspect, Missing, Corrected };

/// A section heading that was found. `body` runs to the next heading.
struct Section {
    int number = 0;
    QString title; ///< as printed
    TextRange source; ///< the heading
    TextRange body;
    friend bool operator==(const Section &, const Section &) = default;
};

/// A way to lay the values of a row into its cells.
struct Placement {
    QList<Candidate> cells; ///< one for each cell of the row, in printed order
    QString why;
    friend bool operator==(const Placement &, const Placement &) = default;
};

/// A row whose values could not be placed with certainty (row.ambiguous): what was found, and how it may lie.
struct OpenRow {
    QList<CellId> cells;
    TextRange source;
    QString reason;
    QList<Placement> placements; ///< best first; may be empty
    friend bool operator==(const OpenRow &, const OpenRow &) = default;
};

/// Which edition a table follows and where it stands. Tables of one report may follow different editions.
struct TableReading {
    QString table; ///< FormTable::id
    QString form; ///< Form::id
    bool found = false;
    TextRange source;
    friend bool operator==(const TableReading &, const TableReading &) = default;
};

/// One filled form of one agency and year.
class Report
{
public:
    Report() = default;
    /// An empty report of a form: every cell missing, no table found.
    Report(std::shared_ptr<const FormCatalogue> catalogue, const Form &form);

    QString agency;
    FieldStatus agencyStatus = FieldStatus::Missing;
    TextRange agencySource;
    int year = 0; ///< 0 where unknown
    FieldStatus yearStatus = FieldStatus::Missing;
    TextRange yearSource;
    QString form; ///< Form::id of the edition most of the report follows
    FieldStatus formStatus = FieldStatus::Missing;
    QList<TableReading> tables; ///< in the form's order
    QList<Section> sections; ///< those found, in document order
    QList<OpenRow> openRows;
    QList<TextRange> leftovers; ///< numbers inside the tables that no cell uses
    bool ocrSigns = false; ///< the text shows signs of optical character recognition

    const FormCatalogue &catalogue() const { return *m_catalogue; }
    const std::shared_ptr<const FormCatalogue> &sharedCatalogue() const { return m_catalogue; }
    bool isNull() const { return !m_catalogue; }

    const FormTable &formTable(qsizetype index) const; ///< the definition that tables[index] follows
    QList<CellId> cellIds() const; ///< the cells this report has, in printed order
    const Cell &cell(CellId id) const { return m_cells[id.index]; }
    Cell &cell(CellId id) { return m_cells[id.index]; }
    const Section *section(int number) const; ///< null where not found

    friend bool operator==(const Report &a, const Report &b);

private:
    std::shared_ptr<const FormCatalogue> m_catalogue;
    QList<Cell> m_cells; ///< by CellId; those outside cellIds() stay missing
};

QString statusName(CellStatus status); ///< "read", "blank", … as in the JSON contract
QString statusLabel(CellStatus status); ///< 「已读」, 「空白」, … for people
std::optional<CellStatus> statusFromName(const QString &name);
QString statusName(FieldStatus status);

} // namespace gouji
