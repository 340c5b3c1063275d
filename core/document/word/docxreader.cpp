// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/word/docxreader.h"

#include "document/blockwriter.h"
#include "document/packed/relations.h"
#include "document/packed/zipmembers.h"
#include "document/scan/insetpictures.h"
#include "document/word/wordflow.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

ReadPicture picturesOf(const QByteArray &bytes, const ZipMembers &parts, const QString &main, InsetPictures &pictures)
{
    return pictures.reader(
        [&bytes, targets = targetsById(parts, main)](const QString &relation) { return member(bytes, targets.value(relation)); });
}

} // namespace

Result<SourceDocument> readDocx(const ReaderInput &input)
{
    const auto package = unzip(input.bytes, [](const QString &name) { return name == relationsOf({}); });
    if (!package)
        return package.error();
    QString main = targetOf(*package, {}, u"/officeDocument"_s);
    if (main.isEmpty())
        main = u"word/document.xml"_s;
    const QString folder = main.left(main.lastIndexOf(u'/') + 1);
    const auto parts = unzip(input.bytes, [&](const QString &name) {
        return name == main || name == relationsOf(main) || (name.startsWith(folder) && name.endsWith("notes.xml"_L1));
    });
    if (!parts)
        return parts.error();
    if (!parts->contains(main))
        return Error{u"unreadable"_s, u"Word 文档里没有正文，文件可能已损坏。"_s};

    PassedOver passed;
    InsetPictures pictures(input.stop);
    const ReadPicture readPicture = input.recognise ? picturesOf(input.bytes, *parts, main, pictures) : ReadPicture();
    auto blocks = readWordPart((*parts)[main], passed, readPicture);
    if (!blocks)
        return blocks.error();
    for (const QString &type : {u"/footnotes"_s, u"/endnotes"_s}) {
        const QString part = targetOf(*parts, main, type);
        if (!parts->contains(part))
            continue;
        auto notes = readWordPart((*parts)[part], passed);
        if (!notes)
            return notes.error();
        for (Block &block : *notes)
            blocks->push_back(std::move(block));
    }

    SourceDocument document;
    document.notes = passed.notes();
    document.unreadPictures = passed.pictures;
    if (!writeBlocks(*blocks, document))
        return Error{u"too-large"_s, u"文档里的表格太大，不读取。"_s};
    pictures.finish(document);
    return document;
}

} // namespace gouji
