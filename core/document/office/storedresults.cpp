// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/office/storedresults.h"

#include <QtEndian>

#include <optional>

namespace gouji {

namespace {

/// As much of a compound file ([MS-CFB]) as it takes to find a stream in it.
class CompoundFile {
public:
    explicit CompoundFile(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_shift(bytes.size() > 512 ? number<quint16>(30) : 0)
    {
    }

    struct Range {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    /// Where the workbook stands, if that is one piece of the file.
    std::optional<Range> workbook() const
    {
        constexpr qsizetype EntrySize = 128;
        constexpr quint32 SmallStream = 4096; // what is smaller is stored in pieces of another size
        if (m_shift != 9 && m_shift != 12)
            return std::nullopt;
        quint32 sector = number<quint32>(48);
        for (int seen = 0; seen < MostSectors && sector < EndOfChain; ++seen, sector = nextOf(sector)) {
            for (qsizetype entry = placeOf(sector); entry < placeOf(sector) + (1 << m_shift); entry += EntrySize) {
                if (entry + EntrySize > m_bytes.size())
                    return std::nullopt;
                const quint32 size = number<quint32>(entry + 120);
                if (isWorkbook(entry) && size >= SmallStream)
                    return pieceOf(number<quint32>(entry + 116), size);
            }
        }
        return std::nullopt;
    }

private:
    static constexpr quint32 EndOfChain = 0xfffffffa; // and whatever else is no sector
    static constexpr int MostSectors = 100'000;

    template <typename T> T number(qsizetype at) const
    {
        return at >= 0 && at + qsizetype(sizeof(T)) <= m_bytes.size() ? qFromLittleEndian<T>(m_bytes.constData() + at) : T(-1);
    }

    qsizetype placeOf(quint32 sector) const { return (qsizetype(sector) + 1) << m_shift; }

    /// Tables of sectors beyond those that the header lists belong to files of more than 6 MB.
    quint32 nextOf(quint32 sector) const
    {
        constexpr qsizetype ListAt = 76;
        constexpr quint32 Listed = 109;
        const quint32 each = quint32(1) << (m_shift - 2);
        if (sector / each >= Listed)
            return quint32(-1);
        const auto table = number<quint32>(ListAt + 4 * qsizetype(sector / each));
        return table < EndOfChain ? number<quint32>(placeOf(table) + 4 * qsizetype(sector % each)) : quint32(-1);
    }

    bool isWorkbook(qsizetype entry) const
    {
        constexpr char Name[] = "W\0o\0r\0k\0b\0o\0o\0k\0\0";
        return m_bytes.sliced(entry).startsWith(QByteArrayView(Name, sizeof Name - 1));
    }

    std::optional<Range> pieceOf(quint32 first, quint32 size) const
    {
        const Range range{placeOf(first), placeOf(first) + qsizetype(size)};
        if (range.end > m_bytes.size())
            return std::nullopt;
        const quint32 last = first + ((size - 1) >> m_shift);
        for (quint32 sector = first; sector < last; ++sector) {
            if (nextOf(sector) != sector + 1)
                return std::nullopt;
        }
        return range;
    }

    const QByteArray &m_bytes;
    int m_shift = 0;
};

} // namespace

bool keepStoredResults(QByteArray &bytes)
{
    constexpr quint16 Formula = 0x0006;
    constexpr quint16 Number = 0x0203;
    constexpr quint16 Nothing = 0x0efe; // no record has this number, and those are passed over
    constexpr quint16 NumberSize = 14; // row, column, format, value
    constexpr quint16 NoNumber = 0xffff; // at the end of a value that is none

    const auto range = CompoundFile(bytes).workbook();
    if (!range)
        return false;
    char *data = bytes.data();
    for (qsizetype at = range->begin; at + 4 <= range->end;) {
        const auto kind = qFromLittleEndian<quint16>(data + at);
        const auto size = qFromLittleEndian<quint16>(data + at + 2);
        const qsizetype next = at + 4 + size;
        if (next > range->end)
            break;
        if (kind == Formula && size >= NumberSize + 4 && qFromLittleEndian<quint16>(data + at + 16) != NoNumber) {
            qToLittleEndian(Number, data + at);
            qToLittleEndian(NumberSize, data + at + 2);
            const qsizetype rest = at + 4 + NumberSize;
            qToLittleEndian(Nothing, data + rest);
            qToLittleEndian(quint16(next - rest - 4), data + rest + 2);
        }
        at = next;
    }
    return true;
}

} // namespace gouji
