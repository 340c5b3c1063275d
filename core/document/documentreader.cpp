// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"

#include "document/textdecoder.h"

#include <QCryptographicHash>
#include <QFile>

namespace gouji {

using namespace Qt::StringLiterals;

Result<QByteArray> readBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{u"unreadable"_s, u"文件无法读取：%1。"_s.arg(file.errorString())};
    return file.read(MaxFileBytes + 1);
}

Result<SourceDocument> readDocument(const QString &path)
{
    auto bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    return readDocument(*bytes, path);
}

Result<SourceDocument> readDocument(const QByteArray &bytes, const QString &name)
{
    SourceDocument d;
    const DecodedText decoded = decodeText(bytes);
    d.fileName = name;
    d.fileKind = u"txt"_s;
    d.text = decoded.text;
    d.encoding = decoded.encoding;
    d.encodingGuessed = decoded.guessed;
    d.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return d;
}

} // namespace gouji
