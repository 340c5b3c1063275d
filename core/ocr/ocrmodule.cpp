// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/pagewords.h"

namespace {

using namespace gouji;

Result<std::vector<ScanPage>> recogniseAll(const QByteArray &bytes, const ScanWish &wish)
{
    const auto source = ocr::PageSource::open(bytes, wish.width);
    if (!source)
        return source.error();
    const auto recogniser = ocr::Recogniser::create();
    if (!recogniser)
        return recogniser.error();
    std::vector<ScanPage> pages;
    for (int i = 0; i < (*source)->pages(); ++i) {
        if (!wish.pages.isEmpty() && !wish.pages.contains(i))
            continue;
        auto picture = (*source)->page(i);
        if (!picture)
            return picture.error();
        auto straight = ocr::straighten(std::move(*picture));
        if (!straight)
            return straight.error();
        pages.push_back(ocr::recognisePage(std::move(*straight), **recogniser));
    }
    return pages;
}

} // namespace

/// What gouji-cli loads in the process that recognises a scan (scanreader.cpp): the bytes of a file in, packScan() out.
extern "C" Q_DECL_EXPORT void goujiRecognise(const QByteArray &bytes, const ScanWish &wish, QByteArray &out)
{
    out = packScan(recogniseAll(bytes, wish));
}
