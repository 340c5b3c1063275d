// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/office/officereaders.h"

#include "document/odf/odtreader.h"
#include "document/office/officeprogram.h"
#include "document/office/oldoffice.h"
#include "document/office/storedresults.h"
#include "document/sheet/xlsxreader.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr OfficeConversion Doc = {"doc", "odt:writer8", "libreoffice-writer", u"旧版 Word 文档"};
constexpr OfficeConversion Rtf = {"rtf", "odt:writer8", "libreoffice-writer", u" RTF 文件"};
constexpr OfficeConversion Xls = {"xls", "xlsx:Calc MS Excel 2007 XML", "libreoffice-calc", u"旧版 Excel 表格"};
constexpr OfficeConversion Ods = {"ods", "xlsx:Calc MS Excel 2007 XML", "libreoffice-calc", u" OpenDocument 表格"};

// LibreOffice tells the kinds of XML apart by what stands in them.
constexpr OfficeConversion XmlDocument = {"xml", "odt:writer8", "libreoffice-writer", u" XML 格式的文档"};
constexpr OfficeConversion XmlSheet = {"xml", "xlsx:Calc MS Excel 2007 XML", "libreoffice-calc", u" XML 格式的表格"};

Result<SourceDocument> readConverted(
    const ReaderInput &input, const OfficeConversion &conversion, Result<SourceDocument> (*read)(const ReaderInput &))
{
    const auto program = findOffice(conversion);
    if (!program)
        return program.error();
    OfficeLimits limits;
    limits.stop = input.stop;
    const auto converted = convertWithOffice(*program, input.bytes, conversion, limits);
    if (!converted)
        return converted.error();
    auto document = read(ReaderInput{*converted, {}, input.recognise, input.stop});
    if (document)
        document->notes.prepend(u"%1由 LibreOffice（%2）转换后读取。"_s.arg(QString::fromUtf16(conversion.title).trimmed(), *program));
    return document;
}

Error encrypted() { return Error{u"encrypted"_s, u"文件设有密码，无法读取；请先去掉密码。"_s}; }

} // namespace

Result<SourceDocument> readDoc(const ReaderInput &input)
{
    return isEncryptedDoc(input.bytes) ? Result<SourceDocument>(encrypted()) : readConverted(input, Doc, readOdt);
}

Result<SourceDocument> readRtf(const ReaderInput &input) { return readConverted(input, Rtf, readOdt); }

Result<SourceDocument> readXls(const ReaderInput &input)
{
    if (isEncryptedXls(input.bytes))
        return encrypted();
    QByteArray bytes = input.bytes;
    const bool kept = keepStoredResults(bytes);
    auto document = readConverted(ReaderInput{bytes, {}, false, input.stop}, Xls, readXlsx);
    if (document && !kept)
        document->notes << u"表格里如有公式，其结果由 LibreOffice 重新计算，可能与原来显示的不同。"_s;
    return document;
}

Result<SourceDocument> readOds(const ReaderInput &input) { return readConverted(input, Ods, readXlsx); }

Result<SourceDocument> readXmlDocument(const ReaderInput &input) { return readConverted(input, XmlDocument, readOdt); }

Result<SourceDocument> readXmlSheet(const ReaderInput &input) { return readConverted(input, XmlSheet, readXlsx); }

Result<SourceDocument> refuseOle(const ReaderInput &input)
{
    if (isCutOff(input.bytes))
        return Error{u"unreadable"_s, u"文件已损坏或不完整（可能没有下载完），无法读取。"_s};
    return Error{u"unsupported"_s, u"这是旧版 Office 文件，但既不是文档也不是表格，或者已损坏，无法读取。"_s};
}

} // namespace gouji
