// SPDX-License-Identifier: GPL-3.0-or-later
#include "readingfaults.h"

#include "base/normalizedtext.h"
#include "document/documentreader.h"
#include "output/reportjson.h"
#include "output/reporttext.h"
#include "report/labelindex.h"
#include "store/readingcodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace gouji::test {

using namespace Qt::StringLiterals;

namespace {

class Inspector {
public:
    explicit Inspector(const ReadReport &read)
        : m_report(read.report)
        , m_document(read.document)
        , m_findings(read.findings)
        , m_text(read.document.text)
    {
    }

    QString run()
    {
        fields();
        sections();
        for (qsizetype t = 0; t < m_report.tables.size(); ++t)
            table(t);
        claims();
        findings();
        return m_fault;
    }

private:
    void require(bool holds, const QString &fault)
    {
        if (!holds && m_fault.isEmpty())
            m_fault = fault;
    }

    bool isInside(const TextRange &r) const { return r.isValid() && r.end <= m_text.size(); }
    bool isNowhereOrInside(const TextRange &r) const { return (r.begin < 0 && r.end < 0) || isInside(r); }
    QString name(CellId id) const { return m_report.catalogue().name(id); }
    QString shown(CellId id) const
    {
        const Cell &cell = m_report.cell(id);
        return u"%1 (%2 %3, “%4” at %5-%6)"_s.arg(name(id), statusName(cell.status), cell.value ? cell.value->toString() : u"null"_s, cell.text)
            .arg(cell.source.begin)
            .arg(cell.source.end);
    }

    void fields()
    {
        require(isNowhereOrInside(m_report.agencySource), u"the agency stands outside the document"_s);
        require(isNowhereOrInside(m_report.yearSource), u"the year stands outside the document"_s);
        if (m_report.agencyStatus == FieldStatus::Read) {
            require(!m_report.agency.isEmpty() && isInside(m_report.agencySource), u"an agency is read from nowhere"_s);
            require(QStringView(m_report.agency).contains(u'\n') == false, u"the agency holds a line end"_s);
        }
        if (m_report.yearStatus == FieldStatus::Read)
            require(m_report.year >= 2000 && m_report.year <= 2099 && isInside(m_report.yearSource), u"a year is read from nowhere"_s);
    }

    void sections()
    {
        int number = 0;
        qsizetype at = 0;
        for (const Section &s : m_report.sections) {
            require(s.number > number && s.number <= 6, u"sections are not in order"_s);
            require(isInside(s.source) && isInside(s.body) && s.source.begin >= at && s.body.begin >= s.source.end,
                u"section %1 overlaps what stands before it, or ends outside"_s.arg(s.number));
            number = s.number;
            at = s.body.end;
        }
        for (const OpenRow &row : m_report.openRows) {
            require(isNowhereOrInside(row.source), u"an open row stands outside the document"_s);
            for (const Placement &p : row.placements) {
                require(p.cells.size() == row.cells.size(), u"a placement has other cells than its row"_s);
                for (const Candidate &c : p.cells)
                    require(isNowhereOrInside(c.source), u"a candidate of a row stands outside the document"_s);
            }
        }
        for (const TextRange &r : m_report.leftovers)
            require(isInside(r), u"a left-over number stands outside the document"_s);
    }

    void table(qsizetype index)
    {
        const TableReading &reading = m_report.tables[index];
        const FormTable &form = m_report.formTable(index);
        require(!reading.found || isInside(reading.source), u"a table stands outside the document"_s);
        for (const FormRow &row : form.rows) {
            const bool twofold = reading.found && !form.across && isPrintedTwice(row, reading.source);
            for (const CellId id : row.cells) {
                cell(id);
                require(!twofold || m_report.cell(id).status != CellStatus::Read, u"two lines of that name have other numbers: "_s + shown(id));
                require(reading.found || m_report.cell(id).status == CellStatus::Missing, u"a table that was not found has "_s + shown(id));
                if (m_report.cell(id).status == CellStatus::Read)
                    require(!isNamedOtherwise(form, row, m_report.cell(id)), u"the line names another row: "_s + shown(id));
            }
        }
    }

