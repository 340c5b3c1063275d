// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/writefile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace gouji {

using namespace Qt::StringLiterals;

QString whyNotWritten(const QFileDevice &file, const QString &path)
{
    const QFileInfo target(path);
    const QFileInfo folder(target.absolutePath());
    if (target.isDir())
        return u"这是文件夹"_s;
    if (!folder.exists())
        return u"文件夹“%1”不存在"_s.arg(folder.filePath());
    if (!folder.isDir())
        return u"“%1”不是文件夹"_s.arg(folder.filePath());
    if (file.error() == QFileDevice::PermissionsError || !folder.isWritable() || (target.exists() && !target.isWritable()))
        return u"没有写入的权限"_s;
    if (file.error() == QFileDevice::WriteError || file.error() == QFileDevice::ResourceError)
        return u"写到一半中断，磁盘可能已满"_s;
    return file.errorString();
}

Status writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{u"unwritable"_s, u"无法写出 %1：%2。"_s.arg(path, whyNotWritten(file, path))};
    return Done{};
}

} // namespace gouji
