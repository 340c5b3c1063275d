// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/packed/reportarchive.h"

#include "document/documentreader.h"
#include "document/filekind.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QtEndian>

#include <archive.h>
#include <archive_entry.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Mega = 1024 * 1024;
constexpr qsizetype EndSize = 22; // of the record that ends a ZIP file, without its comment
constexpr qsizetype EntrySize = 46; // of what the list says of a member, without its name
constexpr qsizetype HeaderSize = 30; // of what stands before a member, without its name
constexpr qint64 MaxList = 32 * Mega;

Error damaged() { return Error{u"unreadable"_s, u"压缩文件已损坏或不完整（可能没有下载完），无法读取。"_s}; }

template <typename T> T number(QByteArrayView bytes, qsizetype at) { return qFromLittleEndian<T>(bytes.data() + at); }

QByteArray readAt(QFile &file, qint64 at, qint64 size)
{
    return at >= 0 && size >= 0 && at + size <= file.size() && file.seek(at) ? file.read(size) : QByteArray();
}

/// How a ZIP file begins. Asked of every file there is, so without all that QFile wants to know of it.
bool hasMark(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return false;
    char mark[4] = {};
    const bool read = pread(file, mark, sizeof mark, 0) == ssize_t(sizeof mark);
    close(file);
    return read && (std::memcmp(mark, "PK\x03\x04", sizeof mark) == 0 || std::memcmp(mark, "PK\x05\x06", sizeof mark) == 0);
}

/// Text of bytes that are all valid in a character set; otherwise null.
QString validText(const char *encoding, QByteArrayView bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &error), ucnv_close);
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    QString out(bytes.size() * 2 + 2, Qt::Uninitialized);
    const int length = ucnv_toUChars(
        converter.get(), reinterpret_cast<char16_t *>(out.data()), int(out.size()), bytes.data(), int(bytes.size()), &error);
    if (U_FAILURE(error))
        return {};
    out.truncate(length);
    return out;
}

/// Names carry no mark of their character set where they were packed on Windows, and often elsewhere. UTF-8 is hardly ever
/// valid by chance where a character of three bytes is in it; two bytes are two of GB 18030 as well.
QString decodedName(QByteArrayView raw)
{
    const QString utf8 = validText("UTF-8", raw);
    const bool plain = std::all_of(utf8.begin(), utf8.end(), [](QChar c) { return c.unicode() < 0x80; });
    const bool sure = std::any_of(utf8.begin(), utf8.end(), [](QChar c) { return c.unicode() >= 0x800; });
    if (!utf8.isNull() && (plain || sure))
        return utf8;
    const QString chinese = validText("GB18030", raw);
    return !chinese.isNull() ? chinese : !utf8.isNull() ? utf8 : QString::fromLatin1(raw);
}

/// The name in UTF-8 that some programs write beside the other (field 0x7075: version, checksum of the other, name).
QString unicodeNameIn(QByteArrayView extra)
{
    for (qsizetype at = 0; at + 4 <= extra.size();) {
        const qsizetype size = number<quint16>(extra, at + 2);
        if (number<quint16>(extra, at) == 0x7075 && size > 5 && at + 4 + size <= extra.size())
            return validText("UTF-8", extra.sliced(at + 9, size - 5));
        at += 4 + size;
    }
    return {};
}

/// One byte or two in GB 18030, which has four for what is rare.
bool isCommon(QChar c) { return c.unicode() < 0x80 || (c.unicode() >= 0x4e00 && c.unicode() <= 0x9fa5); }

bool isRooted(QByteArrayView name) { return name.startsWith('/') || name.startsWith('\\'); }

QString tidied(QString name)
{
    name.replace(u'\\', u'/');
    while (name.startsWith(u'/'))
        name.remove(0, 1);
    return name;
}