    void cell(CellId id)
    {
        const Cell &cell = m_report.cell(id);
        const bool placed = cell.source.isValid();
        require(isNowhereOrInside(cell.source), u"outside the document: "_s + shown(id));
        require(!cell.confirmed && cell.status != CellStatus::Corrected, u"nobody confirmed this: "_s + shown(id));
        require(cell.text.isEmpty() || placed, u"text from nowhere: "_s + shown(id));
        for (const Candidate &c : cell.candidates)
            require(isNowhereOrInside(c.source), u"a candidate outside the document: "_s + shown(id));
        switch (cell.status) {
        case CellStatus::Read:
            require(cell.value && placed && !cell.text.isEmpty(), u"read without a value or a place: "_s + shown(id));
            if (cell.value && isInside(cell.source))
                certain(id, cell);
            break;
        case CellStatus::Blank:
            require(!cell.value, u"blank with a value: "_s + shown(id));
            require(std::none_of(cell.text.begin(), cell.text.end(), [](QChar c) { return c.isDigit(); }), u"blank with digits: "_s + shown(id));
            break;
        case CellStatus::Missing:
            require(!cell.value && !placed, u"missing with a value or a place: "_s + shown(id));
            break;
        case CellStatus::Repaired:
            require(cell.value.has_value(), u"repaired without a value: "_s + shown(id));
            [[fallthrough]];
        default:
            require(!cell.why.isEmpty(), u"doubtful without a reason: "_s + shown(id));
        }
    }

    /// Digits with what may stand among and around them, and nothing that has to be taken for a digit.
    static std::optional<Decimal> plainValue(QString text)
    {
        static const QStringList counters
            = {u"万元"_s, u"件次"_s, u"件"_s, u"个"_s, u"份"_s, u"宗"_s, u"条"_s, u"项"_s, u"起"_s, u"部"_s, u"例"_s, u"次"_s, u"元"_s};
        for (const QString &counter : counters) {
            if (text.endsWith(counter)) {
                text.chop(counter.size());
                break;
            }
        }
        if (text.startsWith(u'+'))
            text.remove(0, 1);
        text.replace(QChar(0x2212), u'-');
        for (const QChar separator : {QChar(u','), QChar(u'\''), QChar(0x66c)})
            text.remove(separator);
        return Decimal::fromString(text);
    }

    static bool isInvisible(QChar c) { return c == QChar(0xad) || (c >= QChar(0x200b) && c <= QChar(0x200f)) || c == QChar(0x2060) || c == QChar(0xfeff); }

    void certain(CellId id, const Cell &cell)
    {
        require(plainValue(cell.text) == cell.value, u"not what stands there: "_s + shown(id));
        require(normalized(m_document.at(cell.source)) == cell.text, u"its text stands elsewhere: "_s + shown(id));
        qsizetype before = cell.source.begin - 1;
        while (before >= 0 && isInvisible(m_text[before]))
            --before;
        qsizetype behind = cell.source.end;
        while (behind < m_text.size() && isInvisible(m_text[behind]))
            ++behind;
        require((before < 0 || !m_text[before].isDigit()) && (behind >= m_text.size() || !m_text[behind].isDigit()),
            u"a part of the digits that stand there: "_s + shown(id));
    }

    /// Nothing stands before the value on its line but the label of another row.
    bool isNamedOtherwise(const FormTable &form, const FormRow &row, const Cell &cell) const
    {
        constexpr qsizetype ShortLabel = 5; // of such a label another one may be a part
        if (form.across || !isInside(cell.source))
            return false;
        const qsizetype lineBegin = m_text.lastIndexOf(u'\n', std::max<qsizetype>(0, cell.source.begin - 1)) + 1;
        const QString line = LabelIndex::content(m_text.mid(lineBegin, cell.source.begin - lineBegin));
        if (line.size() < ShortLabel || line == LabelIndex::content(row.label))
            return false;
        const auto isIt = [&](const FormRow &r) { return &r != &row && LabelIndex::content(r.label) == line; };
        return std::any_of(form.rows.begin(), form.rows.end(), isIt);
    }

