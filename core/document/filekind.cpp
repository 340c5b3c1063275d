// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filekind.h"

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
    {0, GOUJI_BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), u"ole", u"旧版 Office 文件（doc、xls、wps）"},
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
    QByteArrayView name;
    const char16_t *id;
    const char16_t *title;
};

// Member names stand readable in a ZIP file.
constexpr ZipMember ZipMembers[] = {
    {GOUJI_BYTES("word/"), u"docx", u"Word 文档"},
    {GOUJI_BYTES("xl/"), u"xlsx", u"Excel 表格"},
    {GOUJI_BYTES("ppt/"), u"pptx", u"演示文稿"},
    {GOUJI_BYTES("OFD.xml"), u"ofd", u"OFD 文件"},
    {GOUJI_BYTES("application/vnd.oasis.opendocument"), u"odf", u"OpenDocument 文件"},
};

} // namespace

FileKind fileKindOf(const QByteArray &bytes)
{
    for (const Magic &magic : Magics) {
        if (QByteArrayView(bytes).sliced(qMin(qsizetype(magic.offset), bytes.size())).startsWith(magic.bytes))
            return {QString::fromUtf16(magic.id), QString::fromUtf16(magic.title)};
    }
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06")) {
        for (const ZipMember &member : ZipMembers) {
            if (bytes.contains(member.name))
                return {QString::fromUtf16(member.id), QString::fromUtf16(member.title)};
        }
        return {u"archive"_s, u"压缩文件"_s};
    }
    // Printers put a line of their own before the mark.
    if (bytes.left(1024).contains("%PDF-1."))
        return {u"pdf"_s, u"PDF 文件"_s};
    return {u"txt"_s, u"文本"_s};
}

FileKind textKindOf(QStringView text)
{
    QStringView rest = text.left(64 * 1024).trimmed();
    while (rest.startsWith("<!--"_L1) || rest.startsWith("<?xml"_L1)) {
        const qsizetype end = rest.indexOf(u'>');
        const qsizetype commentEnd = rest.startsWith("<!--"_L1) ? rest.indexOf("-->"_L1) : end;
        if (commentEnd < 0)
            break;
        rest = rest.mid(rest.indexOf(u'>', commentEnd) + 1).trimmed();
    }
    for (const auto tag :
        {"<!doctype html"_L1, "<html"_L1, "<head"_L1, "<body"_L1, "<meta"_L1, "<table"_L1, "<div"_L1, "<p>"_L1, "<title"_L1}) {
        if (rest.startsWith(tag, Qt::CaseInsensitive))
            return {u"html"_s, u"网页（HTML）文件"_s};
    }
    if (rest.startsWith("MIME-Version:"_L1, Qt::CaseInsensitive) && rest.contains("text/html"_L1, Qt::CaseInsensitive))
        return {u"mhtml"_s, u"网页存档（MHTML）文件"_s};
    return {u"txt"_s, u"文本"_s};
}

bool looksBinary(QStringView text)
{
    qsizetype odd = 0;
    for (const QChar c : text)
        odd += (c < u' ' && c != u'\n' && c != u'\t' && c != u'\f') || c == u'\x7f' || c == QChar::ReplacementCharacter;
    return odd * 20 > text.size();
}

} // namespace gouji
