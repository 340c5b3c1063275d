// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html/mhtmlreader.h"

#include "document/html/htmlreader.h"
#include "document/text/textreader.h"

#include <QByteArrayList>
#include <QHash>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxNesting = 8; // multipart within multipart
constexpr qsizetype MaxPages = 100;

/// Headers of a part of a message and what stands behind them.
struct Part {
    QByteArray type; ///< in lower case, without parameters
    QByteArray boundary;
    QByteArray charset;
    QByteArray transfer; ///< in lower case
    QByteArray location; ///< what a page calls it by
    QByteArray id; ///< or "cid:" and this
    QByteArray body;
};

QByteArray parameter(const QByteArray &header, const QByteArray &name)
{
    qsizetype at = header.toLower().indexOf(name + '=');
    if (at < 0)
        return {};
    at += name.size() + 1;
    const bool quoted = at < header.size() && header[at] == '"';
    at += quoted;
    qsizetype end = at;
    while (end < header.size() && (quoted ? header[end] != '"' : header[end] != ';' && !isspace(uchar(header[end]))))
        ++end;
    return header.mid(at, end - at);
}

Part partOf(const QByteArray &bytes)
{
    Part part;
    qsizetype at = 0;
    QByteArray header;
    const auto take = [&] {
        const qsizetype colon = header.indexOf(':');
        const QByteArray name = header.left(colon).trimmed().toLower();
        const QByteArray value = header.mid(colon + 1).trimmed();
        if (name == "content-type") {
            part.type = value.split(';').first().trimmed().toLower();
            part.boundary = parameter(value, "boundary");
            part.charset = parameter(value, "charset");
        } else if (name == "content-transfer-encoding") {
            part.transfer = value.toLower();
        } else if (name == "content-location") {
            part.location = value;
        } else if (name == "content-id") {
            part.id = value.mid(value.startsWith('<')).chopped(value.endsWith('>'));
        }
    };
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        QByteArray line = bytes.mid(at, end - at);
        at = end + 1;
        if (line.endsWith('\r'))
            line.chop(1);
        if (!line.startsWith(' ') && !line.startsWith('\t')) { // a line that is indented goes on with the one before
            take();
            header.clear();
        }
        if (line.isEmpty())
            break;
        header += line;
    }
    take();
    part.body = bytes.mid(at);
    return part;
}

QByteArray fromQuotedPrintable(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size());
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool room = i + 2 < text.size();
        if (text[i] != '=') {
            out += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '\n') {
            ++i;
        } else if (room && text[i + 1] == '\r' && text[i + 2] == '\n') {
            i += 2;
        } else if (room && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += char(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

QByteArray contentOf(const Part &part)
{
    return part.transfer == "base64"          ? QByteArray::fromBase64(part.body)
        : part.transfer == "quoted-printable" ? fromQuotedPrintable(part.body)
                                              : part.body;
}

/// What is in an archive of a page.
struct Parts {
    QList<DecodedText> pages;
    QList<DecodedText> texts; ///< the same without a page's looks, or all there is
    QHash<QString, Part> pictures; ///< by each name they have
};

void collect(const Part &part, int nesting, Parts &out)
{
    if (out.pages.size() >= MaxPages)
        return;
    if (part.type.startsWith("image/")) {
        out.pictures.insert(QString::fromUtf8(part.location), part);
        out.pictures.insert(u"cid:"_s + QString::fromUtf8(part.id), part);
    }
    if (part.type == "text/html" || part.type == "application/xhtml+xml") {
        const QByteArray bytes = contentOf(part);
        out.pages << decodeText(bytes, part.charset.isEmpty() ? declaredEncoding(bytes) : part.charset);
        return;
    }
    if (part.type == "text/plain") {
        out.texts << decodeText(contentOf(part), part.charset);
        return;
    }
    if (!part.type.startsWith("multipart/") || part.boundary.isEmpty() || nesting >= MaxNesting)
        return;
    const QByteArray mark = "\n--" + part.boundary;
    const QByteArray body = '\n' + part.body;
    for (qsizetype at = body.indexOf(mark); at >= 0;) {
        const qsizetype begin = body.indexOf('\n', at + mark.size());
        const qsizetype next = begin < 0 ? -1 : body.indexOf(mark, begin);
        if (begin < 0 || body.mid(at + mark.size(), 2) == "--")
            return;
        collect(partOf(body.mid(begin + 1, next < 0 ? -1 : next - begin - 1)), nesting + 1, out);
        at = next;
    }
}

} // namespace

Result<SourceDocument> readMhtml(const ReaderInput &input)
{
    Parts parts;
    collect(partOf(input.bytes), 0, parts);
    if (parts.pages.isEmpty() && !parts.texts.isEmpty())
        return readText({input.bytes, parts.texts.front(), input.recognise, input.stop});
    if (parts.pages.isEmpty())
        return Error{u"unreadable"_s, u"网页存档里没有网页，文件可能不完整。"_s};
    if (!input.recognise)
        return readPages(parts.pages, {}, input.stop);
    const auto pictureOf = [&](const QString &src) {
        const auto part = parts.pictures.constFind(src);
        return part == parts.pictures.constEnd() ? pictureIn(src) : contentOf(*part);
    };
    return readPages(parts.pages, pictureOf, input.stop);
}

} // namespace gouji
