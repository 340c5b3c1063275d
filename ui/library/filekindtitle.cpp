// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/filekindtitle.h"

#include <QCoreApplication>
#include <QHash>

namespace gouji {

using namespace Qt::StringLiterals;

QString fileKindTitle(const QString &kind)
{
    if (kind.isEmpty())
        return QCoreApplication::translate("FileKind", "未知");
    if (kind == "image"_L1)
        return QCoreApplication::translate("FileKind", "图片");
    if (kind == "txt"_L1)
        return QCoreApplication::translate("FileKind", "文本");
    static const QHash<QString, QString> programs{{u"docx"_s, u"Word"_s}, {u"doc"_s, u"Word 97"_s}, {u"xlsx"_s, u"Excel"_s},
        {u"xls"_s, u"Excel 97"_s}, {u"html"_s, u"HTML"_s}, {u"mhtml"_s, u"MHTML"_s}};
    return programs.value(kind, kind.toUpper());
}

} // namespace gouji
