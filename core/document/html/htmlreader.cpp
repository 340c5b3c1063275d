// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html/htmlreader.h"

#include "document/blockwriter.h"
#include "document/html/navigation.h"
#include "document/html/pageblocks.h"
#include "document/placed/placedmarkup.h"
#include "document/scan/insetpictures.h"

namespace gouji {

using namespace Qt::StringLiterals;

QByteArray declaredEncoding(const QByteArray &page)
{
    constexpr qsizetype Head = 8 * 1024; // browsers look at the first kilobyte; pages begin with long comments
    const QByteArray head = page.left(Head).toLower();
    const auto word = [&](qsizetype at) {
        while (at < head.size() && (head[at] == ' ' || head[at] == '=' || head[at] == '"' || head[at] == '\''))
            ++at;
        qsizetype end = at;
        while (end < head.size() && (isalnum(uchar(head[end])) || head[end] == '-' || head[end] == '_'))
            ++end;
        return head.mid(at, end - at);
    };
    if (head.startsWith("<?xml")) {
        const qsizetype at = head.left(head.indexOf('>')).indexOf("encoding");
        if (at > 0)
            return word(at + 8);
    }
    for (qsizetype meta = 0; (meta = head.indexOf("<meta", meta)) >= 0; ++meta) {
        const qsizetype at = head.indexOf("charset", meta);
        if (at > 0 && at < head.indexOf('>', meta))
            return word(at + 7);
    }
    return {};
}

QByteArray pictureIn(const QString &src)
{
    const qsizetype comma = src.indexOf(u',');
    const QStringView head = QStringView(src).left(comma);
    if (comma < 0 || !head.startsWith("data:image/"_L1, Qt::CaseInsensitive) || !head.endsWith(";base64"_L1, Qt::CaseInsensitive))
        return {};
    return QByteArray::fromBase64(QStringView(src).sliced(comma + 1).toLatin1());
}

Result<SourceDocument> readPages(
    const QList<DecodedText> &pages, const std::function<QByteArray(const QString &src)> &pictureOf, const StopFlag &stop)
{
    InsetPictures pictures(stop);
    ReadPicture readPicture;
    if (pictureOf)
        readPicture = pictures.reader(pictureOf);
    SourceDocument document;
    std::vector<Block> all;
    for (const DecodedText &page : pages) {
        auto read = blocksOfPage(page.text, readPicture);
        if (!read)
            return read.error();
        for (Block &block : read->blocks)
            all.push_back(std::move(block));
        document.notes += notesOn(page) + read->notes;
        document.unreadPictures += read->unreadPictures;
        document.encoding = document.encoding.isEmpty() ? page.encoding : document.encoding;
        document.encodingGuessed = document.encodingGuessed || page.guessed;
    }
    dropNavigation(all);
    if (!writeBlocks(all, document))
        return Error{u"too-large"_s, u"网页里的表格太大，不读取。"_s};
    pictures.finish(document);
    return document;
}

Result<SourceDocument> readHtml(const ReaderInput &input)
{
    const auto pictureOf = input.recognise ? pictureIn : std::function<QByteArray(const QString &)>();
    const DecodedText text = input.text.guessed ? decodeText(input.bytes, declaredEncoding(input.bytes)) : input.text;
    if (auto placed = readPlacedMarkup(text))
        return std::move(*placed);
    return readPages({text}, pictureOf, input.stop);
}

} // namespace gouji
