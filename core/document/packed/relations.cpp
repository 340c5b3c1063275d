// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/packed/relations.h"

#include "document/packed/xmlpull.h"

#include <QDir>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct Relation {
    QString id;
    QString type;
    QString target;
};

QList<Relation> relations(const ZipMembers &members, const QString &part)
{
    QList<Relation> out;
    XmlPull xml(members.value(relationsOf(part)));
    const QString folder = part.left(part.lastIndexOf(u'/') + 1);
    while (xml.next()) {
        if (!xml.isBegin() || !xml.isElement("Relationship"_L1) || xml.attribute("TargetMode"_L1) == "External"_L1)
            continue;
        const QString target = xml.attribute("Target"_L1);
        out << Relation{
            xml.attribute("Id"_L1), xml.attribute("Type"_L1), target.startsWith(u'/') ? target.mid(1) : QDir::cleanPath(folder + target)};
    }
    return out;
}

} // namespace

QString relationsOf(const QString &part)
{
    const qsizetype name = part.lastIndexOf(u'/') + 1;
    return part.left(name) + u"_rels/"_s + part.mid(name) + u".rels"_s;
}

QString targetOf(const ZipMembers &members, const QString &part, const QString &type)
{
    for (const Relation &relation : relations(members, part)) {
        if (relation.type.endsWith(type))
            return relation.target;
    }
    return {};
}

QMap<QString, QString> targetsById(const ZipMembers &members, const QString &part)
{
    QMap<QString, QString> out;
    for (const Relation &relation : relations(members, part))
        out.insert(relation.id, relation.target);
    return out;
}

} // namespace gouji
