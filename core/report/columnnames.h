// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

#include <array>
#include <vector>

namespace gouji {

struct FormTable;

/// The names of a table's columns in all editions of the form: what a text may print right before a value.
class ColumnNames {
public:
    /// A wording of a column, normalised, and which column it is.
    struct Name {
        QString wording;
        int column = 0;
    };

    void add(const FormTable &edition); ///< the oldest first

    const std::vector<Name> &names() const { return m_names; } ///< longest first, of equally long ones as they were added
    const QStringList &columns() const { return m_columns; } ///< as the first edition that has them labels them
    bool mayBegin(QChar c) const { return m_bits[c.unicode() % Bits / 64] >> c.unicode() % 64 & 1; } ///< false for nearly all others

private:
    void addName(const QString &column, const QString &printed);

    static constexpr size_t Bits = 1024;
    QStringList m_columns;
    std::vector<Name> m_names;
    std::array<quint64, Bits / 64> m_bits{};
};

} // namespace gouji
