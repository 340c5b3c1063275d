// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettesources.h"

#include "common/icons.h"
#include "common/reportwords.h"
#include "library/desk.h"
#include "library/queuemodel.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "window/fuzzymatch.h"
#include "window/pinyin.h"

namespace gouji::palettesources {

using namespace Qt::StringLiterals;

QList<PaletteEntry> rows(const ReviewSession *session, ReviewPage *page)
{
    QList<PaletteEntry> out;
    if (!session)
        return out;
    const Report &report = session->report();
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        const FormTable &table = report.formTable(i);
        for (const FormRow &row : table.rows) {
            if (row.cells.isEmpty())
                continue;
            PaletteEntry e;
            e.text = row.label;
            e.aside = row.group.isEmpty() ? table.title : row.group;
            e.icon = icon(u"list"_s);
            e.run = [page, cell = row.cells.first()] {
                page->selectCell(cell);
                page->formView()->setFocus(Qt::OtherFocusReason);
            };
            out << e;
        }
    }
    return out;
}

/// Few are all handed over, and the palette matches letters and pinyin. Of very many those whose names have the words; where
/// none has, letters of an agency's pinyin may be meant.
QList<PaletteEntry> reports(const QueueModel &queue, Desk &desk, const QString &typed)
{
    constexpr qsizetype All = 3000;
    constexpr qsizetype Most = 300;
    const QueueTable &table = queue.table();
    QList<int> rows;
    if (table.rows.size() > All && !typed.trimmed().isEmpty()) {
        QueueFilter filter;
        filter.text = typed;
        rows = choose(table, filter).rows.mid(0, Most);
        if (rows.isEmpty()) {
            Pinyin pinyin;
            QSet<int> agencies;
            for (int i = 0; i < table.agencies.size(); ++i) {
                if (fuzzyMatch(typed, table.agencies[i], pinyin).score > 0)
                    agencies << i;
            }
            for (int row = 0; row < int(table.rows.size()) && rows.size() < Most; ++row) {
                if (agencies.contains(table.rows[row].agency))
                    rows << row;
            }
        }
    } else {
        for (int row = 0; row < int(std::min(table.rows.size(), All)); ++row)
            rows << row;
    }
    QHash<QString, QString> titles;
    for (const auto &[id, title] : desk.states())
        titles.insert(id, stateWord(id, title));
    QList<PaletteEntry> out;
    for (const int row : std::as_const(rows)) {
        const QueueRow &r = table.rows[row];
        const QString &agency = table.agencies[r.agency];
        PaletteEntry e;
        e.text = (agency.isEmpty() ? table.fileName(r).toString() : agency) + (r.year > 0 ? u" %1"_s.arg(r.year) : QString());
        e.aside = titles.value(table.states[r.state]);
        e.icon = icon(u"open"_s);
        e.run = [&desk, id = r.id] { desk.openStored(id); };
        out << e;
    }
    return out;
}

} // namespace gouji::palettesources
