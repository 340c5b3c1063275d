// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/workbookwriter.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

enum Style { Plain, Heading, Marked };

const QByteArray Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const QByteArray Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const QByteArray Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The characters XML can hold, the special ones escaped.
QByteArray escaped(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            out += c;
            out += text[++i];
        } else if (c == u'\t' || c == u'\n') {
            out += c;
        } else if (c < u' ' || c.isSurrogate() || c.unicode() >= 0xFFFE) {
            out += QChar::ReplacementCharacter;
        } else {
            out += c;
        }
    }
    return out.toHtmlEscaped().toUtf8();
}

/// 0 → A, 25 → Z, 26 → AA.
QByteArray columnName(int column)
{
    QByteArray out;
    for (int n = column + 1; n > 0; n = (n - 1) / 26)
        out.prepend(char('A' + (n - 1) % 26));
    return out;
}

QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + Relations + '/' + type + "\" Target=\"" + target + "\"/>";
}

QByteArray relationsXml(const QByteArray &relations)
{
    return Xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations + "</Relationships>";
}

QByteArray stylesXml()
{
    return Xml + "<styleSheet xmlns=\"" + Main
        + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><b/><sz val=\"11\"/><name "
          "val=\"宋体\"/></font></fonts>"
          "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
          "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFEB9C\"/></patternFill></fill></fills>"
          "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
          "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
          "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
          "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
          "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"/></cellXfs></styleSheet>";
}

/// A ZIP file whose members bear no time: a time would be written as local time, and the bytes would tell where they were made.
class Package {
public:
    Package()
        : m_zip(archive_write_new(), archive_write_free)
    {
        const auto append = [](archive *, void *data, const void *bytes, size_t size) -> la_ssize_t {
            static_cast<QByteArray *>(data)->append(static_cast<const char *>(bytes), qsizetype(size));
            return la_ssize_t(size);
        };
        m_fine = m_zip && archive_write_set_format_zip(m_zip.get()) == ARCHIVE_OK
            && archive_write_set_bytes_in_last_block(m_zip.get(), 1) == ARCHIVE_OK
            && archive_write_open(m_zip.get(), &m_bytes, nullptr, append, nullptr) == ARCHIVE_OK;
    }

    void add(const char *name, const QByteArray &content)
    {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), name);
        archive_entry_set_size(entry.get(), content.size());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        m_fine = m_fine && archive_write_header(m_zip.get(), entry.get()) == ARCHIVE_OK
            && archive_write_data(m_zip.get(), content.constData(), size_t(content.size())) == la_ssize_t(content.size());
    }

    Result<QByteArray> finish()
    {
        m_fine = m_fine && archive_write_close(m_zip.get()) == ARCHIVE_OK;
        if (!m_fine)
            return Error{u"failed"_s, u"表格文件打包失败。"_s};
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    std::unique_ptr<archive, decltype(&archive_write_free)> m_zip; ///< goes before the bytes it writes to
    bool m_fine = false;
};

} // namespace

void WorkbookWriter::beginSheet(const QString &name)
{
    endRow();
    m_sheets << Sheet{name, {}, 0};
}

void WorkbookWriter::endRow()
{
    if (std::exchange(m_rowOpen, false))
        m_sheets.last().rows += "</row>";
}

void WorkbookWriter::beginRow()
{
    endRow();
    Sheet &sheet = m_sheets.last();
    sheet.rows += "<row r=\"" + QByteArray::number(++sheet.rowCount) + "\">";
    m_rowOpen = true;
    m_column = -1;
}

void WorkbookWriter::cell(int style, const QByteArray &attributes, const QByteArray &content)
{
    Sheet &sheet = m_sheets.last();
    sheet.rows += "<c r=\"" + columnName(++m_column) + QByteArray::number(sheet.rowCount) + '"';
    if (style != Plain)
        sheet.rows += " s=\"" + QByteArray::number(style) + '"';
    sheet.rows += attributes + '>' + content + "</c>";
}

void WorkbookWriter::heading(const QString &text)
{
    cell(Heading, " t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escaped(text) + "</t></is>");
}

void WorkbookWriter::text(const QString &text, bool marked)
{
    if (text.isEmpty())
        ++m_column;
    else
        cell(marked ? Marked : Plain, " t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escaped(text) + "</t></is>");
}

void WorkbookWriter::number(const QString &digits) { cell(Plain, {}, "<v>" + digits.toLatin1() + "</v>"); }

QByteArray WorkbookWriter::sheetXml(const Sheet &sheet, bool frozen) const
{
    const QByteArray pane
        = frozen ? "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>" : "";
    return Xml + "<worksheet xmlns=\"" + Main + "\"><sheetViews><sheetView workbookViewId=\"0\">" + pane
        + "</sheetView></sheetViews><cols><col min=\"1\" max=\"1\" width=\"28\" customWidth=\"1\"/></cols><sheetData>" + sheet.rows
        + "</sheetData></worksheet>";
}

Result<QByteArray> WorkbookWriter::finish()
{
    endRow();
    QByteArray types = Xml
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          "<Override PartName=\"/xl/workbook.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
          "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
    QByteArray sheets;
    QByteArray relations;
    for (qsizetype i = 0; i < m_sheets.size(); ++i) {
        if (m_sheets[i].rowCount > MaxRows)
            return Error{u"too-many"_s, u"报告多于一张工作表的行数，请改用 .csv 或 .jsonl。"_s};
        const QByteArray n = QByteArray::number(i + 1);
        types += "<Override PartName=\"/xl/worksheets/sheet" + n
            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        sheets += "<sheet name=\"" + escaped(m_sheets[i].name) + "\" sheetId=\"" + n + "\" r:id=\"s" + n + "\"/>";
        relations += relation("s" + n, "worksheet", "worksheets/sheet" + n + ".xml");
    }
    Package package;
    package.add("[Content_Types].xml", types + "</Types>");
    package.add("_rels/.rels", relationsXml(relation("w", "officeDocument", "xl/workbook.xml")));
    package.add("xl/workbook.xml",
        Xml + "<workbook xmlns=\"" + Main + "\" xmlns:r=\"" + Relations + "\"><sheets>" + sheets + "</sheets></workbook>");
    package.add("xl/_rels/workbook.xml.rels", relationsXml(relations + relation("t", "styles", "styles.xml")));
    package.add("xl/styles.xml", stylesXml());
    for (qsizetype i = 0; i < m_sheets.size(); ++i)
        package.add(("xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml").constData(), sheetXml(m_sheets[i], i == 0));
    return package.finish();
}

} // namespace gouji
