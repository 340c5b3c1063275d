// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace gouji {

/// Provinces, prefectures, counties, districts and cities of China, and what governs what. Facts, shipped with the program.
/// Some names are those of several places (鼓楼区): nothing is said of which one is meant.
class PlaceNames {
public:
    static const PlaceNames &shipped();
    /// Lines of province, prefecture ('-' for none) and what is below it; '#' begins a remark.
    static PlaceNames parse(const QString &text);

    qsizetype size() const { return m_above.size(); }
    qsizetype longest() const { return m_longest; } ///< of all names, in characters
    bool knows(const QString &name) const { return m_above.contains(name); }
    bool isCounty(const QString &name) const; ///< or a district, or a city of that rank
    /// One of them may be the other, or govern it.
    bool areRelated(const QString &name, const QString &other) const;
    /// The place that a body's name begins with, the most exact that is known: 「湖北省应城市财政局」 → 「应城市」; empty where none is.
    QString placeOf(const QString &body) const;

private:
    void add(const QString &name, const QStringList &above);

    QHash<QString, QList<QStringList>> m_above; ///< for each place of the name what governs it, nearest first
    qsizetype m_longest = 0;
};

} // namespace gouji
