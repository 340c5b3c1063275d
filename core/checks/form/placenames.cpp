// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/form/placenames.h"

#include <QFile>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

const PlaceNames &PlaceNames::shipped()
{
    static const PlaceNames names = [] {
        QFile file(u":/rules/places.txt"_s);
        return file.open(QIODevice::ReadOnly) ? parse(QString::fromUtf8(file.readAll())) : PlaceNames();
    }();
    return names;
}

void PlaceNames::add(const QString &name, const QStringList &above)
{
    QList<QStringList> &places = m_above[name];
    if (!places.contains(above))
        places << above;
    m_longest = std::max(m_longest, name.size());
}

bool PlaceNames::isCounty(const QString &name) const
{
    const QList<QStringList> places = m_above.value(name);
    return std::any_of(places.begin(), places.end(), [](const QStringList &above) { return above.size() == 2; });
}

bool PlaceNames::areRelated(const QString &name, const QString &other) const
{
    const auto governs = [this](const QString &one, const QString &below) {
        const QList<QStringList> places = m_above.value(below);
        return std::any_of(places.begin(), places.end(), [&](const QStringList &above) { return above.contains(one); });
    };
    return name == other || governs(name, other) || governs(other, name);
}

PlaceNames PlaceNames::parse(const QString &text)
{
    PlaceNames out;
    constexpr qsizetype Shortest = 4; // characters a name takes in the list, with the space behind it
    out.m_above.reserve(text.size() / Shortest);
    for (const QStringView line : QStringView(text).tokenize(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        QString province;
        QStringList above; // of what stands below the prefecture; all of a line share it
        int word = 0;
        for (const QStringView name : line.tokenize(u' ', Qt::SkipEmptyParts)) {
            if (word == 0) {
                province = name.toString();
                out.add(province, {});
            } else if (word == 1) {
                const QString prefecture = name == u"-" ? province : name.toString();
                if (name != u"-")
                    out.add(prefecture, {province});
                above = {prefecture, province};
            } else {
                out.add(name.toString(), above);
            }
            ++word;
        }
    }
    return out;
}

QString PlaceNames::placeOf(const QString &body) const
{
    constexpr qsizetype Shortest = 2;
    QString found;
    qsizetype at = 0;
    for (bool more = true; more;) {
        more = false;
        for (qsizetype length = std::min(m_longest, body.size() - at); length >= Shortest && !more; --length) {
            if (const QString name = body.mid(at, length); knows(name)) {
                found = name;
                at += length;
                more = true;
            }
        }
    }
    return found;
}

} // namespace gouji