    /// Two lines of the table have nothing but the row's label and numbers, and these differ.
    bool isPrintedTwice(const FormRow &row, const TextRange &table)
    {
        constexpr qsizetype ShortLabel = 5;
        const QString label = LabelIndex::content(row.label);
        if (label.size() < ShortLabel || !isInside(table))
            return false;
        if (m_lineTable != table) {
            m_lineTable = table;
            m_lines.clear();
            for (const QStringView line : m_text.mid(table.begin, table.length()).split(u'\n')) {
                QStringList numbers;
                QString number;
                for (const QChar c : normalized(line) + u' ') {
                    if (c.isDigit()) {
                        number += c;
                    } else if (!number.isEmpty()) {
                        if (c != u'.' || !numbers.isEmpty()) // "2." is the label's own
                            numbers << number;
                        number.clear();
                    }
                }
                if (!numbers.isEmpty())
                    m_lines << std::pair{LabelIndex::content(line), numbers};
            }
        }
        const QStringList *first = nullptr;
        for (const auto &[content, numbers] : std::as_const(m_lines)) {
            if (content != label)
                continue;
            if (first && *first != numbers)
                return true;
            first = &numbers;
        }
        return false;
    }

    /// The same characters are not read twice, nor read and left over.
    void claims()
    {
        QList<std::pair<TextRange, CellId>> taken;
        for (const CellId id : m_report.cellIds()) {
            const Cell &cell = m_report.cell(id);
            if (cell.status != CellStatus::Missing && cell.source.isValid() && cell.source.length() > 0)
                taken << std::pair{cell.source, id};
        }
        std::stable_sort(taken.begin(), taken.end(), [](const auto &a, const auto &b) { return a.first.begin < b.first.begin; });
        for (qsizetype i = 1; i < taken.size(); ++i) {
            const CellId a = taken[i - 1].second;
            const CellId b = taken[i].second;
            const bool sure = m_report.cell(a).status == CellStatus::Read || m_report.cell(b).status == CellStatus::Read;
            require(!sure || !taken[i - 1].first.intersects(taken[i].first), u"the same characters: %1 and %2"_s.arg(shown(a), shown(b)));
        }
        for (const TextRange &left : m_report.leftovers) {
            const auto behind = std::lower_bound(taken.begin(), taken.end(), left.begin, [](const auto &t, qsizetype at) { return t.first.end <= at; });
            require(behind == taken.end() || !behind->first.intersects(left), u"read and left over: "_s + (behind == taken.end() ? QString() : shown(behind->second)));
        }
    }

    void findings()
    {
        QSet<CellId> told;
        QSet<CellId> wrong;
        for (const Finding &f : m_findings) {
            require(!f.message.isEmpty(), u"a finding without a sentence: "_s + f.rule);
            for (const TextRange &source : f.sources)
                require(isInside(source), u"a finding's source lies outside the document: "_s + f.rule);
            for (const CellId id : f.cells) {
                require(id.isValid() && id.index < m_report.catalogue().cellCount(), u"a finding names a cell that is none: "_s + f.rule);
                told << id;
                if (f.severity == Severity::Error)
                    wrong << id;
            }
        }
        for (qsizetype t = 0; t < m_report.tables.size(); ++t) {
            const FormTable &form = m_report.formTable(t);
            for (const CellId id : form.cellIds())
                require(m_report.cell(id).status == CellStatus::Read || told.contains(id), u"no finding tells of "_s + shown(id));
            for (const Identity &identity : form.identities) {
                const QList<CellId> all = identity.left + identity.right;
                if (fails(identity))
                    require(std::any_of(all.begin(), all.end(), [&](CellId id) { return wrong.contains(id); }), u"no finding tells of "_s + identity.place);
            }
        }
    }

    bool fails(const Identity &identity) const
    {
        Decimal sum;
        for (const CellId id : identity.left + identity.right) {
            const Cell &cell = m_report.cell(id);
            if (cell.status != CellStatus::Read)
                return false;
            sum = identity.left.contains(id) ? sum + *cell.value : sum - *cell.value;
        }
        return !sum.isZero();
    }

