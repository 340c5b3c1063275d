// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/columnnames.h"

#include "base/normalizedtext.h"
#include "report/form.h"

#include <algorithm>

namespace gouji {

void ColumnNames::add(const FormTable &edition)
{
    for (const FormColumn &column : edition.columns) {
        addName(column.label, column.label);
        for (const QString &variant : column.variants)
            addName(column.label, variant);
    }
    const auto longer = [](const Name &a, const Name &b) { return a.wording.size() > b.wording.size(); };
    std::stable_sort(m_names.begin(), m_names.end(), longer);
}

void ColumnNames::addName(const QString &column, const QString &printed)
{
    const QString wording = normalized(printed);
    if (std::any_of(m_names.begin(), m_names.end(), [&](const Name &n) { return n.wording == wording; })) // as in an edition before
        return;
    int index = int(m_columns.indexOf(column));
    if (index < 0) {
        index = int(m_columns.size());
        m_columns << column;
    }
    m_names.push_back({wording, index});
    const char16_t first = wording.front().unicode();
    m_bits[first % Bits / 64] |= quint64(1) << first % 64;
}

} // namespace gouji
