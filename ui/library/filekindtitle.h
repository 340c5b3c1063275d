// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gouji {

/// What a kind of file (SourceDocument::fileKind) is called in lists: 「Word (docx)」.
QString fileKindTitle(const QString &kind);

} // namespace gouji