/// What macOS, Windows and Office leave beside the files of a person, and hidden files as in a folder.
bool isLeftover(const QString &name)
{
    for (const QStringView part : QStringView(name).tokenize(u'/')) {
        if (part.startsWith(u'.') || part == u"__MACOSX" || part.startsWith("~$"_L1))
            return true;
    }
    const QStringView file = QStringView(name).mid(name.lastIndexOf(u'/') + 1);
    return file.compare("Thumbs.db"_L1, Qt::CaseInsensitive) == 0 || file.compare("desktop.ini"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

QString ReportArchive::Entry::name() const
{
    if (const QString unicodeName = unicodeNameIn(extra); !unicodeName.isEmpty())
        return tidied(unicodeName);
    return tidied(utf8 ? QString::fromUtf8(rawName) : decodedName(rawName));
}

bool ReportArchive::isZip(QFile &file)
{
    return hasMark(file.fileName()) && QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

std::optional<Result<ReportArchive>> ReportArchive::open(const QString &path)
{
    QFile file(path);
    if (!isZip(file))
        return std::nullopt;
    ReportArchive out;
    if (const Status listed = out.list(file); !listed)
        return Result<ReportArchive>(listed.error());
    QStringList names; // those of the parts of a document are ASCII
    for (const Entry &entry : std::as_const(out.m_entries))
        names << QString::fromLatin1(entry.rawName);
    if (isDocumentOfParts(names))
        return std::nullopt;
    return Result<ReportArchive>(std::move(out));
}

/// Reads the list of contents at the end of the file.
Status ReportArchive::list(QFile &file)
{
    const QByteArray tail
        = readAt(file, std::max<qint64>(0, file.size() - EndSize - 65535), std::min<qint64>(file.size(), EndSize + 65535));
    const qsizetype end = tail.lastIndexOf("PK\x05\x06");
    if (end < 0 || end + EndSize > tail.size())
        return damaged();
    const quint16 count = number<quint16>(tail, end + 10);
    const qint64 size = number<quint32>(tail, end + 12);
    const qint64 begin = number<quint32>(tail, end + 16);
    if (count > MaxMembers || begin == 0xffffffff || size > MaxList)
        return Error{u"too-large"_s, u"压缩文件太大（超过 4 GB，或里面的文件超过 %1 个），请分成几个。"_s.arg(MaxMembers)};
    // Something may stand before the first member, such as a program that unpacks the rest.
    const qint64 shift = file.size() - tail.size() + end - size - begin;
    m_list = readAt(file, begin + shift, size);
    const QByteArrayView list = m_list;
    if (shift < 0 || list.size() != size)
        return damaged();
    m_entries.reserve(count);
    qint64 packed = 0;
    qint64 unpacked = 0;
    qsizetype at = 0;
    for (int i = 0; i < count; ++i) {
        if (at + EntrySize > list.size() || !list.sliced(at).startsWith("PK\x01\x02"))
            return damaged();
        const qsizetype nameSize = number<quint16>(list, at + 28);
        const qsizetype extraSize = number<quint16>(list, at + 30);
        const qsizetype next = at + EntrySize + nameSize + extraSize + number<quint16>(list, at + 32);
        if (next > list.size())
            return damaged();
        Entry entry;
        entry.flags = number<quint16>(list, at + 8);
        entry.utf8 = entry.flags & 0x800;
        entry.encrypted = entry.flags & 1;
        entry.method = number<quint16>(list, at + 10);
        entry.crc = number<quint32>(list, at + 16);
        entry.packed = number<quint32>(list, at + 20);
        entry.unpacked = number<quint32>(list, at + 24);
        entry.offset = number<quint32>(list, at + 42) + shift;
        entry.rawName = list.sliced(at + EntrySize, nameSize);
        entry.extra = list.sliced(at + EntrySize + nameSize, extraSize);
        packed += entry.packed;
        unpacked += entry.unpacked;
        m_entries << entry;
        at = next;
    }
    // Members that share the bytes they are packed in: made so that little becomes very much.
    if (packed > file.size())
        return damaged();
    if (unpacked > MaxTogether)
        return Error{u"too-large"_s, u"压缩文件解压后有 %1 MB，超过 %2 MB 的不读取。"_s.arg(unpacked / Mega).arg(MaxTogether / Mega)};
    return Done{};
}

QStringList ReportArchive::members() const
{
    QStringList out;
    for (const Entry &entry : m_entries) {
        const QString name = entry.name();
        if (!name.isEmpty() && !name.endsWith(u'/') && !isLeftover(name))
            out << name;
    }
    std::sort(out.begin(), out.end());
    out.removeDuplicates();
    return out;
}

const ReportArchive::Entry *ReportArchive::find(const QString &member, bool &several) const
{
    // Most names need not be decoded to be told apart.
    const qsizetype utf8 = member.toUtf8().size();
    const qsizetype chinese = 2 * member.size() - std::count_if(member.begin(), member.end(), [](QChar c) { return c.unicode() < 0x80; });
    const bool common = std::all_of(member.begin(), member.end(), isCommon);
    const Entry *found = nullptr;
    for (const Entry &entry : m_entries) {
        const qsizetype size = entry.rawName.size();
        const bool maybe = size == utf8 || size == chinese || !common || !unicodeNameIn(entry.extra).isEmpty() || isRooted(entry.rawName);
        if (!maybe || entry.name() != member)
            continue;
        several = found;
        found = &entry;
    }
    return found;
}

Result<QByteArray> ReportArchive::read(const QString &path, const QString &member)
{
    QFile file(path);
    if (!isZip(file))
        return Error{u"unreadable"_s, u"文件不存在（“%1”不是可以作为文件夹读取的压缩文件）。"_s.arg(QFileInfo(path).fileName())};
    ReportArchive archive;
    if (const Status listed = archive.list(file); !listed)
        return listed.error();
    bool several = false;
    const Entry *found = archive.find(member, several);
    if (!found)
        return Error{u"unreadable"_s, u"压缩文件里没有“%1”。"_s.arg(member)};
    if (several)
        return Error{u"unreadable"_s, u"压缩文件里有几个文件都叫“%1”，分不清是哪一个，请解压后读取。"_s.arg(member)};
    return unpack(file, *found);
}

Result<QByteArray> ReportArchive::unpack(QFile &file, const Entry &entry)
{
    constexpr qint64 Small = Mega; // worth no suspicion
    if (entry.encrypted)
        return Error{u"encrypted"_s, u"压缩文件设有密码，无法读取；请先去掉密码或解压。"_s};
    if (entry.unpacked > MaxFileBytes || (entry.unpacked > Small && entry.unpacked / MaxRatio > entry.packed))
        return Error{u"too-large"_s,
            u"压缩文件里的这个文件解压后有 %1 MB，太大或压缩得不合常理，不读取。"_s.arg((entry.unpacked + Mega - 1) / Mega)};
    const QByteArray header = readAt(file, entry.offset, HeaderSize);
    if (header.size() != HeaderSize || !header.startsWith("PK\x03\x04"))
        return damaged();
    const qint64 begin = entry.offset + HeaderSize + number<quint16>(header, 26) + number<quint16>(header, 28);
    const QByteArray packed = readAt(file, begin, entry.packed);
    if (packed.size() != entry.packed)
        return damaged();
    // An archive of this one member, with the sizes that stand in the list and not always before the member.
    QByteArray alone = header;
    qToLittleEndian<quint16>(entry.flags & 0x0006, alone.data() + 6); // how it is packed, no more
    qToLittleEndian<quint16>(entry.method, alone.data() + 8);
    qToLittleEndian<quint32>(entry.crc, alone.data() + 14);
    qToLittleEndian<quint32>(quint32(entry.packed), alone.data() + 18);
    qToLittleEndian<quint32>(quint32(entry.unpacked), alone.data() + 22);
    qToLittleEndian<quint16>(1, alone.data() + 26);
    qToLittleEndian<quint16>(0, alone.data() + 28);
    alone += 'x' + packed;
    const std::unique_ptr<archive, decltype(&archive_read_free)> zip(archive_read_new(), archive_read_free);
    archive_entry *ignored = nullptr;
    if (!zip || archive_read_support_format_zip_streamable(zip.get()) != ARCHIVE_OK
        || archive_read_open_memory(zip.get(), alone.constData(), size_t(alone.size())) != ARCHIVE_OK
        || archive_read_next_header(zip.get(), &ignored) != ARCHIVE_OK)
        return damaged();
    QByteArray out(entry.unpacked + 1, Qt::Uninitialized); // one more than there may be
    qint64 size = 0;
    for (la_ssize_t got = 1; got > 0 && size <= entry.unpacked; size += got) {
        got = archive_read_data(zip.get(), out.data() + size, size_t(out.size() - size));
        if (got < 0)
            return damaged();
    }
    if (size != entry.unpacked)
        return damaged();
    out.truncate(size);
    return out;
}

std::optional<ArchivePlace> placeInArchive(const QString &name)
{
    if (!name.contains(u'!') || QFileInfo::exists(name))
        return std::nullopt;
    for (qsizetype at = name.indexOf(u'!'); at >= 0; at = name.indexOf(u'!', at + 1)) {
        if (QFileInfo(name.left(at)).isFile())
            return ArchivePlace{name.left(at), name.mid(at + 1)};
    }
    return std::nullopt;
}

} // namespace gouji
