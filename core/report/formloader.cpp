// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/formloader.h"

#include "report/columnnames.h"
#include "report/labelindex.h"
#include "report/titleindex.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

const FormRow *findRow(const FormTable &table, const QString &id)
{
    for (const FormRow &row : table.rows) {
        if (row.id == id)
            return &row;
    }
    return nullptr;
}

} // namespace

Result<std::shared_ptr<const FormCatalogue>> FormCatalogue::load(const QString &folder)
{
    FormLoader loader;
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return Error{u"bad-form"_s, u"格式文件 %1 无法读取：%2。"_s.arg(info.filePath(), file.errorString())};
        if (Status s = loader.add(info.fileName(), file.readAll()); !s)
            return s.error();
    }
    return std::move(loader).finish();
}

Status FormLoader::add(const QString &fileName, const QByteArray &json)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError) {
        const qsizetype line = json.left(parsed.offset).count('\n') + 1;
        return Error{u"bad-form"_s, u"格式文件 %1 第 %2 行有语法错误：%3。"_s.arg(fileName).arg(line).arg(parsed.errorString())};
    }
    m_place.clear();
    m_reason.clear();
    const bool ok = document.isObject() ? readForm(document.object()) : fail(u"应为一个对象"_s);
    if (!ok)
        return Error{
            u"bad-form"_s, u"格式文件 %1 的 %2 有误：%3。"_s.arg(fileName, m_place.isEmpty() ? u"开头"_s : m_place.join(u'/'), m_reason)};
    return Done{};
}

Result<std::shared_ptr<const FormCatalogue>> FormLoader::finish() &&
{
    if (m_catalogue->m_forms.isEmpty())
        return Error{u"bad-form"_s, u"没有找到任何格式文件。"_s};
    std::sort(
        m_catalogue->m_forms.begin(), m_catalogue->m_forms.end(), [](const Form &a, const Form &b) { return a.firstYear < b.firstYear; });
    for (qsizetype i = 0; i < m_catalogue->m_forms.size(); ++i) {
        for (const QString &word : std::as_const(m_catalogue->m_forms[i].marks)) {
            m_catalogue->m_markPairs.add(word[0], word[1], quint16(m_catalogue->m_marks.size()));
            m_catalogue->m_marks << std::pair(i, word);
        }
    }
    nameColumns();
    return std::shared_ptr<const FormCatalogue>(std::move(m_catalogue));
}

/// All editions of a table share the names of their columns.
void FormLoader::nameColumns()
{
    QHash<QString, std::shared_ptr<ColumnNames>> names;
    for (Form &form : m_catalogue->m_forms) {
        for (FormTable &table : form.tables) {
            std::shared_ptr<ColumnNames> &own = names[table.id];
            own = own ? own : std::make_shared<ColumnNames>();
            own->add(table);
            table.columnNames = own;
        }
    }
}

bool FormLoader::fail(const QString &reason)
{
    if (m_reason.isEmpty())
        m_reason = reason;
    return false;
}

QString FormLoader::text(const QJsonObject &o, const char *key, bool required)
{
    const QLatin1StringView name(key);
    const QJsonValue v = o.value(name);
    if (v.isUndefined() && !required)
        return {};
    if (!v.isString() || v.toString().isEmpty()) {
        fail(u"“%1”应为非空文字"_s.arg(name));
        return {};
    }
    return v.toString();
}

QStringList FormLoader::texts(const QJsonObject &o, const char *key, bool required)
{
    const QLatin1StringView name(key);
    const QJsonValue v = o.value(name);
    QStringList out;
    if (v.isUndefined() && !required)
        return out;
    if (!v.isArray()) {
        fail(u"“%1”应为文字列表"_s.arg(name));
        return out;
    }
    for (const QJsonValue &item : v.toArray()) {
        if (!item.isString())
            fail(u"“%1”里有不是文字的项"_s.arg(name));
        out << item.toString();
    }
    return out;
}

QList<QJsonObject> FormLoader::objects(const QJsonObject &o, const char *key)
{
    const QLatin1StringView name(key);
    QList<QJsonObject> out;
    if (!o.value(name).isArray()) {
        fail(u"缺少列表“%1”"_s.arg(name));
        return out;
    }
    for (const QJsonValue &item : o.value(name).toArray()) {
        if (!item.isObject())
            fail(u"“%1”里有不是对象的项"_s.arg(name));
        out << item.toObject();
    }
    if (out.isEmpty())
        fail(u"“%1”是空的"_s.arg(name));
    return out;
}

