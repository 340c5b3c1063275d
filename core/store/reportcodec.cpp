// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reportcodec.h"

#include <QCborArray>

namespace gouji::codec {

using namespace Qt::StringLiterals;

namespace {

template <typename List, typename Function> QCborArray packAll(const List &list, Function function)
{
    QCborArray out;
    for (const auto &item : list)
        out.append(function(item));
    return out;
}

QCborArray packRanges(const QList<TextRange> &ranges)
{
    return packAll(ranges, [](const TextRange &r) { return pack(r); });
}

QList<TextRange> rangesFrom(const QCborValue &value)
{
    QList<TextRange> out;
    for (const QCborValue v : value.toArray())
        out << rangeFrom(v);
    return out;
}

void put(QCborMap &map, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        map[key] = text;
}

void put(QCborMap &map, const QString &key, const TextRange &range)
{
    if (range != TextRange())
        map[key] = pack(range);
}

QCborMap pack(const Candidate &candidate)
{
    QCborMap out;
    if (candidate.value)
        out[u"value"_s] = candidate.value->toString();
    put(out, u"why"_s, candidate.why);
    put(out, u"source"_s, candidate.source);
    return out;
}

std::optional<Decimal> valueFrom(const QCborMap &map) { return Decimal::fromString(map[u"value"_s].toString()); }

QList<Candidate> candidatesFrom(const QCborValue &value)
{
    QList<Candidate> out;
    for (const QCborValue v : value.toArray()) {
        const QCborMap m = v.toMap();
        out << Candidate{valueFrom(m), m[u"why"_s].toString(), rangeFrom(m[u"source"_s])};
    }
    return out;
}

QCborArray packCandidates(const QList<Candidate> &candidates)
{
    return packAll(candidates, [](const Candidate &c) { return pack(c); });
}

} // namespace

QCborValue pack(const TextRange &range) { return QCborArray{qint64(range.begin), qint64(range.end)}; }

TextRange rangeFrom(const QCborValue &value)
{
    const QCborArray pair = value.toArray();
    return pair.size() == 2 ? TextRange{qsizetype(pair[0].toInteger(-1)), qsizetype(pair[1].toInteger(-1))} : TextRange();
}

QCborMap pack(const Cell &cell)
{
    QCborMap out{{u"status"_s, statusName(cell.status)}};
    if (cell.value)
        out[u"value"_s] = cell.value->toString();
    if (cell.confirmed)
        out[u"confirmed"_s] = true;
    put(out, u"text"_s, cell.text);
    put(out, u"source"_s, cell.source);
    put(out, u"why"_s, cell.why);
    if (!cell.candidates.isEmpty())
        out[u"candidates"_s] = packCandidates(cell.candidates);
    return out;
}

Cell cellFrom(const QCborMap &map)
{
    Cell out;
    out.status = statusFromName(map[u"status"_s].toString()).value_or(CellStatus::Missing);
    out.value = valueFrom(map);
    out.confirmed = map[u"confirmed"_s].toBool();
    out.text = map[u"text"_s].toString();
    out.source = rangeFrom(map[u"source"_s]);
    out.why = map[u"why"_s].toString();
    out.candidates = candidatesFrom(map[u"candidates"_s]);
    return out;
}

QString fieldStatusName(FieldStatus status) { return statusName(status); }

FieldStatus fieldStatusFrom(const QString &name)
{
    for (const FieldStatus s : {FieldStatus::Read, FieldStatus::Suspect, FieldStatus::Corrected}) {
        if (statusName(s) == name)
            return s;
    }
    return FieldStatus::Missing;
}

QCborMap pack(const SourceDocument &d)
{
    QCborMap out{{u"fileName"_s, d.fileName}, {u"fileKind"_s, d.fileKind}, {u"sha256"_s, d.sha256}, {u"text"_s, d.text},
        {u"encoding"_s, d.encoding}, {u"encodingGuessed"_s, d.encodingGuessed}};
    out[u"recognised"_s] = d.recognised;
    out[u"doubts"_s] = packAll(d.doubts, [](const TextRange &r) { return QCborArray{qint64(r.begin), qint64(r.end)}; });
    out[u"notes"_s] = QCborArray::fromStringList(d.notes);
    out[u"tables"_s] = packAll(d.tables, [](const SourceTable &t) {
        const QCborArray cells = packAll(t.cells, [](const SourceTableCell &c) {
            return QCborArray{c.row, c.column, c.rowSpan, c.columnSpan, qint64(c.text.begin), qint64(c.text.end)};
        });
        return QCborMap{{u"range"_s, pack(t.range)}, {u"cells"_s, cells}};
    });
    out[u"pages"_s] = packAll(d.pages, [](const SourcePage &p) {
        return QCborArray{qint64(p.text.begin), qint64(p.text.end), p.size.width(), p.size.height(), p.turns};
    });
    out[u"boxes"_s] = packAll(d.boxes, [](const SourceBox &b) {
        return QCborArray{qint64(b.text.begin), qint64(b.text.end), b.page, b.box.x(), b.box.y(), b.box.width(), b.box.height()};
    });
    return out;
}

SourceDocument documentFrom(const QCborMap &map)
{
    const auto range = [](const QCborArray &a, qsizetype at) {
        return TextRange{qsizetype(a.at(at).toInteger(-1)), qsizetype(a.at(at + 1).toInteger(-1))};
    };
    const auto number = [](const QCborArray &a, qsizetype at) { return int(a.at(at).toInteger()); };
    SourceDocument out;
    out.fileName = map[u"fileName"_s].toString();
    out.fileKind = map[u"fileKind"_s].toString();
    out.sha256 = map[u"sha256"_s].toByteArray();
    out.text = map[u"text"_s].toString();
    out.encoding = map[u"encoding"_s].toString();
    out.encodingGuessed = map[u"encodingGuessed"_s].toBool();
    out.recognised = map[u"recognised"_s].toBool();
    for (const QCborValue v : map[u"doubts"_s].toArray())
        out.doubts << range(v.toArray(), 0);
    for (const QCborValue v : map[u"notes"_s].toArray())
        out.notes << v.toString();
    for (const QCborValue v : map[u"tables"_s].toArray()) {
        SourceTable table{rangeFrom(v.toMap()[u"range"_s]), {}};
        for (const QCborValue c : v.toMap()[u"cells"_s].toArray()) {
            const QCborArray a = c.toArray();
            table.cells << SourceTableCell{number(a, 0), number(a, 1), number(a, 2), number(a, 3), range(a, 4)};
        }
        out.tables << table;
    }
    for (const QCborValue v : map[u"pages"_s].toArray()) {
        const QCborArray a = v.toArray();
        out.pages << SourcePage{range(a, 0), QSizeF(a.at(2).toDouble(), a.at(3).toDouble()), number(a, 4)};
    }
    for (const QCborValue v : map[u"boxes"_s].toArray()) {
        const QCborArray a = v.toArray();
        out.boxes << SourceBox{
            range(a, 0), number(a, 2), QRectF(a.at(3).toDouble(), a.at(4).toDouble(), a.at(5).toDouble(), a.at(6).toDouble())};
    }
    return out;
}

namespace {

QCborArray cellNames(const QList<CellId> &cells, const FormCatalogue &forms)
{
    return packAll(cells, [&](CellId id) { return QCborValue(forms.name(id)); });
}

QCborMap pack(const OpenRow &row, const FormCatalogue &forms)
{
    const QCborArray placements = packAll(row.placements, [](const Placement &p) {
        return QCborMap{{u"cells"_s, packCandidates(p.cells)}, {u"why"_s, p.why}};
    });
    return {{u"cells"_s, cellNames(row.cells, forms)}, {u"source"_s, codec::pack(row.source)}, {u"reason"_s, row.reason},
        {u"placements"_s, placements}};
}

std::optional<OpenRow> openRowFrom(const QCborMap &map, const FormCatalogue &forms)
{
    OpenRow out;
    for (const QCborValue v : map[u"cells"_s].toArray()) {
        const CellId id = forms.cell(v.toString());
        if (!id.isValid())
            return std::nullopt;
        out.cells << id;
    }
    out.source = rangeFrom(map[u"source"_s]);
    out.reason = map[u"reason"_s].toString();
    for (const QCborValue v : map[u"placements"_s].toArray())
        out.placements << Placement{candidatesFrom(v.toMap()[u"cells"_s]), v.toMap()[u"why"_s].toString()};
    return out;
}

} // namespace

QCborMap pack(const Report &r)
{
    const FormCatalogue &forms = r.catalogue();
    QCborMap out{{u"agency"_s, r.agency}, {u"agencyStatus"_s, statusName(r.agencyStatus)}, {u"agencySource"_s, pack(r.agencySource)},
        {u"year"_s, r.year}, {u"yearStatus"_s, statusName(r.yearStatus)}, {u"yearSource"_s, pack(r.yearSource)}, {u"form"_s, r.form},
        {u"formStatus"_s, statusName(r.formStatus)}, {u"leftovers"_s, packRanges(r.leftovers)}, {u"ocrSigns"_s, r.ocrSigns}};
    out[u"tables"_s] = packAll(r.tables, [](const TableReading &t) {
        return QCborMap{{u"table"_s, t.table}, {u"form"_s, t.form}, {u"found"_s, t.found}, {u"source"_s, pack(t.source)}};
    });
    out[u"sections"_s] = packAll(r.sections, [](const Section &s) {
        return QCborMap{{u"number"_s, s.number}, {u"title"_s, s.title}, {u"source"_s, pack(s.source)}, {u"body"_s, pack(s.body)}};
    });
    out[u"openRows"_s] = packAll(r.openRows, [&](const OpenRow &row) { return pack(row, forms); });
    QCborMap cells;
    for (int i = 0; i < forms.cellCount(); ++i) {
        if (const Cell &cell = r.cell(CellId{i}); cell != Cell())
            cells[forms.name(CellId{i})] = pack(cell);
    }
    out[u"cells"_s] = cells;
    return out;
}

Result<Report> reportFrom(const QCborMap &map, const std::shared_ptr<const FormCatalogue> &forms, QStringList *unknown)
{
    const auto unknownForm = [](const QString &id) {
        return Error{u"unknown-form"_s, u"报告所用的“%1”格式，本程序没有它的定义。"_s.arg(id)};
    };
    const QString formId = map[u"form"_s].toString();
    const Form *form = forms->form(formId);
    if (!form)
        return unknownForm(formId);
    Report out(forms, *form);
    out.agency = map[u"agency"_s].toString();
    out.agencyStatus = fieldStatusFrom(map[u"agencyStatus"_s].toString());
    out.agencySource = rangeFrom(map[u"agencySource"_s]);
    out.year = int(map[u"year"_s].toInteger());
    out.yearStatus = fieldStatusFrom(map[u"yearStatus"_s].toString());
    out.yearSource = rangeFrom(map[u"yearSource"_s]);
    out.formStatus = fieldStatusFrom(map[u"formStatus"_s].toString());
    out.leftovers = rangesFrom(map[u"leftovers"_s]);
    out.ocrSigns = map[u"ocrSigns"_s].toBool();
    out.tables.clear();
    for (const QCborValue v : map[u"tables"_s].toArray()) {
        const QCborMap m = v.toMap();
        const TableReading t{m[u"table"_s].toString(), m[u"form"_s].toString(), m[u"found"_s].toBool(), rangeFrom(m[u"source"_s])};
        const Form *f = forms->form(t.form);
        if (!f || !f->table(t.table))
            return unknownForm(t.form);
        out.tables << t;
    }
    for (const QCborValue v : map[u"sections"_s].toArray()) {
        const QCborMap m = v.toMap();
        out.sections << Section{
            int(m[u"number"_s].toInteger()), m[u"title"_s].toString(), rangeFrom(m[u"source"_s]), rangeFrom(m[u"body"_s])};
    }
    for (const QCborValue v : map[u"openRows"_s].toArray()) {
        if (const auto row = openRowFrom(v.toMap(), *forms))
            out.openRows << *row;
    }
    const QCborMap cells = map[u"cells"_s].toMap();
    for (auto it = cells.begin(); it != cells.end(); ++it) {
        const CellId id = forms->cell(it.key().toString());
        if (id.isValid())
            out.cell(id) = cellFrom(it.value().toMap());
        else
            *unknown << it.key().toString();
    }
    return out;
}

} // namespace gouji::codec
