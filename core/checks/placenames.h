// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace gouji {

/// Provinces, prefectures and county-level cities of China, and what governs what. Facts, shipped with the program.
class PlaceNames {
public:
    static const PlaceNames &shipped();
    /// Lines of province, prefecture ('-' for none) and the county-level cities below it; '#' begins a remark.
    static PlaceNames parse(const QString &text);

    const QStringList &names() const { return m_names; }
    bool knows(const QString &name) const { return m_above.contains(name); }
    bool isCounty(const QString &name) const { return m_above.value(name).size() == 2; }
    /// What governs it, nearest first; empty for a province and where unknown.
    QStringList above(const QString &name) const { return m_above.value(name); }
    /// The place that a body's name begins with, the most exact that is known: 「湖北省应城市财政局」 → 「应城市」; empty where none is.
    QString placeOf(const QString &body) const;

private:
    void add(const QString &name, const QStringList &above);

    QStringList m_names;
    QHash<QString, QStringList> m_above;
};

} // namespace gouji
