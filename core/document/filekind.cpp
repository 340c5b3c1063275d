// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filekind.h"

#include "document/office/oldoffice.h"
#include "document/packed/zipmembers.h"
#include "document/sheet/csvreader.h"

#include <QStringList>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct Magic {
    int offset;
    QByteArrayView bytes;
    const char16_t *id;
    const char16_t *title;
};

#define GOUJI_BYTES(text) QByteArrayView(text, sizeof(text) - 1)

// Only marks long or odd enough that no text begins with them.
constexpr Magic Magics[] = {
    {0, GOUJI_BYTES("%PDF-"), u"pdf", u"PDF 文件"},
    {0, GOUJI_BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), u"ole", u"旧版 Office 文件"},
    {0, GOUJI_BYTES("{\\rtf"), u"rtf", u"RTF 文件"},
    {0, GOUJI_BYTES("\x89PNG\r\n\x1a\n"), u"image", u"图片"},
    {0, GOUJI_BYTES("\xff\xd8\xff"), u"image", u"图片"},
    {0, GOUJI_BYTES("GIF8"), u"image", u"图片"},
    {0, GOUJI_BYTES("II*\0"), u"image", u"图片"},
    {0, GOUJI_BYTES("MM\0*"), u"image", u"图片"},
    {8, GOUJI_BYTES("WEBP"), u"image", u"图片"},
    {4, GOUJI_BYTES("ftyp"), u"media", u"图片或音视频"},
    {0, GOUJI_BYTES("\x1f\x8b\x08"), u"archive", u"压缩文件"},
    {0, GOUJI_BYTES("7z\xbc\xaf\x27\x1c"), u"archive", u"压缩文件"},
    {0, GOUJI_BYTES("Rar!\x1a\x07"), u"archive", u"压缩文件"},
    {0,
        GOUJI_BYTES("\xfd"
                    "7zXZ\0"),
        u"archive", u"压缩文件"},
    {0, GOUJI_BYTES("\x28\xb5\x2f\xfd"), u"archive", u"压缩文件"},
    {257, GOUJI_BYTES("ustar"), u"archive", u"压缩文件"},
    {0,
        GOUJI_BYTES("\x7f"
                    "ELF"),
        u"program", u"程序文件"},
    {0, GOUJI_BYTES("MZ\x90\0"), u"program", u"程序文件"},
    {0, GOUJI_BYTES("SQLite format 3\0"), u"database", u"数据库文件"},
};

struct ZipMember {
    QLatin1StringView begin; ///< of a member's name
    const char16_t *id;
    const char16_t *title;
};

// A folder of somebody's archive may have any of these names; Office files list their contents beside it.
constexpr ZipMember OfficeMembers[] = {
    {"word/"_L1, u"docx", u"Word 文档"},
    {"xl/"_L1, u"xlsx", u"Excel 表格"},
    {"ppt/"_L1, u"pptx", u"演示文稿"},
};

/// OpenDocument files of all kinds look the same, but for what they say of themselves.
FileKind openDocumentKind(const QByteArray &bytes)
{
    const auto parts = unzip(bytes, [](const QString &name) { return name == "mimetype"_L1 || name == "META-INF/manifest.xml"_L1; });
    const auto says = [&](const char *type) {
        return parts.ok() && std::any_of(parts->begin(), parts->end(), [&](const QByteArray &part) { return part.contains(type); });
    };
    if (says("vnd.oasis.opendocument.text"))
        return {u"odt"_s, u"OpenDocument 文档"_s};
    if (says("vnd.oasis.opendocument.spreadsheet"))
        return {u"ods"_s, u"OpenDocument 表格"_s};
    return {u"odf"_s, u"OpenDocument 文件"_s};
}

bool isOpenDocument(const QStringList &members) { return members.contains(u"content.xml"_s); }

bool isOfd(const QStringList &members) { return members.contains(u"OFD.xml"_s); }

bool isOfficeFile(const QStringList &members, QLatin1StringView folder)
{
    return members.contains(u"[Content_Types].xml"_s)
        && std::any_of(members.begin(), members.end(), [&](const QString &m) { return m.startsWith(folder); });
}

