// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sheet/xlsxreader.h"

#include "document/blockwriter.h"
#include "document/packed/relations.h"
#include "document/packed/xmlpull.h"
#include "document/sheet/workbook.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct SheetEntry {
    QString name;
    QString relation;
    bool hidden = false;
};

Result<QList<SheetEntry>> sheetsOf(const QByteArray &bytes, Workbook &book)
{
    XmlPull xml(bytes);
    QList<SheetEntry> sheets;
    while (xml.next()) {
        if (!xml.isBegin())
            continue;
        if (xml.isElement("workbookPr"_L1))
            book.from1904 = xml.attribute("date1904"_L1) == "1"_L1 || xml.attribute("date1904"_L1) == "true"_L1;
        else if (xml.isElement("sheet"_L1))
            sheets << SheetEntry{xml.attribute("name"_L1), xml.attribute("id"_L1), xml.attribute("state"_L1).contains("idden"_L1)};
    }
    if (xml.error())
        return *xml.error();
    return sheets;
}

/// 「Sheet1」 says nothing; a name that a person gave may be the heading of what is in the sheet.
bool isGivenName(const QString &name)
{
    for (const QLatin1StringView prefix : {"Sheet"_L1, "sheet"_L1}) {
        if (name.startsWith(prefix) && std::all_of(name.begin() + prefix.size(), name.end(), [](QChar c) { return c.isDigit(); }))
            return false;
    }
    return !name.isEmpty();
}

} // namespace

Result<SourceDocument> readXlsx(const ReaderInput &input)
{
    const auto package = unzip(input.bytes, [](const QString &name) { return name == relationsOf({}); });
    if (!package)
        return package.error();
    QString main = targetOf(*package, {}, u"/officeDocument"_s);
    if (main.isEmpty())
        main = u"xl/workbook.xml"_s;
    const QString folder = main.left(main.lastIndexOf(u'/') + 1);
    int pictures = 0;
    const auto parts = unzip(input.bytes, [&](const QString &name) {
        pictures += name.startsWith(folder + u"media/"_s);
        return name == main || name == relationsOf(main) || name == folder + u"sharedStrings.xml"_s || name == folder + u"styles.xml"_s
            || (name.startsWith(folder + u"worksheets/"_s) && name.endsWith(".xml"_L1));
    });
    if (!parts)
        return parts.error();

    Workbook book;
    const auto sheets = sheetsOf(parts->value(main), book);
    if (!sheets)
        return sheets.error();
    for (const auto &[type, read] : {std::pair(u"/sharedStrings"_s, &readSharedStrings), std::pair(u"/styles"_s, &readStyles)}) {
        const QString part = targetOf(*parts, main, type);
        if (!parts->contains(part))
            continue;
        if (const Status done = read((*parts)[part], book); !done)
            return done.error();
    }

    const QMap<QString, QString> targets = targetsById(*parts, main);
    DocumentBuilder builder;
    SheetFindings findings;
    QStringList hidden;
    for (const SheetEntry &entry : *sheets) {
        const QString part = targets.value(entry.relation);
        if (entry.hidden)
            hidden << entry.name;
        if (entry.hidden || !parts->contains(part))
            continue;
        auto sheet = readSheet((*parts)[part], book, findings);
        if (!sheet)
            return sheet.error();
        if (sheets->size() > 1 && isGivenName(entry.name) && !sheet->cells.empty()) {
            builder.text(entry.name);
            builder.endParagraph();
        }
        buildSheet(*sheet, builder);
    }

    SourceDocument document;
    document.notes = findings.notes();
    if (!hidden.isEmpty())
        document.notes << u"工作表“%1”是隐藏的，没有读取。"_s.arg(hidden.join(u"”、“"_s));
    if (pictures > 0)
        document.notes << u"文件里有 %1 张图片，图片里的文字和表格没有读取。"_s.arg(pictures);
    std::vector<Block> blocks = builder.take();
    if (builder.error())
        return *builder.error();
    if (!writeBlocks(blocks, document))
        return Error{u"too-large"_s, u"工作表太大，不读取。"_s};
    return document;
}

} // namespace gouji
