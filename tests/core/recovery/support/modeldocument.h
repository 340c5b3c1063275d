// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance.h"
#include "report/report.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace gouji::test {

/// What the values of an invented report are, all sums right.
struct Truth {
    QString agency;
    int year = 0;
    QList<const Form *> forms; ///< one for each table, so that mixed reports exist
    QMap<CellId, Decimal> values;
};

enum class Size { Zero, Tiny, Small, Medium, Large };

/// A random consistent report: every identity of the forms holds.
Truth randomTruth(const FormCatalogue &catalogue, Chance &chance);

/// What a text says of one cell: the outcomes a reading may call certain. Nothing (nullopt) is an empty cell.
struct Bears {
    QList<std::optional<Decimal>> certain;
};

/// One rectangle of a printed table.
struct Field {
    QString text;
    CellId cell; ///< invalid: wording
    bool spanned = false; ///< covered by a merged cell before or above it
    bool foreign = false; ///< a value of a row or column that the form does not have
    bool above = false; ///< spanned: the cell that covers it begins in a row above

    bool isValue() const { return cell.isValid() || foreign; }
};

struct GridRow {
    QList<Field> fields;
    QString raw; ///< set: a line that is no row of the table, printed as it stands
    int drift = 0; ///< blanks put in front, where columns are made of blanks
    bool trim = false; ///< lost its leading or trailing delimiters
    int added = 0; ///< delimiters added behind

    bool hasValues() const; ///< of the form
    bool printsValues() const; ///< of the form or not
    QList<int> valueFields() const; ///< those that hold cells of the form
    int labelField() const; ///< the last wording before the values; -1 where there is none
};

struct Grid {
    int section = 0;
    QStringList captions; ///< lines above it
    QList<GridRow> rows;
};

/// A document before it is put on paper: paragraphs, and tables as grids; and what it bears of every cell.
struct ModelDocument {
    QString title;
    QStringList opening; ///< lines between the title and the first section
    QList<FormSection> sections; ///< printed one after the other; without a numeral, only the title is
    QStringList narrative; ///< section one
    QList<Grid> tables;
    QHash<int, Bears> bears; ///< by CellId::index; cells that are not listed are not printed
    QList<int> lostHeadings; ///< section numbers printed without their heading

    void bear(CellId id, QList<std::optional<Decimal>> certain) { bears[id.index] = {std::move(certain)}; }
};

/// How numbers and empty cells are printed.
struct PrintStyle {
    int blankZeros = 0; ///< percent of zeros left empty
    QString blankMark = {}; ///< what stands in an empty cell
    bool thousands = false;
    bool fullWidth = false;
    bool counters = false;
    bool variants = false; ///< wording of the labels varies

    static PrintStyle random(Chance &chance);
};

ModelDocument modelOf(const Truth &truth, const FormCatalogue &catalogue, const PrintStyle &style, Chance &chance);

} // namespace gouji::test
