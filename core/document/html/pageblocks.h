// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "document/readpicture.h"

#include <QStringList>

namespace gouji {

/// What a browser shows of a page, menus and all.
struct PageBlocks {
    std::vector<Block> blocks;
    QStringList notes; ///< what was not read and might have been of use
    int unreadPictures = 0;
};

/// Pictures go by what their src says. Errors: too-large, where a bound of DocumentBuilder is exceeded.
Result<PageBlocks> blocksOfPage(QStringView page, const ReadPicture &pictures = {});

} // namespace gouji
