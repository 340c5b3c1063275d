// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actcodec.h"

#include "store/reportcodec.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChangesVersion = 1;

QJsonObject json(const Cell &cell) { return codec::pack(cell).toJsonObject(); }

Cell cellFrom(const QJsonValue &value) { return codec::cellFrom(QCborMap::fromJsonObject(value.toObject())); }

QJsonObject json(const Verdict &v)
{
    return {{u"finding"_s, v.subject}, {u"values"_s, v.basis}, {u"judgement"_s, judgementName(v.judgement)}, {u"reason"_s, v.reason}};
}

Verdict verdictFrom(const QJsonValue &v)
{
    return {v[u"finding"_s].toString(), v[u"values"_s].toString(), judgementFrom(v[u"judgement"_s].toString()), v[u"reason"_s].toString()};
}

QString changesText(const Act &act, const FormCatalogue &forms)
{
    QJsonArray cells;
    for (const CellChange &c : act.cells)
        cells << QJsonObject{{u"cell"_s, forms.name(c.cell)}, {u"before"_s, json(c.before)}, {u"after"_s, json(c.after)}};
    QJsonArray fields;
    for (const FieldChange &f : act.fields) {
        fields << QJsonObject{{u"field"_s, fieldName(f.field)}, {u"before"_s, f.before}, {u"after"_s, f.after},
            {u"beforeStatus"_s, statusName(f.beforeStatus)}, {u"afterStatus"_s, statusName(f.afterStatus)}};
    }
    QJsonObject all{{u"version"_s, ChangesVersion}, {u"cells"_s, cells}, {u"fields"_s, fields}};
    if (!act.group.isNull())
        all.insert(u"group"_s, idText(act.group));
    QJsonArray verdicts;
    for (const VerdictChange &v : act.verdicts)
        verdicts << QJsonObject{{u"before"_s, json(v.before)}, {u"after"_s, json(v.after)}};
    if (!verdicts.isEmpty())
        all.insert(u"verdicts"_s, verdicts);
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

void readChanges(const QString &text, const FormCatalogue &forms, Act &act)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    for (const QJsonValue v : all[u"cells"_s].toArray())
        act.cells << CellChange{forms.cell(v[u"cell"_s].toString()), cellFrom(v[u"before"_s]), cellFrom(v[u"after"_s])};
    for (const QJsonValue v : all[u"fields"_s].toArray()) {
        FieldChange change;
        for (const Field f : {Field::Agency, Field::Year, Field::Form, Field::State}) {
            if (fieldName(f) == v[u"field"_s].toString())
                change.field = f;
        }
        change.before = v[u"before"_s].toString();
        change.after = v[u"after"_s].toString();
        change.beforeStatus = codec::fieldStatusFrom(v[u"beforeStatus"_s].toString());
        change.afterStatus = codec::fieldStatusFrom(v[u"afterStatus"_s].toString());
        act.fields << change;
    }
    act.group = QUuid::fromString(all[u"group"_s].toString());
    for (const QJsonValue v : all[u"verdicts"_s].toArray())
        act.verdicts << VerdictChange{verdictFrom(v[u"before"_s]), verdictFrom(v[u"after"_s])};
}

} // namespace

QString idText(const QUuid &id) { return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces); }

QString ActRow::computedHash() const
{
    const QJsonArray all{previous, report, seq, id, parent, who, doneAt, kind, label, reason, changes};
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

ActRow rowOf(const Act &act, const FormCatalogue &forms, const QString &report, int seq, const QString &previous)
{
    ActRow row{idText(act.id), report, seq, idText(act.parent), act.who, act.when.toUTC().toString(Qt::ISODateWithMs), act.kind, act.text,
        act.reason, changesText(act, forms), previous, {}};
    row.hash = row.computedHash();
    return row;
}

Act actOf(const ActRow &row, const FormCatalogue &forms)
{
    Act act;
    act.id = QUuid::fromString(row.id);
    act.parent = QUuid::fromString(row.parent);
    act.kind = row.kind;
    act.text = row.label;
    act.who = row.who;
    act.when = QDateTime::fromString(row.doneAt, Qt::ISODateWithMs);
    act.reason = row.reason;
    readChanges(row.changes, forms, act);
    return act;
}

} // namespace gouji
