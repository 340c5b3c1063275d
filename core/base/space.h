// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace gouji {

/// QChar::isSpace(), which looks every character of Chinese text up in a table: behind the ideographic space there is none.
inline bool isWhiteSpace(QChar c)
{
    constexpr QChar LastSpace = u'\u3000';
    return c <= LastSpace && c.isSpace();
}

} // namespace gouji
