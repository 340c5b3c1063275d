// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/pagewords.h"
#include "ocr/upright.h"

namespace {

using namespace gouji;
using namespace Qt::StringLiterals;

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
        ocr::PagePicture original{ocr::Picture(pixClone(picture->grey.get())), picture->dotsPerInch};
        auto straight = ocr::straighten(std::move(*picture));
        if (!straight)
            return straight.error();
        const int turns = ocr::turnsOf(*straight, **recogniser);
        if (turns > 0) {
            original.grey.reset(pixRotateOrth(original.grey.get(), 4 - turns));
            straight = original.grey ? ocr::straighten(std::move(original))
                                     : Result<ocr::StraightPage>(Error{u"unreadable"_s, u"图片无法处理。"_s});
            if (!straight)
                return straight.error();
        }
        pages.push_back(ocr::recognisePage(std::move(*straight), **recogniser));
        pages.back().turns = turns;
    }
    return pages;
}

} // namespace

/// What gouji-cli loads in the process that recognises a scan (scanreader.cpp): the bytes of a file in, packScan() out.
extern "C" Q_DECL_EXPORT void goujiRecognise(const QByteArray &bytes, const ScanWish &wish, QByteArray &out)
{
    out = packScan(recogniseAll(bytes, wish));
}