bool FormLoader::readForm(const QJsonObject &o)
{
    Form form;
    form.id = text(o, "id");
    form.title = text(o, "title");
    form.notice = text(o, "notice");
    form.firstYear = o.value("firstYear"_L1).toInt();
    form.lastYear = o.value("lastYear"_L1).toInt(form.lastYear);
    form.marks = texts(o, "marks", true);
    if (std::any_of(form.marks.begin(), form.marks.end(), [](const QString &m) { return m.size() < 2; }))
        fail(u"“marks”里的词应有两个字以上"_s);
    if (form.firstYear < 1900 || form.lastYear < form.firstYear)
        fail(u"适用年份（firstYear, lastYear）不合理"_s);
    if (m_catalogue->form(form.id))
        fail(u"已有同名格式“%1”"_s.arg(form.id));
    if (!m_reason.isEmpty() || !readSections(o, form))
        return false;
    for (const QJsonObject &t : objects(o, "tables")) {
        FormTable table;
        table.id = text(t, "id");
        m_place = {u"tables"_s, table.id};
        if (form.table(table.id))
            return fail(u"表重复"_s);
        if (!m_reason.isEmpty() || !readTable(t, table))
            return false;
        form.tables << table;
    }
    m_place.clear();
    if (!m_reason.isEmpty())
        return false;
    m_catalogue->m_forms << form;
    return true;
}

bool FormLoader::readSections(const QJsonObject &o, Form &form)
{
    for (const QJsonObject &s : objects(o, "sections")) {
        FormSection section;
        section.number = s.value("number"_L1).toInt();
        section.numeral = text(s, "numeral");
        section.title = text(s, "title");
        section.variants = texts(s, "variants");
        if (section.number != form.sections.size() + 1)
            fail(u"sections 的 number 应从 1 起依次递增"_s);
        m_numerals[section.number] = section.numeral;
        form.sections << section;
    }
    if (!m_reason.isEmpty())
        return false;
    form.titles = std::make_shared<const TitleIndex>(form.sections);
    return true;
}

bool FormLoader::readTable(const QJsonObject &o, FormTable &table)
{
    table.title = text(o, "title");
    table.section = o.value("section"_L1).toInt();
    table.across = o.value("across"_L1).toBool();
    table.headings = texts(o, "headings");
    m_kinds.clear();
    QSet<QString> seen;
    for (const QJsonObject &c : objects(o, "columns")) {
        FormColumn column;
        column.id = text(c, "id");
        column.label = text(c, "label");
        column.variants = texts(c, "variants");
        const QString kind = text(c, "kind", false);
        if (kind.isEmpty() || kind == "count"_L1)
            m_kinds[column.id] = CellKind::Count;
        else if (kind == "change"_L1)
            m_kinds[column.id] = CellKind::Change;
        else if (kind == "amount"_L1)
            m_kinds[column.id] = CellKind::Amount;
        else
            fail(u"列“%1”的 kind“%2”不认识"_s.arg(column.id, kind));
        if (seen.contains(column.id))
            fail(u"列“%1”重复"_s.arg(column.id));
        seen << column.id;
        table.columns << column;
    }
    return m_reason.isEmpty() && readRows(o, table) && readIdentities(o, table) && readLayout(o, table);
}

bool FormLoader::readRows(const QJsonObject &o, FormTable &table)
{
    for (const QJsonObject &r : objects(o, "rows")) {
        FormRow row;
        row.id = text(r, "id");
        m_place = {u"tables"_s, table.id, u"rows"_s, row.id};
        row.label = text(r, "label");
        row.shortLabel = text(r, "short");
        row.variants = texts(r, "variants");
        row.group = text(r, "group", false);
        if (findRow(table, row.id))
            return fail(u"行重复"_s);
        const QStringList columns = texts(r, "columns");
        for (int c = 0; c < table.columns.size(); ++c) {
            const FormColumn &column = table.columns[c];
            if (!columns.isEmpty() && !columns.contains(column.id))
                continue;
            row.cells << intern(table, row, column, m_kinds.value(column.id));
            row.columns << c;
        }
        for (const QString &id : columns) {
            if (!m_kinds.contains(id))
                fail(u"没有列“%1”"_s.arg(id));
        }
        if (!m_reason.isEmpty())
            return false;
        table.rows << row;
    }
    table.countCells();
    m_place = {u"tables"_s, table.id};
    return m_reason.isEmpty();
}

CellId FormLoader::intern(const FormTable &table, const FormRow &row, const FormColumn &column, CellKind kind)
{
    const QString name = table.id + u'.' + row.id + u'.' + column.id;
    const CellInfo info{
        name, table.id, u"表"_s + m_numerals.value(table.section), row.id, column.id, kind, row.shortLabel, column.label, name.toLatin1()};
    if (const auto it = m_catalogue->m_byName.constFind(name); it != m_catalogue->m_byName.constEnd()) {
        if (m_catalogue->info(*it).kind != kind)
            fail(u"“%1”在两个格式里的种类不同"_s.arg(name));
        m_catalogue->m_cells[it->index] = info; // the newest form words it
        return *it;
    }
    const CellId id{m_catalogue->cellCount()};
    m_catalogue->m_cells << info;
    m_catalogue->m_byName.insert(name, id);
    return id;
}