FileKind zipKind(const QByteArray &bytes)
{
    const auto names = zipNames(bytes);
    const QStringList members = names.ok() ? *names : QStringList();
    if (isOpenDocument(members))
        return openDocumentKind(bytes);
    if (isOfd(members) || (!names.ok() && bytes.contains("OFD.xml")))
        return {u"ofd"_s, u"OFD 文件"_s};
    for (const ZipMember &office : OfficeMembers) {
        // Where the list of members was cut off, their names still stand readable in the file.
        const bool has
            = names.ok() ? isOfficeFile(members, office.begin) : bytes.contains(QByteArrayView(office.begin.data(), office.begin.size()));
        if (has)
            return {QString::fromUtf16(office.id), QString::fromUtf16(office.title)};
    }
    return {u"archive"_s, u"压缩文件"_s};
}

struct KindSuffixes {
    const char16_t *id;
    const char16_t *suffixes;
};

constexpr KindSuffixes Suffixes[] = {
    {u"txt", u"txt md tsv csv"},
    {u"csv", u"csv tsv txt md"},
    {u"html", u"html htm xhtml shtml"},
    {u"mhtml", u"mht mhtml"},
    {u"docx", u"docx docm dotx wps"},
    {u"xlsx", u"xlsx xlsm et"},
    {u"odt", u"odt ott"},
    {u"ods", u"ods"},
    {u"ofd", u"ofd"},
    {u"pdf", u"pdf"},
    {u"doc", u"doc dot wps wpt"},
    {u"xls", u"xls xlt et ett"},
    {u"rtf", u"rtf doc wps"},
    {u"xml-document", u"xml doc wps fodt uot uof"},
    {u"xml-sheet", u"xml xls et fods uos uof"},
    {u"image", u"png jpg jpeg tif tiff bmp gif webp"},
};

/// True where a page begins: "<p>", "<table border", not "<3" or "<公开>".
bool isPageTag(QStringView text)
{
    static constexpr QLatin1StringView Tags[] = {"!doctype html"_L1, "html"_L1, "head"_L1, "body"_L1, "meta"_L1, "link"_L1, "title"_L1,
        "style"_L1, "script"_L1, "table"_L1, "tbody"_L1, "tr"_L1, "div"_L1, "p"_L1, "span"_L1, "font"_L1, "center"_L1, "b"_L1, "a"_L1,
        "h1"_L1, "h2"_L1, "h3"_L1, "ul"_L1, "ol"_L1, "section"_L1, "article"_L1, "form"_L1, "br"_L1, "pre"_L1, "img"_L1, "base"_L1};
    if (!text.startsWith(u'<'))
        return false;
    return std::any_of(std::begin(Tags), std::end(Tags), [&](QLatin1StringView tag) {
        const QChar next = text.size() > tag.size() + 1 ? text[tag.size() + 1] : QChar(u' ');
        return text.mid(1).startsWith(tag, Qt::CaseInsensitive) && (next == u'>' || next == u'/' || next.isSpace());
    });
}

struct XmlKind {
    QLatin1StringView mark; ///< of what the file is: a namespace, or the type it states
    QStringView part; ///< stands in it as well; empty where the mark says all
    const char16_t *id;
    const char16_t *title;
};

/// Office files that are one XML text: of Office 2003, OpenDocument without its archive, and UOF, the national format before OFD.
constexpr XmlKind XmlKinds[] = {
    {"urn:schemas-microsoft-com:office:spreadsheet"_L1, u"Workbook", u"xml-sheet", u"Excel 2003 XML 表格"},
    {"schemas.microsoft.com/office/word/2003/wordml"_L1, {}, u"xml-document", u"Word 2003 XML 文档"},
    {"application/vnd.oasis.opendocument.text"_L1, u"office:document", u"xml-document", u"OpenDocument 单文件文档"},
    {"application/vnd.oasis.opendocument.spreadsheet"_L1, u"office:document", u"xml-sheet", u"OpenDocument 单文件表格"},
    {"schemas.uof.org"_L1, u"文字处理", u"xml-document", u"UOF 文档"},
    {"schemas.uof.org"_L1, u"电子表格", u"xml-sheet", u"UOF 表格"},
};

/// `text`: the beginning of a file that begins as XML does. Nothing where it is no office file.
FileKind xmlKind(QStringView text)
{
    for (const XmlKind &kind : XmlKinds) {
        if (text.contains(kind.mark) && (kind.part.isEmpty() || text.contains(kind.part)))
            return {QString::fromUtf16(kind.id), QString::fromUtf16(kind.title)};
    }
    return {};
}

