// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readpicture.h"
#include "document/scan/scanreader.h"

#include <QSet>

namespace gouji {

/// Recognises the pictures that lie within a text document, where its reader comes upon them, as a scan is recognised. What
/// is small is left out (seals, letterheads), and so is what holds neither a ruled table nor much text.
///
/// Bounds: MaxPictures, and the time of one scan for all of them together.
class InsetPictures {
public:
    static constexpr int MaxPictures = 20;

    explicit InsetPictures(const StopFlag &stop = {});

    /// For the reader of a document; `bytesOf` finds a picture by the name it has there. What is shown a second time is no table.
    ReadPicture reader(std::function<QByteArray(const QString &name)> bytesOf);

    /// After all is written: says what was recognised, and marks what is doubtful. Boxes, which are those of the pictures and not of
    /// pages, are taken out.
    void finish(SourceDocument &document) const;

private:
    std::vector<Block> read(const QByteArray &bytes, QSizeF shown);

    ScanLimits m_limits;
    std::vector<std::vector<QRectF>> m_doubtful; ///< of each picture that was read
    QString m_failure; ///< why one was not
    QSet<QString> m_seen;
    int m_tried = 0;
};

} // namespace gouji
