// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/textwidth.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

namespace gouji {

int textWidth(QStringView text)
{
    int width = 0;
    for (qsizetype i = 0; i < text.size();) {
        UChar32 c;
        U16_NEXT(text.utf16(), i, text.size(), c);
        if (c < 0x300) {
            width += c >= 0x20 && (c < 0x7f || c >= 0xa0);
            continue;
        }
        const int category = u_charType(c);
        if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR)
            continue;
        const int ea = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
        width += ea == U_EA_WIDE || ea == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}

QString padRight(const QString &text, int width) { return text + QString(qMax(0, width - textWidth(text)), u' '); }

QString padLeft(const QString &text, int width) { return QString(qMax(0, width - textWidth(text)), u' ') + text; }

} // namespace gouji
