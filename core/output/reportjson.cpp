// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/reportjson.h"

#include "document/sourceplace.h"
#include "output/jsonwriter.h"

namespace gouji {

namespace {

void writeValue(JsonWriter &json, const std::optional<Decimal> &value)
{
    if (value)
        json.decimal(*value);
    else
        json.null();
}

void writeCell(JsonWriter &json, const Cell &cell, const Cell *reading, const SourceDocument *document)
{
    json.beginObject();
    json.key("value");
    writeValue(json, cell.value);
    json.key("status");
    json.string(statusName(cell.status));
    // A blank cell has a text (empty, or the stroke that stands there) as soon as it has a place.
    json.key("text");
    if (cell.text.isEmpty() && !cell.source.isValid())
        json.null();
    else
        json.string(cell.text);
    json.key("source");
    json.range(cell.source);
    if (const auto place = document ? placeOf(*document, cell.source) : std::nullopt) {
        json.key("page");
        json.number(place->page + 1);
        json.key("box");
        json.beginArray();
        for (const double edge : {place->box.x(), place->box.y(), place->box.width(), place->box.height()})
            json.points(edge);
        json.endArray();
    }
    if (cell.status == CellStatus::Corrected && reading) {
        json.key("was");
        writeValue(json, reading->value);
    }
    if (cell.confirmed) {
        json.key("confirmed");
        json.boolean(true);
    }
    if (!cell.why.isEmpty()) {
        json.key("why");
        json.string(cell.why);
    }
    if (!cell.candidates.isEmpty()) {
        json.key("candidates");
        json.beginArray();
        for (const Candidate &candidate : cell.candidates) {
            json.beginObject();
            json.key("value");
            writeValue(json, candidate.value);
            json.key("why");
            json.string(candidate.why);
            if (candidate.source.isValid()) {
                json.key("source");
                json.range(candidate.source);
            }
            json.endObject();
        }
        json.endArray();
    }
    json.endObject();
}

void writeCellNames(JsonWriter &json, const FormCatalogue &catalogue, const QList<CellId> &cells)
{
    json.beginArray();
    for (const CellId id : cells)
        json.ascii(catalogue.info(id).key);
    json.endArray();
}

void writeFinding(JsonWriter &json, const FormCatalogue &catalogue, const Finding &finding, const FindingVerdict &verdict)
{
    json.beginObject();
    json.key("rule");
    json.string(finding.rule);
    json.key("severity");
    json.string(severityName(finding.severity));
    json.key("cells");
    writeCellNames(json, catalogue, finding.cells);
    json.key("message");
    json.string(finding.message);
    json.key("expected");
    json.stringOrNull(finding.expected);
    json.key("found");
    json.stringOrNull(finding.found);
    if (!finding.also.isEmpty()) {
        json.key("also");
        json.beginArray();
        for (const QString &rule : finding.also)
            json.string(rule);
        json.endArray();
    }
    if (!finding.candidates.isEmpty()) {
        json.key("candidates");
        json.beginArray();
        for (const Culprit &culprit : finding.candidates) {
            json.beginObject();
            json.key("cell");
            json.ascii(catalogue.info(culprit.cell).key);
            json.key("value");
            writeValue(json, culprit.value);
            json.key("why");
            json.string(culprit.why);
            json.endObject();
        }
        json.endArray();
    }
    json.key("blame");
    json.string(blameName(finding.blame));
    if (!finding.sources.isEmpty()) {
        json.key("sources");
        json.beginArray();
        for (const TextRange &source : finding.sources)
            json.range(source);
        json.endArray();
    }
    if (!finding.basis.isEmpty()) {
        json.key("basis");
        json.string(finding.basis);
    }
    if (verdict.judgement != Judgement::None) {
        json.key("verdict");
        json.beginObject();
        json.key("judgement");
        json.string(judgementName(verdict.judgement));
        json.key("reason");
        json.stringOrNull(verdict.reason);
        json.key("lapsed");
        json.boolean(verdict.lapsed);
        json.endObject();
    }
    json.endObject();
}

} // namespace

QByteArray reportJson(const QString &file, const Report &report, const QList<Finding> &findings, const Report *reading,
    const SourceDocument *document, const QList<FindingVerdict> *verdicts)
{
    const FormCatalogue &catalogue = report.catalogue();
    JsonWriter json(64 * 1024);
    json.beginObject();
    json.key("file");
    json.string(file);
    json.key("agency");
    json.stringOrNull(report.agency);
    json.key("agency_status");
    json.string(statusName(report.agencyStatus));
    json.key("agency_source");
    json.range(report.agencySource);
    json.key("year");
    report.year > 0 ? json.number(report.year) : json.null();
    json.key("year_status");
    json.string(statusName(report.yearStatus));
    json.key("year_source");
    json.range(report.yearSource);
    json.key("format");
    json.stringOrNull(report.form);
    json.key("format_status");
    json.string(statusName(report.formStatus));
    json.key("sections");
    json.beginArray();
    for (const Section &section : report.sections) {
        json.beginObject();
        json.key("number");
        json.number(section.number);
        json.key("title");
        json.string(section.title);
        json.key("source");
        json.range(section.source);
        json.endObject();
    }
    json.endArray();
    json.key("cells");
    json.beginObject();
    const QList<CellId> cells = report.cellIds();
    for (const CellId id : cells) {
        json.key(catalogue.info(id).key);
        writeCell(json, report.cell(id), reading ? &reading->cell(id) : nullptr, document);
    }
    json.endObject();
    json.key("findings");
    json.beginArray();
    for (qsizetype i = 0; i < findings.size(); ++i)
        writeFinding(json, catalogue, findings[i], verdicts ? verdicts->value(i) : FindingVerdict());
    json.endArray();
    json.endObject();
    return json.take();
}

QByteArray errorJson(const QString &file, const Error &error)
{
    JsonWriter json;
    json.beginObject();
    json.key("file");
    json.string(file);
    json.key("error");
    json.beginObject();
    json.key("code");
    json.string(error.code);
    json.key("message");
    json.string(error.message);
    json.endObject();
    json.endObject();
    return json.take();
}

} // namespace gouji
