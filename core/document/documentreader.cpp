// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"

#include "document/filekind.h"
#include "document/textdecoder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

Error unreadable(const QString &sentence) { return Error{u"unreadable"_s, sentence}; }

Error tooLarge(qint64 bytes)
{
    constexpr qint64 Mega = 1024 * 1024;
    return Error{u"too-large"_s, u"文件太大（%1 MB），超过 %2 MB 的文件不读取。"_s.arg(bytes / Mega).arg(MaxFileBytes / Mega)};
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c == QChar::ByteOrderMark || c == u'\u200b'; });
}

} // namespace

Result<QByteArray> readBytes(const QString &path)
{
    const QFileInfo info(path);
    // What stands in a folder that may not be entered looks missing to QFileInfo.
    if (access(QFile::encodeName(path).constData(), R_OK) != 0 && errno == EACCES)
        return unreadable(u"没有读取这个文件的权限。"_s);
    if (!info.exists())
        return unreadable(info.isSymLink() ? u"链接指向的文件不存在。"_s : u"文件不存在。"_s);
    if (info.isDir())
        return unreadable(u"这是文件夹，不是文件。"_s);
    // Opening a pipe waits for somebody to write, reading a device may never end.
    if (!info.isFile())
        return unreadable(u"这不是普通文件（而是设备或管道），不读取。"_s);
    if (info.size() > MaxFileBytes)
        return tooLarge(info.size());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(u"文件无法打开（%1）。"_s.arg(file.errorString()));
    // The file may have grown since it was measured, and files of the system report no size at all.
    QByteArray bytes = file.read(MaxFileBytes + 1);
    if (file.error() != QFile::NoError)
        return unreadable(u"文件读取中断（%1）。"_s.arg(file.errorString()));
    if (bytes.size() > MaxFileBytes)
        return tooLarge(bytes.size());
    return bytes;
}

Result<SourceDocument> readDocument(const QString &path)
{
    const auto bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    return readDocument(*bytes, path);
}

Result<SourceDocument> readDocument(const QByteArray &bytes, const QString &name)
{
    if (bytes.isEmpty())
        return Error{u"empty"_s, u"文件是空的。"_s};
    if (bytes.size() > MaxFileBytes)
        return tooLarge(bytes.size());
    const auto notYet = [](const FileKind &kind) {
        return Error{u"unsupported"_s,
            u"这是%1，本版本还不能读取。"_s.arg(
                kind.title.front().isLetter() && kind.title.front().unicode() < 0x80 ? u' ' + kind.title : kind.title)};
    };
    if (const FileKind kind = fileKindOf(bytes); kind.id != "txt"_L1)
        return notYet(kind);
    DecodedText decoded = decodeText(bytes);
    if (looksBinary(decoded.text))
        return Error{u"unsupported"_s, u"这是二进制文件，不是文字，无法读取。"_s};
    if (isBlank(decoded.text))
        return Error{u"empty"_s, u"文件里只有空白，没有文字。"_s};
    if (const FileKind kind = textKindOf(decoded.text); kind.id != "txt"_L1)
        return notYet(kind);
    SourceDocument d;
    d.fileName = name;
    d.fileKind = u"txt"_s;
    d.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    d.text = std::move(decoded.text);
    d.encoding = decoded.encoding;
    d.encodingGuessed = decoded.guessed;
    if (decoded.guessed)
        d.notes << u"文件没有说明文字编码，按 %1 读取是推测；如有乱码，请另存为 UTF-8 再打开。"_s.arg(decoded.encoding);
    if (decoded.invalid > 0)
        d.notes << u"文件中有 %1 处内容无法解码，原文中显示为“\uFFFD”。"_s.arg(decoded.invalid);
    return d;
}

} // namespace gouji
