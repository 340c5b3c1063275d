// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/ofd/ofdpage.h"

#include <QElapsedTimer>

namespace gouji {

/// An OFD file taken apart: all that its pages show, with the templates that lie under them.
/// Bounds: MaxPages, MaxMilliseconds, MaxOfdWords of all pages together, and those of the archive (packed/zipmembers.h).
class OfdFile {
public:
    static constexpr int MaxPages = 500;
    static constexpr qint64 MaxMilliseconds = 60'000; ///< looked at between pages

    /// Errors: encrypted, unreadable (damaged, or without a page), too-large, timeout.
    static Result<OfdFile> open(const QByteArray &bytes);

    const std::vector<OfdContent> &pages() const { return m_pages; } ///< each with its size and no templates left
    bool isSigned() const { return m_isSigned; }

    /// The file of a picture; empty where it cannot be had.
    QByteArray pictureOf(const OfdContent::Picture &picture) const;

private:
    explicit OfdFile(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }
    Status read();
    Status readDocument(const QString &name);
    struct Outline;
    Result<OfdContent> templateOf(const Outline &outline, const QString &id);

    QByteArray m_bytes;
    std::vector<OfdContent> m_pages;
    QHash<QString, OfdContent> m_templates; ///< by member
    QElapsedTimer m_clock;
    size_t m_words = 0;
    bool m_isSigned = false;
};

} // namespace gouji
