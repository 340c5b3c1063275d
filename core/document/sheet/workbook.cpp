// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sheet/workbook.h"

#include "document/packed/xmlpull.h"
#include "document/sheet/numberformat.h"

#include <QHash>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool isOn(const XmlPull &xml, QLatin1StringView attribute)
{
    const QString value = xml.attribute(attribute);
    return value == "1"_L1 || value == "true"_L1;
}

Status end(const XmlPull &xml)
{
    if (xml.error())
        return *xml.error();
    return Done{};
}

/// Files write characters that XML cannot hold as "_x000D_".
QString unescaped(QString text)
{
    text.remove(u"_x000D_"_s, Qt::CaseInsensitive);
    text.replace(u"_x000A_"_s, u"\n"_s, Qt::CaseInsensitive);
    return text.remove(u'\r').replace(u'\t', u' ');
}

/// At the begin of <si> or <is>: one text or several runs; goes to its end.
QList<TextRun> readRuns(XmlPull &xml)
{
    QList<TextRun> runs;
    TextLook look;
    const int depth = xml.depth();
    while (xml.depth() >= depth && xml.next()) {
        if (!xml.isBegin())
            continue;
        if (xml.isElement("r"_L1)) {
            look = {};
        } else if (xml.isElement("vertAlign"_L1)) {
            look.raised = xml.attribute("val"_L1) == "superscript"_L1;
            look.lowered = xml.attribute("val"_L1) == "subscript"_L1;
        } else if (xml.isElement("strike"_L1)) {
            look.struck = !xml.hasAttribute("val"_L1) || isOn(xml, "val"_L1);
        } else if (xml.isElement("rPh"_L1)) { // how it is spoken
            xml.skip();
        } else if (xml.isElement("t"_L1)) {
            runs << TextRun{unescaped(xml.elementText()), look};
        }
    }
    return runs;
}

/// "BC12" → column 54, row 11, counted from 0; what it leaves out stays as it is.
void readReference(QStringView reference, int &row, int &column)
{
    constexpr int Most = 10'000'000;
    int letters = 0;
    int digits = 0;
    for (const QChar c : reference) {
        if (c >= u'A' && c <= u'Z' && letters < Most)
            letters = letters * 26 + (c.unicode() - u'A' + 1);
        else if (c >= u'0' && c <= u'9' && digits < Most)
            digits = digits * 10 + c.digitValue();
    }
    column = letters > 0 ? letters - 1 : column;
    row = digits > 0 ? digits - 1 : row;
}

class SheetReader {
public:
    SheetReader(const QByteArray &bytes, const Workbook &book, SheetFindings &findings)
        : m_xml(bytes)
        , m_book(book)
        , m_findings(findings)
    {
    }

    Result<Worksheet> read()
    {
        while (m_xml.next()) {
            if (!m_xml.isBegin())
                continue;
            if (is("sheetView"_L1)) {
                m_showsZeros = !m_xml.hasAttribute("showZeros"_L1) || isOn(m_xml, "showZeros"_L1);
            } else if (is("col"_L1) && isOn(m_xml, "hidden"_L1)) {
                m_hiddenColumns << std::pair(m_xml.attribute("min"_L1).toInt() - 1, m_xml.attribute("max"_L1).toInt() - 1);
            } else if (is("row"_L1)) {
                ++m_row;
                m_column = -1;
                readReference(m_xml.attribute("r"_L1), m_row, m_column);
                m_rowHidden = isOn(m_xml, "hidden"_L1);
            } else if (is("c"_L1)) {
                readCell();
            } else if (is("mergeCell"_L1)) {
                readMerged();
            }
            if (m_sheet.cells.size() > DocumentBuilder::MaxCells || m_sheet.merged.size() > DocumentBuilder::MaxCells)
                return Error{u"too-large"_s, u"工作表超过 %1 万个单元格，不读取。"_s.arg(DocumentBuilder::MaxCells / 10000)};
        }
        if (m_xml.error())
            return *m_xml.error();
        return std::move(m_sheet);
    }

private:
    bool is(QLatin1StringView name) const { return m_xml.isElement(name); }

    bool isHidden() const
    {
        return m_rowHidden || std::any_of(m_hiddenColumns.begin(), m_hiddenColumns.end(), [this](const auto &range) {
            return range.first <= m_column && m_column <= range.second;
        });
    }

