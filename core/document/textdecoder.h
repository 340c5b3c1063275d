// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace gouji {

/// Text and the character set it was read in.
struct DecodedText {
    QString text; ///< line ends are '\n', no byte order mark
    QString encoding; ///< IANA name
    bool guessed = false; ///< neither a byte order mark nor valid UTF-8 settled it
    qsizetype invalid = 0; ///< malformed sequences, each replaced by U+FFFD
};

/// Decodes UTF-8 (with or without mark), UTF-16, GB18030 and what ICU detects. `declared` is the character set a page
/// claims to be in; it counts where neither a mark nor valid UTF-8 settles it and the bytes agree with it.
DecodedText decodeText(const QByteArray &bytes, const QByteArray &declared = {});

/// What a person should know about it, in Chinese: that the character set is a guess, that something could not be decoded.
QStringList notesOn(const DecodedText &text);

} // namespace gouji
