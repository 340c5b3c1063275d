// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "base/ownmodule.h"
#include "document/documentreader.h"
#include "document/scan/scanpages.h"

#include <QFile>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

using Recognise = void (*)(const QByteArray &bytes, const ScanWish &wish, QByteArray &out);

} // namespace

/// recognise FILE ANSWER WIDTH PAGE…: not for people. The reader of scans starts it (core/document/scan).
int runRecognise(const QStringList &words)
{
    if (words.size() < 2)
        return NotRead;
    const auto bytes = readBytes(words[0]);
    QByteArray answer;
    if (!bytes)
        answer = packScan(bytes.error());
    else if (const auto recognise = reinterpret_cast<Recognise>(functionOfModule(u"gouji-ocr"_s, "goujiRecognise")))
        recognise(*bytes, wishOf(words.mid(2)), answer);
    else
        answer = packScan(Error{u"converter-missing"_s, u"没有安装识别扫描件的部分（libgouji-ocr.so），图片和扫描件无法读取。"_s});
    QFile file(words[1]);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(answer) == answer.size() && file.flush();
    return written ? AllGood : NotRead;
}

} // namespace gouji::cli