bool FormLoader::readIdentities(const QJsonObject &o, FormTable &table)
{
    const QJsonArray list = o.value("identities"_L1).toArray();
    for (const QJsonValue &item : list) {
        const QJsonObject i = item.toObject();
        const QString rule = text(i, "rule");
        m_place = {u"tables"_s, table.id, u"identities"_s, rule};
        const QString each = text(i, "each");
        const QStringList left = texts(i, "left", true);
        const QStringList right = texts(i, "right", true);
        const QString leftText = i.value("leftText"_L1).toString();
        if (each != "row"_L1 && each != "column"_L1)
            fail(u"each 应为 row 或 column"_s);
        if (!m_reason.isEmpty())
            return false;
        const bool perRow = each == "row"_L1;
        const qsizetype count = perRow ? table.rows.size() : table.columns.size();
        for (qsizetype n = 0; n < count; ++n) {
            Identity identity;
            identity.rule = rule;
            identity.leftText = leftText;
            identity.place = perRow ? u"“%1”行"_s.arg(table.rows[n].shortLabel) : u"%1列"_s.arg(table.columns[n].label);
            const auto operands = [&](const QStringList &ids) {
                QList<CellId> out;
                for (const QString &id : ids) {
                    const QString name
                        = perRow ? table.id + u'.' + table.rows[n].id + u'.' + id : table.id + u'.' + id + u'.' + table.columns[n].id;
                    const CellId cell = m_catalogue->cell(name);
                    if (!cell.isValid() || table.placeOf(cell) < 0)
                        fail(u"没有单元格“%1”"_s.arg(name));
                    out << cell;
                }
                return out;
            };
            identity.left = operands(left);
            identity.right = operands(right);
            table.identities << identity;
        }
    }
    m_place = {u"tables"_s, table.id};
    return m_reason.isEmpty();
}

bool FormLoader::readLayout(const QJsonObject &o, FormTable &table)
{
    m_place = {u"tables"_s, table.id, u"layout"_s};
    const QJsonArray lines = o.value("layout"_L1).toArray();
    QSet<QPair<int, int>> taken;
    QSet<CellId> drawn;
    int width = 0;
    const auto put = [&](int row, LayoutCell cell) {
        int column = 0;
        while (taken.contains({row, column}))
            ++column;
        cell.row = row;
        cell.column = column;
        for (int r = 0; r < cell.rowSpan; ++r) {
            for (int c = 0; c < cell.columnSpan; ++c)
                taken.insert({row + r, column + c});
        }
        width = qMax(width, column + cell.columnSpan);
        table.layout.cells << cell;
    };
    for (int row = 0; row < lines.size(); ++row) {
        for (const QJsonValue &item : lines[row].toArray()) {
            const QJsonObject c = item.toObject();
            if (c.contains("text"_L1)) {
                LayoutCell cell;
                cell.text = c.value("text"_L1).toString();
                cell.columnSpan = c.value("columns"_L1).toInt(1);
                cell.rowSpan = c.value("rows"_L1).toInt(1);
                if (cell.columnSpan < 1 || cell.rowSpan < 1 || cell.columnSpan > 100 || cell.rowSpan > 100)
                    return fail(u"第 %1 行的跨度不合理"_s.arg(row + 1));
                put(row, cell);
                continue;
            }
            const FormRow *formRow = findRow(table, c.value("values"_L1).toString());
            if (!formRow)
                return fail(u"第 %1 行有既非文字也非数值行的项"_s.arg(row + 1));
            const QJsonArray spans = c.value("columns"_L1).toArray();
            for (int n = 0; n < formRow->cells.size(); ++n) {
                LayoutCell cell;
                cell.cell = formRow->cells[n];
                cell.columnSpan = qBound(1, spans.at(n).toInt(1), 100);
                drawn << cell.cell;
                put(row, cell);
            }
        }
    }
    table.layout.rows = int(lines.size());
    table.layout.columns = width;
    for (const CellId id : table.cellIds()) {
        if (!drawn.contains(id))
            return fail(u"单元格“%1”没有画出"_s.arg(m_catalogue->name(id)));
    }
    if (taken.size() != qsizetype(table.layout.rows) * width)
        return fail(u"各行的宽度不一致"_s);
    table.labels = std::make_shared<const LabelIndex>(table);
    m_place.clear();
    return true;
}

} // namespace gouji
