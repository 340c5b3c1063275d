// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/drawnrows.h"

#include <algorithm>
#include <optional>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Wording as far as it tells labels apart: its letters.
QString letters(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetter())
            out += c;
    }
    return out;
}

bool names(const QString &wording, const QString &label, const QStringList &variants)
{
    const auto is = [&](const QString &one) { return wording == letters(one); };
    return !wording.isEmpty() && (is(label) || std::any_of(variants.begin(), variants.end(), is));
}

/// What a place of the table says: a plain number, or nothing.
struct Said {
    std::optional<Decimal> value;
    QString text;
    TextRange source;
};

/// No answer where the place holds anything but a number, a dash or nothing.
std::optional<Said> saidBy(const SourceTableCell &cell, const SourceDocument &document)
{
    const QStringView text = document.at(cell.text).trimmed();
    Said out{Decimal::fromString(text), text.toString(), {cell.text.begin, cell.text.begin}};
    if (!text.isEmpty())
        out.source.begin += text.begin() - document.at(cell.text).begin();
    out.source.end = out.source.begin + text.size();
    const bool blank = text.isEmpty() || text == "/"_L1 || text == "-"_L1 || text == u"—" || text == u"无";
    if (!out.value && !blank)
        return std::nullopt;
    return out;
}

class Drawn {
public:
    Drawn(const SourceTable &table, const SourceDocument &document)
        : m_table(table)
        , m_document(document)
    {
    }

    /// What the rows say if they stand in this row of the table, side by side; `headed`: each place under its column's head.
    std::optional<QList<Said>> read(const FormTable &form, const QList<const FormRow *> &rows, int at, bool headed = true) const
    {
        QList<const SourceTableCell *> here;
        for (const SourceTableCell &cell : m_table.cells) {
            if (cell.row == at)
                here << &cell;
        }
        qsizetype wanted = 0;
        for (const FormRow *row : rows)
            wanted += row->cells.size();
        const qsizetype labels = here.size() - wanted;
        if (labels < 0 || (form.across ? labels != 0 : labels == 0))
            return std::nullopt;
        if (!form.across && !isNamed(letters(m_document.at(here[labels - 1]->text)), *rows.first(), headed))
            return std::nullopt;
        QList<Said> out;
        for (const FormRow *row : rows) {
            for (const int column : row->columns) {
                const SourceTableCell &cell = *here[labels + out.size()];
                const auto said = cell.rowSpan == 1 ? saidBy(cell, m_document) : std::nullopt;
                const FormColumn &head = form.columns[column];
                if (!said || (headed && !names(headOver(cell), head.label, head.variants)))
                    return std::nullopt;
                out << *said;
            }
        }
        return out;
    }

private:
    /// The number before a label may stand in a cell of its own, which is what moved the row.
    static bool isNamed(const QString &wording, const FormRow &row, bool whole)
    {
        constexpr qsizetype Telling = 4; // characters
        return names(wording, row.label, row.variants) || (!whole && wording.size() >= Telling && letters(row.label).endsWith(wording));
    }

    /// The nearest wording above a place that covers all of its columns.
    QString headOver(const SourceTableCell &place) const
    {
        const SourceTableCell *nearest = nullptr;
        for (const SourceTableCell &cell : m_table.cells) {
            const bool covers
                = cell.row < place.row && cell.column <= place.column && cell.column + cell.columnSpan >= place.column + place.columnSpan;
            if (covers && !saidBy(cell, m_document) && (!nearest || cell.row >= nearest->row))
                nearest = &cell;
        }
        return nearest ? letters(m_document.at(nearest->text)) : QString();
    }

    const SourceTable &m_table;
    const SourceDocument &m_document;
};

/// The one row of the file's tables that holds the rows; none where there are several or it cannot be told.
std::optional<QList<Said>> find(
    const SourceDocument &document, TextRange zone, const FormTable &form, const QList<const FormRow *> &rows, bool headed = true)
{
    std::optional<QList<Said>> found;
    for (const SourceTable &table : document.tables) {
        if (!table.range.intersects(zone) || table.cells.isEmpty())
            continue;
        const Drawn drawn(table, document);
        const int last = table.cells.last().row;
        for (int at = 1; at <= last; ++at) {
            auto here = drawn.read(form, rows, at, headed);
            if (here && found)
                return std::nullopt;
            if (here)
                found = std::move(here);
        }
    }
    return found;
}

bool isCertain(const Cell &cell) { return cell.status == CellStatus::Read || cell.status == CellStatus::Blank; }

/// The file's row has as many cells as the form's, under other heads than its columns': a cell too many or too few stands in it, or one
/// that spans rows too far. What it shows and what it was meant to show are two things, and only empty cells tell them apart.
void doubtShifted(Report &report, const SourceDocument &document, TextRange zone, const FormTable &form, const QList<const FormRow *> &rows)
{
    const QList<CellId> &cells = rows.first()->cells;
    const auto isBlank = [&](CellId id) { return report.cell(id).status == CellStatus::Blank; };
    if (cells.size() < 2 || std::none_of(cells.begin(), cells.end(), isBlank))
        return;
    const auto meant = find(document, zone, form, rows, false);
    if (!meant)
        return;
    bool differs = false;
    for (qsizetype i = 0; i < cells.size(); ++i)
        differs = differs || (isCertain(report.cell(cells[i])) && report.cell(cells[i]).value != meant->at(i).value);
    for (qsizetype i = 0; i < cells.size() && differs; ++i) {
        Cell &cell = report.cell(cells[i]);
        if (!isCertain(cell))
            continue;
        cell.status = cell.value ? CellStatus::Suspect : CellStatus::Missing;
        cell.why = u"这一行的格子没有对齐各栏的表头，数值可能错开了一栏。"_s;
    }
}

void settle(Report &report, const SourceDocument &document, TextRange zone, const FormTable &form, const QList<const FormRow *> &rows)
{
    QList<CellId> cells;
    for (const FormRow *row : rows)
        cells << row->cells;
    const auto found = find(document, zone, form, rows);
    if (!found && !form.across)
        doubtShifted(report, document, zone, form, rows);
    if (!found || std::all_of(cells.begin(), cells.end(), [&](CellId id) { return isCertain(report.cell(id)); }))
        return;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const Cell &cell = report.cell(cells[i]);
        if (isCertain(cell) && cell.value != found->at(i).value)
            return;
    }
    for (qsizetype i = 0; i < cells.size(); ++i) {
        Cell cell;
        cell.value = found->at(i).value;
        cell.status = cell.value ? CellStatus::Read : CellStatus::Blank;
        cell.text = found->at(i).text;
        cell.source = found->at(i).source;
        report.cell(cells[i]) = cell;
    }
    report.openRows.removeIf([&](const OpenRow &open) { return cells.contains(open.cells.value(0)); });
}

} // namespace

void settleDrawnRows(Report &report, const SourceDocument &document)
{
    constexpr qsizetype MostCells = 4000; // of all tables that are looked through
    qsizetype all = 0;
    for (const SourceTable &table : document.tables)
        all += table.cells.size();
    if (all == 0 || all > MostCells || document.recognised || !document.pages.isEmpty() || report.ocrSigns)
        return;
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        if (!report.tables[t].found)
            continue;
        const FormTable &form = report.formTable(t);
        QList<const FormRow *> rows;
        for (const FormRow &row : form.rows) {
            rows << &row;
            if (!form.across) {
                settle(report, document, report.tables[t].source, form, rows);
                rows.clear();
            }
        }
        if (form.across)
            settle(report, document, report.tables[t].source, form, rows);
    }
}

} // namespace gouji