    void readCell()
    {
        ++m_column;
        readReference(m_xml.attribute("r"_L1), m_row, m_column);
        const QString type = m_xml.attribute("t"_L1);
        const int style = m_xml.attribute("s"_L1).toInt();
        const SheetStyle look = style >= 0 && style < m_book.styles.size() ? m_book.styles[style] : SheetStyle();
        WorksheetCell cell{m_row, m_column, look.framed, {}};
        QString value;
        QString formula;
        bool hasValue = false;
        bool hasFormula = false;
        const int depth = m_xml.depth();
        while (m_xml.depth() >= depth && m_xml.next()) {
            if (!m_xml.isBegin())
                continue;
            if (is("is"_L1)) {
                cell.runs = readRuns(m_xml);
            } else if (is("v"_L1)) {
                value = m_xml.elementText();
                hasValue = true;
            } else if (is("f"_L1)) {
                formula = m_xml.elementText();
                hasFormula = true;
            }
        }
        if (hasValue)
            cell.runs = shown(type, value, look);
        else if (hasFormula && cell.runs.isEmpty()) {
            ++m_findings.uncalculated;
            cell.runs = {{u'=' + formula, {}}};
        }
        if (look.struck) {
            for (TextRun &run : cell.runs)
                run.look.struck = true;
        }
        if (!isHidden())
            m_sheet.cells.push_back(std::move(cell));
        else
            m_findings.hiddenCells += !cell.runs.isEmpty();
    }

    QList<TextRun> shown(const QString &type, const QString &value, const SheetStyle &look) const
    {
        if (type == "s"_L1) {
            bool ok = false;
            const int index = value.toInt(&ok);
            return ok && index >= 0 && index < m_book.strings.size() ? m_book.strings[index] : QList<TextRun>{{u"#?"_s, {}}};
        }
        if (type == "b"_L1)
            return {{value == "0"_L1 ? u"FALSE"_s : u"TRUE"_s, {}}};
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber || (!type.isEmpty() && type != "n"_L1))
            return {{unescaped(value), {}}};
        if (number == 0 && !m_showsZeros)
            return {};
        return {{shownNumber(number, look.format, m_book.from1904), {}}};
    }

    void readMerged()
    {
        const QString reference = m_xml.attribute("ref"_L1);
        const qsizetype colon = reference.indexOf(u':');
        GridPlace place;
        int lastRow = 0;
        int lastColumn = 0;
        readReference(QStringView(reference).left(colon < 0 ? reference.size() : colon), place.row, place.column);
        readReference(QStringView(reference).mid(colon + 1), lastRow, lastColumn);
        place.rowSpan = std::max(lastRow - place.row + 1, 1);
        place.columnSpan = std::max(lastColumn - place.column + 1, 1);
        m_sheet.merged.push_back(place);
    }

    XmlPull m_xml;
    const Workbook &m_book;
    SheetFindings &m_findings;
    Worksheet m_sheet;
    int m_row = -1;
    int m_column = -1;
    bool m_rowHidden = false;
    bool m_showsZeros = true;
    QList<std::pair<int, int>> m_hiddenColumns;
};

} // namespace

QStringList SheetFindings::notes() const
{
    QStringList out;
    if (hiddenCells > 0)
        out << u"工作表里有隐藏的行或列（其中 %1 个单元格有内容），没有读取。"_s.arg(hiddenCells);
    if (uncalculated > 0)
        out << u"有 %1 个公式没有保存计算结果，请用 Excel 或 WPS 打开并保存一次再读取。"_s.arg(uncalculated);
    return out;
}

Status readSharedStrings(const QByteArray &bytes, Workbook &book)
{
    XmlPull xml(bytes);
    while (xml.next()) {
        if (xml.isBegin() && xml.isElement("si"_L1))
            book.strings << readRuns(xml);
    }
    return end(xml);
}

Status readStyles(const QByteArray &bytes, Workbook &book)
{
    XmlPull xml(bytes);
    QHash<int, QString> formats;
    QList<bool> strikes; // of each font
    QList<bool> frames; // of each border
    QString group; // the list that is open
    while (xml.next()) {
        if (!xml.isBegin())
            continue;
        if (xml.depth() == 2)
            group = xml.name().toString();
        else if (xml.isElement("numFmt"_L1))
            formats.insert(xml.attribute("numFmtId"_L1).toInt(), xml.attribute("formatCode"_L1));
        else if (group == "fonts"_L1 && xml.isElement("font"_L1))
            strikes << false;
        else if (group == "fonts"_L1 && xml.isElement("strike"_L1) && !strikes.isEmpty())
            strikes.last() = !xml.hasAttribute("val"_L1) || isOn(xml, "val"_L1);
        else if (group == "borders"_L1 && xml.depth() == 3)
            frames << false;
        else if (group == "borders"_L1 && xml.hasAttribute("style"_L1) && xml.attribute("style"_L1) != "none"_L1 && !frames.isEmpty())
            frames.last() = true;
        else if (group == "cellXfs"_L1 && xml.isElement("xf"_L1)) {
            const int format = xml.attribute("numFmtId"_L1).toInt();
            book.styles << SheetStyle{formats.value(format, builtInFormat(format)), frames.value(xml.attribute("borderId"_L1).toInt()),
                strikes.value(xml.attribute("fontId"_L1).toInt())};
        }
    }
    return end(xml);
}

Result<Worksheet> readSheet(const QByteArray &xml, const Workbook &book, SheetFindings &findings)
{
    return SheetReader(xml, book, findings).read();
}

} // namespace gouji
