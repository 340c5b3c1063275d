// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettesources.h"

#include "common/icons.h"
#include "library/desk.h"
#include "review/formview.h"
#include "review/reviewpage.h"

#include <QFileInfo>

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

QList<PaletteEntry> reports(Desk &desk)
{
    QList<PaletteEntry> out;
    for (const StoredReport &r : desk.reports()) {
        PaletteEntry e;
        e.text = (r.agency.isEmpty() ? QFileInfo(r.fileName).fileName() : r.agency) + (r.year > 0 ? u" %1"_s.arg(r.year) : QString());
        e.aside = r.stateTitle;
        e.icon = icon(u"open"_s);
        e.run = [&desk, id = r.id] { desk.openStored(id); };
        out << e;
    }
    return out;
}

} // namespace gouji::palettesources
