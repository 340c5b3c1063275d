// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

class QFile;

namespace gouji {

/// A ZIP file of reports, which counts as a folder: its members are named `a.zip!b/c.docx`. Only its list of contents is
/// kept in memory; a member is unpacked when it is asked for. An archive within an archive is a file that cannot be read.
///
/// Bounds: MaxMembers files, MaxTogether bytes when unpacked; a member, MaxFileBytes of documentreader.h and MaxRatio
/// times its packed size. Nothing is ever written to the disk.
class ReportArchive {
public:
    static constexpr int MaxMembers = 65'534; ///< what the format counts without an extension
    static constexpr qint64 MaxTogether = 16LL * 1024 * 1024 * 1024;
    static constexpr qint64 MaxRatio = 300; ///< the packing in use reaches 1000 for zeros; a page of text, 30

    /// Nothing where the file is no ZIP file at all, or is a document that only is packed as one (.docx, .xlsx, .odt, .ofd).
    /// Errors: unreadable (damaged, cut off), too-large.
    static std::optional<Result<ReportArchive>> open(const QString &path);

    /// One member of a ZIP file. Errors: unreadable (not there, several of that name, damaged), encrypted, too-large.
    static Result<QByteArray> read(const QString &path, const QString &member);

    /// The members' names without the archive's, in path order, each once; folders and what systems leave behind are not among
    /// them. Decoded from UTF-8 or GB 18030, whichever they are in.
    QStringList members() const;

private:
    struct Entry {
        QByteArrayView rawName; ///< in m_list, as the next
        QByteArrayView extra;
        bool utf8 = false;
        bool encrypted = false;
        quint16 method = 0;
        quint16 flags = 0;
        quint32 crc = 0;
        qint64 packed = 0;
        qint64 unpacked = 0;
        qint64 offset = 0;

        QString name() const;
    };

    static bool isZip(QFile &file);
    Status list(QFile &file);
    const Entry *find(const QString &member, bool &several) const;
    static Result<QByteArray> unpack(QFile &file, const Entry &entry);

    QByteArray m_list; ///< of contents, as the file ends with it
    QList<Entry> m_entries;
};

/// `a.zip!b.docx` taken apart: the archive is a file, the rest its member. Nothing where no part of the name before a "!" is a
/// file, or the whole is one.
struct ArchivePlace {
    QString archive;
    QString member;
};
std::optional<ArchivePlace> placeInArchive(const QString &name);

} // namespace gouji
