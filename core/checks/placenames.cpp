// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/placenames.h"

#include <QFile>

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
    if (m_above.contains(name))
        return;
    m_names << name;
    m_above.insert(name, above);
}

PlaceNames PlaceNames::parse(const QString &text)
{
    PlaceNames out;
    for (const QString &line : text.split(u'\n')) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (words.size() < 2 || line.startsWith(u'#'))
            continue;
        const bool direct = words[1] == "-"_L1;
        out.add(words[0], {});
        if (!direct)
            out.add(words[1], {words[0]});
        for (const QString &county : words.mid(2))
            out.add(county, {direct ? words[0] : words[1], words[0]});
    }
    return out;
}

QString PlaceNames::placeOf(const QString &body) const
{
    QString found;
    qsizetype at = 0;
    for (bool more = true; more;) {
        more = false;
        for (const QString &name : m_names) {
            if (QStringView(body).mid(at).startsWith(name)) {
                found = name;
                at += name.size();
                more = true;
                break;
            }
        }
    }
    return found;
}

} // namespace gouji
