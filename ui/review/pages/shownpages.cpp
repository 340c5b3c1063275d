// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pages/shownpages.h"

#include "review/pages/laidoutpages.h"
#include "review/pages/ofdpages.h"

#include <QBuffer>
#include <QImageReader>

#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Picture files, as far as Qt has plugins for them; those of several pages are TIFF.
class ImageFile : public PagePictures {
public:
    ImageFile(const QByteArray &bytes, const QList<SourcePage> &pages)
        : m_bytes(bytes)
        , m_pages(pages)
    {
    }
    PageImage page(int number, double dotsPerInch) override
    {
        QBuffer buffer(&m_bytes);
        QImageReader reader(&buffer);
        if (number < 0 || number >= m_pages.size() || (number > 0 && !reader.jumpToImage(number)))
            return {};
        const double scale = dotsPerInch / 72;
        const int turns = m_pages[number].turns;
        const QSizeF size = turns % 2 ? m_pages[number].size.transposed() : m_pages[number].size;
        const QSize wanted = (size * scale).toSize();
        if (wanted.width() < reader.size().width())
            reader.setScaledSize(wanted);
        return turnedBack(toPageImage(reader.read(), scale), turns);
    }

private:
    QByteArray m_bytes;
    QList<SourcePage> m_pages;
};

} // namespace

PageImage toPageImage(const QImage &image, double scale)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    PageImage out{rgb.width(), rgb.height(), scale, 3, {}};
    out.pixels.reserve(qsizetype(rgb.width()) * rgb.height() * 3);
    for (int y = 0; y < rgb.height(); ++y)
        out.pixels.append(reinterpret_cast<const char *>(rgb.constScanLine(y)), qsizetype(rgb.width()) * 3);
    return out;
}

ShownPages shownPages(const SourceDocument &document, const QByteArray &original)
{
    if (document.pages.isEmpty())
        return layOut(document);
    if (auto pictures = PagePictures::open(original, document))
        return {document, std::move(pictures)};
    if (document.fileKind == "ofd"_L1) {
        auto pictures = openOfdPages(original, document);
        return pictures ? ShownPages{document, std::move(pictures)} : ShownPages{};
    }
    QByteArray bytes = original;
    QBuffer buffer(&bytes);
    if (document.fileKind == "image"_L1 && QImageReader(&buffer).canRead())
        return {document, std::make_unique<ImageFile>(original, document.pages)};
    return {};
}

} // namespace gouji
