// SPDX-License-Identifier: GPL-3.0-or-later
#include "expectation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gouji::test {

namespace {

QString shown(const std::optional<Decimal> &value)
{
    return value ? value->toString() : u"(empty)"_s;
}

QString findingLine(const Finding &finding, const FormCatalogue &forms)
{
    QStringList cells;
    for (CellId id : finding.cells)
        cells += forms.name(id);
    // Which culprit comes first is the business of the checks' own tests.
    cells.sort();
    return severityName(finding.severity) + u' ' + finding.rule + u": "_s + cells.join(u' ');
}

} // namespace

Result<Expectation> Expectation::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {u"unreadable"_s, path + u": "_s + file.errorString()};
    QJsonParseError parseError;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return Error {u"bad-json"_s, path + u": "_s + parseError.errorString()};

    Expectation e;
    e.agency = json["agency"_L1].toString();
    e.year = json["year"_L1].toInt();
    e.form = json["form"_L1].toString();
    const QJsonObject cells = json["cells"_L1].toObject();
    for (auto it = cells.begin(); it != cells.end(); ++it) {
        const std::optional<Decimal> value = Decimal::fromString(it.value().toString());
        if (!it.value().isNull() && !value)
            return Error {u"bad-json"_s, path + u": not a number at "_s + it.key()};
        e.cells.insert(it.key(), value);
    }
    const QJsonObject doubtful = json["doubtful"_L1].toObject();
    for (auto it = doubtful.begin(); it != doubtful.end(); ++it)
        e.doubtful.insert(it.key(), it.value().toString());
    const QJsonArray findings = json["findings"_L1].toArray();
    for (const auto &line : findings)
        e.findings += line.toString();
    e.findings.sort();
    return e;
}

Expectation Expectation::fromReading(const ReadReport &reading)
{
    const Report &report = reading.report;
    const FormCatalogue &forms = report.catalogue();
    Expectation e;
    e.agency = report.agency;
    e.year = report.year;
    e.form = report.form;
    for (CellId id : report.cellIds()) {
        const Cell &cell = report.cell(id);
        e.cells.insert(forms.name(id), cell.value);
        if (cell.needsPerson())
            e.doubtful.insert(forms.name(id), statusName(cell.status) + (cell.value ? u' ' + cell.value->toString() : QString()));
    }
    for (const Finding &finding : reading.findings)
        e.findings += findingLine(finding, forms);
    e.findings.sort();
    return e;
}

Status Expectation::write(const QString &path) const
{
    QJsonObject values;
    for (auto it = cells.begin(); it != cells.end(); ++it)
        values.insert(it.key(), it.value() ? QJsonValue(it.value()->toString()) : QJsonValue());
    QJsonObject doubts;
    for (auto it = doubtful.begin(); it != doubtful.end(); ++it)
        doubts.insert(it.key(), it.value());
    const QJsonObject json {{u"agency"_s, agency}, {u"year"_s, year}, {u"form"_s, form}, {u"cells"_s, values}, {u"doubtful"_s, doubts},
                            {u"findings"_s, QJsonArray::fromStringList(findings)}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return Error {u"unwritable"_s, path + u": "_s + file.errorString()};
    return Done {};
}

QStringList Expectation::lines() const
{
    QStringList out {u"agency "_s + agency, u"year "_s + QString::number(year), u"form "_s + form};
    for (auto it = cells.begin(); it != cells.end(); ++it) {
        const QString doubt = doubtful.value(it.key());
        out += it.key() + u" = "_s + (doubt.isEmpty() ? shown(it.value()) : u"doubtful: "_s + doubt);
    }
    // Cells that the document does not print have no truth, but a status.
    for (auto it = doubtful.begin(); it != doubtful.end(); ++it) {
        if (!cells.contains(it.key()))
            out += it.key() + u" = doubtful: "_s + it.value();
    }
    for (const QString &finding : findings)
        out += u"finding "_s + finding;
    return out;
}

QStringList silentErrors(const ReadReport &reading, const QMap<QString, std::optional<Decimal>> &truth)
{
    const Report &report = reading.report;
    QStringList wrong;
    for (CellId id : report.cellIds()) {
        const Cell &cell = report.cell(id);
        const QString &name = report.catalogue().name(id);
        const bool certain = cell.status == CellStatus::Read || cell.status == CellStatus::Blank;
        if (!certain)
            continue;
        if (!truth.contains(name))
            wrong += name + u": the document does not print this cell, read "_s + shown(cell.value);
        else if (truth.value(name) != cell.value)
            wrong += name + u": the document says "_s + shown(truth.value(name)) + u", read "_s + shown(cell.value);
    }
    return wrong;
}

QStringList wrongInferences(const ReadReport &reading, const QMap<QString, std::optional<Decimal>> &truth)
{
    const Report &report = reading.report;
    QStringList wrong;
    for (CellId id : report.cellIds()) {
        const Cell &cell = report.cell(id);
        if (cell.status != CellStatus::Repaired || !cell.value)
            continue;
        const std::optional<Decimal> said = truth.value(report.catalogue().name(id));
        // An empty cell that an identity makes 0 is no wrong number.
        if (said != cell.value && (said || !cell.value->isZero()))
            wrong += report.catalogue().name(id) + u": the document says "_s + shown(said) + u", inferred "_s + shown(cell.value);
    }
    return wrong;
}

QStringList brokenSources(const ReadReport &reading)
{
    QStringList broken;
    for (CellId id : reading.report.cellIds()) {
        const Cell &cell = reading.report.cell(id);
        const bool certain = cell.status == CellStatus::Read;
        if (certain && !cell.source.isValid())
            broken += reading.report.catalogue().name(id) + u": read, but from nowhere"_s;
        if (cell.source.isValid() && reading.document.at(cell.source) != cell.text)
            broken += reading.report.catalogue().name(id) + u": says "_s + cell.text + u", its source says "_s
                + reading.document.at(cell.source).toString();
    }
    return broken;
}

QString difference(const QStringList &expected, const QStringList &actual)
{
    QString out;
    for (const QString &line : expected) {
        if (!actual.contains(line))
            out += u"\n- "_s + line;
    }
    for (const QString &line : actual) {
        if (!expected.contains(line))
            out += u"\n+ "_s + line;
    }
    if (out.isEmpty() && expected.size() != actual.size())
        out = u"\nthe same lines, but some more often than expected"_s;
    return out;
}

} // namespace gouji::test
