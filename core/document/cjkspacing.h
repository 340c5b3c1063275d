// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace gouji {

/// Characters of Chinese text, which need no space between them.
inline bool isChineseWide(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x2e80 && u <= 0x9fff) || (u >= 0xf900 && u <= 0xfaff) || (u >= 0xff01 && u <= 0xff60) || (u >= 0x2018 && u <= 0x201d)
        || u == 0x2014 || u == 0x2026;
}

/// True where a line break between two characters means nothing: a label that was wrapped, not two things.
inline bool runsTogether(QChar before, QChar after) { return isChineseWide(before) && isChineseWide(after); }

} // namespace gouji
