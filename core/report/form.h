// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/cellid.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace gouji {

class ColumnNames;
class LabelIndex;
class TitleIndex;

/// What a cell may hold.
enum class CellKind {
    Count, ///< a whole number, never negative
    Change, ///< a whole number that may be negative (本年增/减 of the 2019 form)
    Amount, ///< money, at most four decimals, never negative
};

/// A column of a table, with the wordings met in published reports.
struct FormColumn {
    QString id;
    QString label; ///< official wording
    QStringList variants; ///< other wordings seen
};

/// A row of a table: its wording and the cells it prints, in printed order.
struct FormRow {
    QString id;
    QString label; ///< official wording, with its number: 「1.属于国家秘密」
    QString shortLabel; ///< for sentences: 「属于国家秘密」
    QStringList variants;
    QString group; ///< the heading the row stands under (「（三）不予公开」), empty where none
    QList<CellId> cells;
    QList<int> columns; ///< of each cell: index into FormTable::columns
};

/// Sums that must agree: the left cells together equal the right cells together (勾稽关系). Recovery and checks
/// read these same ones; no other place in the program knows a sum.
struct Identity {
    QString rule; ///< rule id that reports a failure: "requests.balance"
    QString place; ///< where it holds, for sentences: 「总计列」, 「予以公开行」
    QList<CellId> left;
    QList<CellId> right;
    QString leftText; ///< set where the operands are too many to list: 「三（一）至（六）各项之和」
};

/// One rectangle of the form as it is officially drawn; a heading has text, a value place has a cell.
struct LayoutCell {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    QString text;
    CellId cell;
};

/// The official drawing of a table, merged cells included; cells in reading order.
struct TableLayout {
    int rows = 0;
    int columns = 0;
    QList<LayoutCell> cells;
};

/// One of the form's tables.
struct FormTable {
    QString id; ///< "proactive", "requests", "remedies"
    QString title; ///< 「主动公开政府信息情况」
    int section = 0; ///< number of the section it stands in, from 1
    bool across = false; ///< the rows stand side by side in one printed row, their labels above
    QList<FormColumn> columns;
    QList<FormRow> rows;
    QStringList headings; ///< wordings inside the table that carry no values of their own (group titles, corner note)
    QList<Identity> identities;
    TableLayout layout;
    std::shared_ptr<const LabelIndex> labels; ///< finds the rows and columns above by their wording
    std::shared_ptr<const ColumnNames> columnNames; ///< of this table in all editions of the form

    const QList<CellId> &cellIds() const { return cells; }
    int placeOf(CellId cell) const ///< where it stands among `cells`; -1 where the table has no such cell
    {
        return cell.index >= 0 && cell.index < places.size() ? places[cell.index] : -1;
    }

    QList<CellId> cells; ///< of all rows, in printed order
    QList<qint16> places; ///< by CellId: see placeOf
    void countCells(); ///< fills the two above from the rows
};

/// A section of the report: 一 to 六.
struct FormSection {
    int number = 0;
    QString numeral; ///< 「一」
    QString title; ///< official
    QStringList variants;
};

/// One edition of the national form, as read from a resource file. "Form" in code, `format` in JSON,
/// 「2021 年格式」 on screen. Source: 国办公开办函〔2021〕30号 and 〔2019〕60号.
struct Form {
    QString id; ///< "2021"
    QString title; ///< 「2021 年格式」
    QString notice; ///< the notice that prescribes it
    int firstYear = 0; ///< first year reported on it
    int lastYear = 9999;
    QStringList marks; ///< words that only this form prints
    QList<FormSection> sections;
    std::shared_ptr<const TitleIndex> titles; ///< finds the sections above by their wording
    QList<FormTable> tables;

    const FormTable *table(const QString &id) const; ///< null where the form has none of that id
};

} // namespace gouji