/// Where the headers of a message end.
qsizetype emptyLine(QStringView text)
{
    const qsizetype end = text.indexOf("\n\n"_L1);
    return end < 0 ? text.size() : end;
}

} // namespace

bool isDocumentOfParts(const QStringList &members)
{
    return isOpenDocument(members) || isOfd(members)
        || std::any_of(std::begin(OfficeMembers), std::end(OfficeMembers),
            [&](const ZipMember &office) { return isOfficeFile(members, office.begin); });
}

FileKind fileKindOf(const QByteArray &bytes)
{
    for (const Magic &magic : Magics) {
        if (!QByteArrayView(bytes).sliced(qMin(qsizetype(magic.offset), bytes.size())).startsWith(magic.bytes))
            continue;
        // A new Office file under a password is packed into an old one.
        constexpr QByteArrayView Encrypted = GOUJI_BYTES("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
        if (magic.id == u"ole"_s && bytes.contains(Encrypted))
            return {u"encrypted"_s, u"设有密码的 Office 文件"_s};
        if (magic.id == u"ole"_s && isDoc(bytes))
            return {u"doc"_s, u"旧版 Word 文档"_s};
        if (magic.id == u"ole"_s && isXls(bytes))
            return {u"xls"_s, u"旧版 Excel 表格"_s};
        return {QString::fromUtf16(magic.id), QString::fromUtf16(magic.title)};
    }
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return zipKind(bytes);
    // Printers put a line of their own before the mark.
    if (bytes.left(1024).contains("%PDF-1."))
        return {u"pdf"_s, u"PDF 文件"_s};
    return {u"txt"_s, u"文本"_s};
}

FileKind textKindOf(QStringView text)
{
    QStringView rest = text.left(64 * 1024).trimmed();
    const bool xml = rest.startsWith("<?xml"_L1) || rest.startsWith("<uof:"_L1);
    if (const FileKind kind = xml ? xmlKind(rest) : FileKind(); !kind.id.isEmpty())
        return kind;
    // What Windows puts before a page on its clipboard.
    if (rest.startsWith("Version:"_L1) && rest.contains("StartHTML:"_L1) && rest.contains(u'<'))
        rest = rest.mid(rest.indexOf(u'<'));
    while (rest.startsWith("<!--"_L1) || rest.startsWith("<?xml"_L1) || rest.startsWith("<%"_L1)) {
        const QLatin1StringView mark = rest.startsWith("<!--"_L1) ? "-->"_L1 : rest.startsWith("<%"_L1) ? "%>"_L1 : ">"_L1;
        const qsizetype end = rest.indexOf(mark);
        if (end < 0)
            break;
        rest = rest.mid(end + mark.size()).trimmed();
    }
    if (isPageTag(rest))
        return {u"html"_s, u"网页（HTML）文件"_s};
    const QStringView headers = rest.left(emptyLine(rest));
    if (headers.contains("MIME-Version:"_L1, Qt::CaseInsensitive)
        && (headers.contains("multipart/"_L1, Qt::CaseInsensitive) || headers.contains("text/"_L1, Qt::CaseInsensitive)))
        return {u"mhtml"_s, u"网页存档（MHTML）文件"_s};
    if (!rest.startsWith(u'<') && !csvDelimiterOf(text).isNull())
        return {u"csv"_s, u"CSV 表格"_s};
    return {u"txt"_s, u"文本"_s};
}

QString otherKindsSuffix(const QString &fileName, const FileKind &kind)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QString suffix = dot < 0 ? QString() : fileName.mid(dot + 1).toLower();
    bool known = false;
    for (const KindSuffixes &k : Suffixes) {
        bool has = false;
        for (const QStringView s : QStringView(k.suffixes).tokenize(u' '))
            has = has || s == suffix;
        if (has && kind.id == QStringView(k.id))
            return {};
        known = known || has;
    }
    return known ? suffix : QString();
}

bool looksBinary(QStringView text)
{
    qsizetype odd = 0;
    qsizetype lost = 0; // a text that another program could not decode is still a text
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        odd += ((u < u' ') & (u != u'\n') & (u != u'\t') & (u != u'\f')) | (u == u'\x7f');
        lost += u == QChar::ReplacementCharacter;
    }
    return odd * 20 > text.size() || lost * 3 > text.size();
}

} // namespace gouji
