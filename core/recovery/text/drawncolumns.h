// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <vector>

namespace gouji {

class NormalizedText;

/// The columns that a rule broken where they end ("----- --- ----") draws for the lines below it. Lines are ranges of the
/// normalised text; columns are counted in the original, wide characters as two.
class DrawnColumns {
public:
    struct Column {
        int left = 0;
        int right = 0;
    };

    /// Both outlive this; `original` is the text that `text` was made from.
    DrawnColumns(const NormalizedText &text, QStringView original);

    void draw(qsizetype begin, qsizetype end); ///< as this rule does; nothing changes where it is not broken so
    void clear() { m_columns.clear(); }
    bool isEmpty() const { return m_columns.empty(); }
    const std::vector<Column> &columns() const { return m_columns; }

    /// Cuts a line into the columns; false where it does not keep to them.
    bool cut(qsizetype begin, qsizetype end);
    const std::vector<qsizetype> &cuts() const { return m_cuts; } ///< by column: where its field of that line ends

private:
    const NormalizedText &m_normalized;
    QStringView m_original;
    QStringView m_text;
    std::vector<Column> m_columns;
    std::vector<qsizetype> m_cuts;
};

} // namespace gouji
