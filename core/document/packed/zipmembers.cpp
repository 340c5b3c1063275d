// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/packed/zipmembers.h"

#include <QStringList>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

Error damaged() { return Error{u"unreadable"_s, u"文件已损坏或不完整（可能没有下载完），无法读取。"_s}; }

/// A ZIP file ends with a list of what is in it. Where that was cut off, what is left may be half a document.
bool hasEnd(const QByteArray &bytes)
{
    constexpr qsizetype EndAndComment = 22 + 65535;
    return bytes.size() >= 22 && bytes.lastIndexOf("PK\x05\x06") >= std::max(bytes.size() - EndAndComment, qsizetype(0));
}

QString nameOf(archive_entry *entry)
{
    // The first works without a locale where the archive says that its names are UTF-8.
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name)
        name = archive_entry_pathname(entry);
    QString out = QString::fromUtf8(name ? name : "");
    out.replace(u'\\', u'/');
    return out.startsWith(u'/') ? out.mid(1) : out;
}

Result<QByteArray> contentOf(archive *zip, qint64 room)
{
    constexpr qsizetype Step = 256 * 1024;
    QByteArray out;
    for (;;) {
        const qsizetype size = out.size();
        if (size > room)
            return Error{u"too-large"_s, u"文件解压后超过 %1 MB，不读取。"_s.arg(MaxUnpacked / 1024 / 1024)};
        out.resize(size + Step);
        const la_ssize_t got = archive_read_data(zip, out.data() + size, size_t(Step));
        if (got < 0)
            return damaged();
        out.resize(size + got);
        if (got == 0)
            return out;
    }
}

Status eachMember(const QByteArray &bytes, const std::function<Status(archive *, archive_entry *, const QString &)> &visit)
{
    if (!hasEnd(bytes))
        return damaged();
    const Archive zip(archive_read_new(), archive_read_free);
    if (!zip || archive_read_support_format_zip_seekable(zip.get()) != ARCHIVE_OK
        || archive_read_open_memory(zip.get(), bytes.constData(), size_t(bytes.size())) != ARCHIVE_OK)
        return damaged();
    for (int count = 0;; ++count) {
        archive_entry *entry = nullptr;
        const int result = archive_read_next_header(zip.get(), &entry);
        if (result == ARCHIVE_EOF)
            return Done{};
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            return damaged();
        if (count >= MaxMembers)
            return Error{u"too-large"_s, u"文件里的部件超过 %1 个，不读取。"_s.arg(MaxMembers)};
        if (const Status seen = visit(zip.get(), entry, nameOf(entry)); !seen)
            return seen;
    }
}

} // namespace

Result<ZipMembers> unzip(const QByteArray &bytes, const std::function<bool(const QString &)> &wanted)
{
    ZipMembers out;
    qint64 room = MaxUnpacked;
    const Status read = eachMember(bytes, [&](archive *zip, archive_entry *entry, const QString &name) -> Status {
        if (!wanted(name) || out.contains(name))
            return Done{};
        if (archive_entry_is_data_encrypted(entry))
            return Error{u"encrypted"_s, u"文件设有密码，无法读取；请先去掉密码。"_s};
        auto content = contentOf(zip, room);
        if (!content)
            return content.error();
        room -= content->size();
        out.insert(name, std::move(*content));
        return Done{};
    });
    if (!read)
        return read.error();
    return out;
}

QByteArray member(const QByteArray &bytes, const QString &name)
{
    const auto members = name.isEmpty() ? Result<ZipMembers>(ZipMembers()) : unzip(bytes, [&](const QString &n) { return n == name; });
    return members ? members->value(name) : QByteArray();
}

Result<QStringList> zipNames(const QByteArray &bytes)
{
    QStringList out;
    const Status read = eachMember(bytes, [&](archive *, archive_entry *, const QString &name) -> Status {
        out << name;
        return Done{};
    });
    if (!read)
        return read.error();
    return out;
}

} // namespace gouji
