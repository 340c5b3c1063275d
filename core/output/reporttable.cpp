// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/reporttable.h"

#include "output/workbookwriter.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar Doubt = u'？';

/// A spreadsheet takes a text that begins like this for a formula; what a report prints must stay a text.
bool looksLikeFormula(const QString &text) { return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()); }

QString csvField(const QString &text, bool number)
{
    QString out = !number && looksLikeFormula(text) ? u'\'' + text : text;
    if (!out.contains(u',') && !out.contains(u'"') && !out.contains(u'\n') && !out.contains(u'\r'))
        return out;
    return u'"' + out.replace(u'"', u"\"\""_s) + u'"';
}

QString doubted(const QString &text, FieldStatus status)
{
    return status == FieldStatus::Read || status == FieldStatus::Corrected ? text : text + Doubt;
}

qint64 count(const QList<Finding> &findings, Severity severity)
{
    return std::count_if(findings.begin(), findings.end(), [&](const Finding &f) { return f.severity == severity; });
}

} // namespace

ReportTable::ReportTable(std::shared_ptr<const FormCatalogue> forms)
    : m_forms(std::move(forms))
    , m_used(size_t(m_forms->cellCount()), false)
{
}

QList<std::pair<QString, QString>> ReportTable::legend()
{
    return {{u"9"_s, u"读出且没有疑问，或已由人确认、更正"_s}, {u"9？"_s, u"读数有疑，尚未由人核对；不能直接用于计算"_s},
        {u"？"_s, u"原文中没有找到"_s}, {u"（空）"_s, u"报告留空未填，或该报告的格式没有这一格"_s}};
}

ReportTable::Field ReportTable::fieldOf(const Cell &cell)
{
    const bool doubtful = cell.needsPerson();
    const QString value = cell.value ? cell.value->toString() : QString();
    return {doubtful ? value + Doubt : value, cell.value && !doubtful, doubtful};
}

void ReportTable::add(const Report &report, const QList<Finding> &findings, const QString &file, const QString &state)
{
    Row row;
    row.cells.resize(m_used.size());
    qint64 doubtful = 0;
    for (const CellId id : report.cellIds()) {
        m_used[size_t(id.index)] = true;
        Field &field = row.cells[size_t(id.index)];
        field = fieldOf(report.cell(id));
        doubtful += field.doubtful;
    }
    const auto number = [](qint64 n) { return Field{QString::number(n), true, false}; };
    const bool yearSure = report.yearStatus == FieldStatus::Read || report.yearStatus == FieldStatus::Corrected;
    row.head = {Field{doubted(report.agency, report.agencyStatus)},
        Field{doubted(report.year > 0 ? QString::number(report.year) : QString(), report.yearStatus), yearSure, !yearSure},
        Field{doubted(report.form, report.formStatus)}, Field{state}, number(count(findings, Severity::Error)),
        number(count(findings, Severity::Warning)), number(doubtful), Field{file}};
    m_rows.push_back(std::move(row));
}

QList<CellId> ReportTable::columns() const
{
    QList<CellId> out;
    std::vector<bool> taken(m_used.size(), false);
    for (auto form = m_forms->forms().crbegin(); form != m_forms->forms().crend(); ++form) {
        for (const FormTable &table : form->tables) {
            for (const CellId id : table.cellIds()) {
                if (m_used[size_t(id.index)] && !taken[size_t(id.index)])
                    out << id;
                taken[size_t(id.index)] = true;
            }
        }
    }
    return out;
}

QStringList ReportTable::heads() const
{
    QStringList out{u"机关"_s, u"年度"_s, u"格式"_s, u"审核状态"_s, u"错误"_s, u"警告"_s, u"待核对"_s, u"文件"_s};
    QHash<QString, int> seen;
    const QList<CellId> ids = columns();
    for (const CellId id : ids)
        ++seen[m_forms->place(id)];
    for (const CellId id : ids) {
        const QString place = m_forms->place(id);
        out << (seen[place] > 1 ? place + u"（"_s + m_forms->name(id) + u'）' : place); // no two columns by one name
    }
    return out;
}

QByteArray ReportTable::csv() const
{
    const auto line = [](const QStringList &fields) { return fields.join(u',') + u"\r\n"_s; };
    QStringList names;
    for (const QString &head : heads())
        names << csvField(head, false);
    QByteArray out = QByteArray("\xEF\xBB\xBF") + line(names).toUtf8();
    const QList<CellId> ids = columns();
    for (const Row &row : m_rows) {
        QStringList fields;
        for (const Field &field : row.head)
            fields << csvField(field.text, field.number);
        for (const CellId id : ids)
            fields << csvField(row.cells[size_t(id.index)].text, row.cells[size_t(id.index)].number);
        out += line(fields).toUtf8();
    }
    return out;
}

Result<QByteArray> ReportTable::xlsx() const
{
    WorkbookWriter book;
    book.beginSheet(u"年度报告"_s);
    const auto put = [&](const Field &field) { field.number ? book.number(field.text) : book.text(field.text, field.doubtful); };
    book.beginRow();
    for (const QString &head : heads())
        book.heading(head);
    const QList<CellId> ids = columns();
    for (const Row &row : m_rows) {
        book.beginRow();
        for (const Field &field : row.head)
            put(field);
        for (const CellId id : ids)
            put(row.cells[size_t(id.index)]);
    }
    book.beginSheet(u"说明"_s);
    for (const auto &[mark, meaning] : legend()) {
        book.beginRow();
        book.text(mark);
        book.text(meaning);
    }
    return book.finish();
}

} // namespace gouji
