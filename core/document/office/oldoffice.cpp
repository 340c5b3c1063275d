// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/office/oldoffice.h"

#include <QtEndian>

namespace gouji {

namespace {

constexpr qsizetype Sector = 512;

/// A directory entry is 128 bytes and begins with the name in UTF-16, at most 32 units with the null at its end.
bool hasStream(const QByteArray &bytes, const char16_t *name)
{
    QByteArray mark;
    for (const char16_t *c = name; *c; ++c)
        mark.append(char(*c & 0xff)).append(char(*c >> 8));
    mark.append(2, '\0');
    for (qsizetype at = 0; (at = bytes.indexOf(mark, at)) >= 0; ++at) {
        if (at % 128 == 0)
            return true;
    }
    return false;
}

quint16 wordAt(const QByteArray &bytes, qsizetype at)
{
    return at + 2 <= bytes.size() ? qFromLittleEndian<quint16>(bytes.constData() + at) : quint16(0);
}

} // namespace

bool isDoc(const QByteArray &bytes) { return hasStream(bytes, u"WordDocument"); }

bool isXls(const QByteArray &bytes) { return hasStream(bytes, u"Workbook") || hasStream(bytes, u"Book"); }

bool isCutOff(const QByteArray &bytes)
{
    constexpr qsizetype DirectoryAt = 48; // where the header names the directory's first sector
    constexpr qsizetype SizeAt = 30; // and the size of sectors, as a power of two
    const int shift = wordAt(bytes, SizeAt);
    if (bytes.size() < Sector || shift < 7 || shift > 16)
        return true;
    const qint64 sector = qFromLittleEndian<quint32>(bytes.constData() + DirectoryAt);
    return ((sector + 2) << shift) > bytes.size();
}

bool isEncryptedDoc(const QByteArray &bytes)
{
    constexpr quint16 WordMark = 0xa5ec;
    constexpr quint16 EncryptedFlag = 0x0100;
    // The stream begins at some sector, nearly always at the first.
    for (qsizetype at = Sector; at + Sector <= bytes.size(); at += Sector) {
        if (wordAt(bytes, at) == WordMark)
            return wordAt(bytes, at + 10) & EncryptedFlag;
    }
    return false;
}

bool isEncryptedXls(const QByteArray &bytes)
{
    constexpr quint16 BeginOfFile = 0x0809;
    constexpr quint16 FilePass = 0x002f;
    constexpr int FirstRecords = 10; // it stands right behind the begin, or behind a protection against writing
    for (qsizetype at = Sector; at + Sector <= bytes.size(); at += Sector) {
        if (wordAt(bytes, at) != BeginOfFile || wordAt(bytes, at + 2) > 16)
            continue;
        for (int record = 0; record < FirstRecords; ++record) {
            if (wordAt(bytes, at) == FilePass)
                return true;
            at += 4 + wordAt(bytes, at + 2);
        }
        return false;
    }
    return false;
}

} // namespace gouji
