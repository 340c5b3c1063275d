// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/reportdoubts.h"

#include "recovery/sums/tableequations.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

void doubtRow(Report &report, const FormRow &row)
{
    for (const CellId id : row.cells) {
        Cell &cell = report.cell(id);
        if (cell.status != CellStatus::Read && cell.status != CellStatus::Blank)
            continue;
        cell.status = CellStatus::Suspect;
        cell.why = u"这一行的数字也可能属于另一张表。"_s;
    }
}

} // namespace

void doubtSharedNumbers(Report &report)
{
    struct Claim {
        TextRange source;
        qsizetype table = 0;
        const FormRow *row = nullptr;
    };
    std::vector<Claim> claims;
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        for (const FormRow &row : report.formTable(t).rows) {
            for (const CellId id : row.cells) {
                if (const Cell &cell = report.cell(id); cell.source.length() > 0)
                    claims.push_back({cell.source, t, &row});
            }
        }
    }
    std::stable_sort(claims.begin(), claims.end(), [](const Claim &a, const Claim &b) { return a.source.begin < b.source.begin; });
    for (size_t i = 1; i < claims.size(); ++i) {
        if (claims[i - 1].table == claims[i].table || !claims[i - 1].source.intersects(claims[i].source))
            continue;
        doubtRow(report, *claims[i - 1].row);
        doubtRow(report, *claims[i].row);
    }
}

void doubtRecognised(const QList<TextRange> &doubts, Report &report)
{
    const auto isDoubtful = [&](const TextRange &source) {
        return std::any_of(doubts.begin(), doubts.end(), [&](const TextRange &d) { return d.intersects(source); });
    };
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        const TableEquations equations(report, report.formTable(t));
        for (const FormRow &row : report.formTable(t).rows) {
            const bool open
                = std::any_of(row.cells.begin(), row.cells.end(), [&](CellId id) { return isDoubtful(report.cell(id).source); });
            for (const CellId id : row.cells) {
                Cell &cell = report.cell(id);
                if (!open || (cell.status != CellStatus::Read && cell.status != CellStatus::Blank))
                    continue;
                const bool own = isDoubtful(cell.source);
                if (!own && equations.isBorneOut(id))
                    continue;
                cell.status = CellStatus::Suspect;
                cell.why
                    = own ? u"从图像识别这个数没有把握，请与图像核对。"_s : u"这一行有的数从图像识别没有把握，各数的位置也要与图像核对。"_s;
            }
        }
    }
    for (FieldStatus *status : {&report.agencyStatus, &report.yearStatus}) {
        if (*status == FieldStatus::Read)
            *status = FieldStatus::Suspect;
    }
}

void doubtTracelessBlanks(QStringView text, Report &report)
{
    constexpr qsizetype Many = 15; // as many as the smallest table has cells
    const auto says = [&](const TextRange &left) {
        const QStringView said = text.mid(left.begin, left.length());
        return std::any_of(said.begin(), said.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    };
    if (report.leftovers.size() < Many || std::none_of(report.leftovers.begin(), report.leftovers.end(), says))
        return;
    for (const CellId id : report.cellIds()) {
        Cell &cell = report.cell(id);
        if (cell.status != CellStatus::Blank || cell.source.isValid())
            continue;
        cell.value = Decimal();
        cell.status = CellStatus::Suspect;
        cell.why = u"表外还有许多数没有归处，此格的数可能在其中。"_s;
    }
}

void dropUsedLeftovers(Report &report)
{
    std::vector<TextRange> used;
    for (const CellId id : report.cellIds()) {
        if (const TextRange &source = report.cell(id).source; source.length() > 0)
            used.push_back(source);
    }
    std::sort(used.begin(), used.end(), [](const TextRange &a, const TextRange &b) { return a.end < b.end; });
    report.leftovers.removeIf([&](const TextRange &left) {
        const auto behind
            = std::upper_bound(used.begin(), used.end(), left.begin, [](qsizetype at, const TextRange &r) { return at < r.end; });
        return behind != used.end() && behind->intersects(left);
    });
}

} // namespace gouji
