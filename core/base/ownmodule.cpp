// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ownmodule.h"

#include <QDir>
#include <QFileInfo>
#include <QLibrary>

namespace gouji {

using namespace Qt::StringLiterals;

QFunctionPointer functionOfModule(const QString &module, const char *function)
{
    // Beside the program, as it is built, or where it is installed; nowhere else, whatever the environment says.
    const QDir here(QFileInfo(u"/proc/self/exe"_s).canonicalPath());
    for (const QString &folder : {u"."_s, QString::fromUtf16(GOUJI_MODULE_DIR)}) {
        QLibrary library(here.absoluteFilePath(u"%1/lib%2.so"_s.arg(folder, module)));
        if (const auto found = library.resolve(function))
            return found;
    }
    return nullptr;
}

} // namespace gouji
