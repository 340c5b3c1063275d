// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QStringView>

namespace gouji {

/// What kind of file some bytes are, by what is in them; the name of a file is not to be trusted.
struct FileKind {
    QString id; ///< "pdf", "docx", …; "txt" where nothing speaks against text
    QString title; ///< for sentences: 「PDF 文件」
};

/// By the first bytes. "txt" means only that no other kind was recognised.
FileKind fileKindOf(const QByteArray &bytes);

/// The same for decoded text: "html", "mhtml", "csv", office files of one XML text ("xml-document", "xml-sheet"), or "txt".
FileKind textKindOf(QStringView text);

/// True where a ZIP file with members of these names is one document (.docx, .xlsx, .odt, .ofd) and no archive of files.
bool isDocumentOfParts(const QStringList &members);

/// The suffix of a file name where it promises another kind than the file is; otherwise empty.
QString otherKindsSuffix(const QString &fileName, const FileKind &kind);

/// True where decoded text has so many control or undecodable characters that it is none.
bool looksBinary(QStringView text);

} // namespace gouji
