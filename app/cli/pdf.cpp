// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf.h"

#include <QDir>
#include <QFileInfo>
#include <QLibrary>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

using Write = void (*)(const Sheet &sheet, const QString &path, Error &error);

} // namespace

Status writePdf(const Sheet &sheet, const QString &path)
{
    // Fonts and pages live in a module of their own: linking them would double the start-up time of every other verb.
    const QDir here(QFileInfo(u"/proc/self/exe"_s).canonicalPath());
    for (const QString &folder : {u"."_s, QString::fromUtf16(GOUJI_MODULE_DIR)}) {
        QLibrary library(here.absoluteFilePath(folder + u"/libgouji-pdf.so"_s));
        if (const auto write = reinterpret_cast<Write>(library.resolve("goujiWritePdf"))) {
            Error error;
            write(sheet, path, error);
            return error.code.isEmpty() ? Status(Done{}) : Status(error);
        }
    }
    return Error{u"unsupported"_s, u"没有安装打印部分（libgouji-pdf.so），请改用 -o 文件.html。"_s};
}

} // namespace gouji::cli
