// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

#include <string_view>

namespace gouji {

/// Whether the character is one of a few. Written out where it is asked, unlike QStringView::contains(), which is asked elsewhere.
constexpr bool isOneOf(QChar c, std::u16string_view few)
{
    for (const char16_t one : few) {
        if (c == QChar(one))
            return true;
    }
    return false;
}

} // namespace gouji
