// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf.h"

#include "base/ownmodule.h"

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

using Write = void (*)(const Sheet &sheet, const QString &path, Error &error);

} // namespace

Status writePdf(const Sheet &sheet, const QString &path)
{
    // Fonts and pages live in a module of their own: linking them would double the start-up time of every other verb.
    if (const auto write = reinterpret_cast<Write>(functionOfModule(u"gouji-pdf"_s, "goujiWritePdf"))) {
        Error error;
        write(sheet, path, error);
        return error.code.isEmpty() ? Status(Done{}) : Status(error);
    }
    return Error{u"unsupported"_s, u"没有安装打印部分（libgouji-pdf.so），请改用 -o 文件.html。"_s};
}

} // namespace gouji::cli
