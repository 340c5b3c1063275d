// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/history.h"

#include "review/states.h"
#include "review/typednumber.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

Cell ReviewHistory::settledCell(const CellChange &change, const SourceDocument &document) const
{
    const Cell &read = m_reading.cell(change.cell);
    Cell out = change.after;
    if (out.text.isEmpty() && out.source.length() > 0)
        out.text = out.source == read.source ? read.text : document.at(out.source).toString();

    const bool unread = !read.value && !isBlankMark(read.text); // characters stand there, and no number was read
    const bool again = out.value == read.value && out.text == read.text && out.source == read.source;
    const bool emptyAgain = out.status == CellStatus::Corrected && !out.value && out.text.isEmpty() && !read.value && !unread;
    if (!again && !emptyAgain)
        return out;
    const bool decided = out.status == CellStatus::Corrected || out.confirmed;
    if (decided && unread)
        return out; // 「nothing stands here」 is a person's word against the characters: a correction, not a reading
    out = read;
    if (decided) {
        out.confirmed = true;
        if (!out.value)
            out.status = CellStatus::Blank;
    }
    return out;
}

void ReviewHistory::settleField(FieldChange &change) const
{
    const auto restore = [&](const QString &read, FieldStatus status) {
        if (change.after == read && status == FieldStatus::Read)
            change.afterStatus = status;
    };
    switch (change.field) {
    case Field::Agency:
        return restore(m_reading.agency, m_reading.agencyStatus);
    case Field::Year:
        return restore(QString::number(m_reading.year), m_reading.yearStatus);
    case Field::Form:
        return restore(formsOf(m_reading), m_reading.formStatus);
    case Field::State:
        return;
    }
}

Act ReviewHistory::settled(Act draft, const SourceDocument &document) const
{
    for (CellChange &c : draft.cells)
        c.after = settledCell(c, document);
    for (FieldChange &f : draft.fields)
        settleField(f);
    draft.cells.removeIf([](const CellChange &c) { return c.before == c.after; });
    draft.fields.removeIf([](const FieldChange &f) { return f.before == f.after && f.beforeStatus == f.afterStatus; });
    draft.verdicts.removeIf([](const VerdictChange &v) { return v.before == v.after; });
    const auto isState = [](const FieldChange &f) { return f.field == Field::State; };
    const QList<ReviewState> &states = reviewStates();
    if (!draft.isEmpty() && m_state == states[0].id && std::none_of(draft.fields.begin(), draft.fields.end(), isState))
        draft.fields << FieldChange{Field::State, states[0].id, states[1].id};
    return draft;
}

} // namespace gouji
