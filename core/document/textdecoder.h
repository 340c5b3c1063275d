// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gouji {

/// Text and the character set it was read in.
struct DecodedText {
    QString text; ///< line ends are '\n', no byte order mark
    QString encoding; ///< IANA name
    bool guessed = false; ///< neither a byte order mark nor valid UTF-8 settled it
    qsizetype invalid = 0; ///< malformed sequences, each replaced by U+FFFD
};

/// Decodes UTF-8 (with or without mark), UTF-16, GB18030 and what ICU detects.
DecodedText decodeText(const QByteArray &bytes);

} // namespace gouji