    const Report &m_report;
    const SourceDocument &m_document;
    const QList<Finding> &m_findings;
    const QStringView m_text;
    TextRange m_lineTable;
    QList<std::pair<QString, QStringList>> m_lines; ///< of m_lineTable: those with numbers, their wording and these
    QString m_fault;
};

QString jsonFault(const QByteArray &json, const ReadReport &read)
{
    if (json.contains('\n'))
        return u"the JSON of a report goes over a line end"_s;
    QJsonParseError parsed;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        return u"the JSON does not parse: "_s + parsed.errorString();
    const QJsonObject cells = root["cells"_L1].toObject();
    const QList<CellId> ids = read.report.cellIds();
    if (cells.size() != ids.size())
        return u"the JSON has other cells than the report"_s;
    for (const CellId id : ids) {
        const Cell &cell = read.report.cell(id);
        const QJsonObject object = cells[read.report.catalogue().name(id)].toObject();
        const QString value = cell.value ? cell.value->toString() : QString();
        const QJsonArray source = object["source"_L1].toArray();
        const bool same = object["value"_L1].toString() == value && object["value"_L1].isNull() == !cell.value
            && object["status"_L1].toString() == statusName(cell.status) && (source.isEmpty() == !cell.source.isValid())
            && (source.isEmpty() || (source[0].toInteger() == cell.source.begin && source[1].toInteger() == cell.source.end));
        if (!same)
            return u"the JSON says something else of "_s + read.report.catalogue().name(id);
    }
    return root["findings"_L1].toArray().size() == read.findings.size() ? QString() : u"the JSON has other findings than the report"_s;
}

QString errorFault(const Error &error)
{
    static const QStringList codes = {u"unreadable"_s, u"unsupported"_s, u"encrypted"_s, u"empty"_s, u"no-tables"_s, u"old-form"_s, u"too-large"_s,
        u"converter-missing"_s}; // pages that are pictures, where nothing recognises them
    if (!codes.contains(error.code))
        return u"the error code “%1” is unknown"_s.arg(error.code);
    if (!error.message.endsWith(u'。'))
        return u"the error “%1” is no sentence: %2"_s.arg(error.code, error.message);
    const QJsonObject root = QJsonDocument::fromJson(errorJson(u"名\n字"_s, error)).object();
    return root["error"_L1].toObject()["code"_L1].toString() == error.code ? QString() : u"the JSON of an error says something else"_s;
}

/// Text reads the same in another encoding.
QString encodingFault(const ReadReport &read)
{
    const QString &text = read.document.text;
    if (read.document.fileKind != "txt"_L1 || std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSurrogate(); }))
        return {};
    const QByteArray bytes("\xff\xfe" + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
    const auto other = readDocument(bytes, u"utf-16.txt"_s);
    return other && other->text == text ? QString() : u"the same text in UTF-16 reads otherwise"_s;
}

} // namespace

QString faultOf(const ReadReport &read) { return Inspector(read).run(); }

QString faultIn(const QByteArray &bytes, const Knowledge &knowledge)
{
    const QString file = u"名 \"字\".txt"_s;
    const auto first = readReport(bytes, file, knowledge);
    const auto again = readReport(bytes, file, knowledge);
    if (first.ok() != again.ok())
        return u"the same bytes are read once and not again"_s;
    if (!first)
        return errorFault(first.error());
    const ReadReport &read = *first;
    if (const QString fault = faultOf(read); !fault.isEmpty())
        return fault;
    const QByteArray json = reportJson(file, read.report, read.findings);
    if (json != reportJson(file, again->report, again->findings))
        return u"the same bytes are read in two ways"_s;
    if (const QString fault = jsonFault(json, read); !fault.isEmpty())
        return fault;
    if (!reportText(file, read.report, read.findings).endsWith(u'\n'))
        return u"the output for people has no end"_s;
    const auto stored = unpackReading(packReading(read), knowledge.forms);
    if (!stored || !(stored->read.report == read.report) || stored->read.document.text != read.document.text)
        return u"what is stored comes back changed"_s;
    return encodingFault(read);
}

} // namespace gouji::test
