// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/regionlist.h"

#include "document/textdecoder.h"
#include "report/agencyname.h"

#include <QHash>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QStringList fieldsOf(QStringView line)
{
    QStringList out{QString()};
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'，' || c == u'\t' || c == u';'))
            out << QString();
        else
            out.last() += c;
    }
    for (QString &field : out)
        field = field.trimmed();
    while (out.size() > 2 && out.last().isEmpty())
        out.removeLast(); // spreadsheets write empty columns too
    return out;
}

bool isHeading(const QStringList &fields)
{
    return fields.value(0) == "agency"_L1 || fields.value(0) == u"机关"_s || fields.value(0) == u"单位"_s
        || fields.value(0) == u"单位名称"_s || fields.value(0) == u"机关名称"_s;
}

} // namespace

Result<QList<RegionMember>> readRegionList(const QByteArray &bytes)
{
    QList<RegionMember> out;
    QHash<QString, QString> above; // keys of both
    const QStringList lines = decodeText(bytes).text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        const auto refuse = [&](const QString &reason) {
            return Error{u"bad-regions"_s, u"单位名单第 %1 行（%2）有误：%3。"_s.arg(i + 1).arg(lines[i].trimmed().left(40), reason)};
        };
        const QStringList fields = fieldsOf(lines[i]);
        if (out.isEmpty() && isHeading(fields))
            continue;
        const QString key = agencyKey(fields.value(0));
        const QString parent = agencyKey(fields.value(1));
        if (fields.size() != 2 || key.isEmpty() || parent.isEmpty())
            return refuse(u"每行应为“机关,上级机关”两项"_s);
        if (above.contains(key) && above[key] != parent)
            return refuse(u"同一机关列了两个上级"_s);
        if (above.contains(key))
            continue;
        above.insert(key, parent);
        QString higher = parent; // a ring would make a body part of itself
        while (higher != key && above.contains(higher))
            higher = above[higher];
        if (higher == key)
            return refuse(u"机关成了自己的上级"_s);
        out << RegionMember{fields[0], fields[1]};
    }
    return out;
}

} // namespace gouji
