// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputs.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace gouji::cli {

using namespace Qt::StringLiterals;

Inputs expandInputs(const QStringList &named)
{
    Inputs out;
    for (const QString &name : named) {
        const QFileInfo info(name);
        if (!info.isDir() || !info.isReadable()) {
            out.files << name;
            continue;
        }
        out.hasFolder = true;
        QStringList found;
        for (QDirIterator it(name, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            found << it.next();
        std::sort(found.begin(), found.end());
        out.files += found;
    }
    return out;
}

} // namespace gouji::cli
