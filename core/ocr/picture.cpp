// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/picture.h"

#include "document/pdf/pdffile.h"

#include <algorithm>
#include <cstring>

namespace gouji::ocr {

using namespace Qt::StringLiterals;

namespace {

constexpr double PdfResolution = 300;
constexpr double LeastShown = 72; // dots an inch
constexpr double MostShown = 1200;
constexpr double A4Inches = 8.27; // the short side

Error damaged() { return Error{u"unreadable"_s, u"图片已损坏或不完整，无法读取。"_s}; }

const l_uint8 *dataOf(const QByteArray &bytes) { return reinterpret_cast<const l_uint8 *>(bytes.constData()); }

Result<PagePicture> made(Picture picture, double width)
{
    if (!picture)
        return damaged();
    Picture opaque(pixGetSpp(picture.get()) == 4 ? pixAlphaBlendUniform(picture.get(), 0xffffff00) : pixClone(picture.get()));
    PagePicture out{Picture(opaque ? pixConvertTo8(opaque.get(), 0) : nullptr), 0};
    if (!out.grey)
        return damaged();
    if (width > 0) {
        out.dotsPerInch = std::clamp(pixGetWidth(out.grey.get()) * 72 / width, LeastShown, MostShown);
        return out;
    }
    const int shortSide = std::min(pixGetWidth(out.grey.get()), pixGetHeight(out.grey.get()));
    const int said = pixGetXRes(picture.get());
    const double likely = shortSide / A4Inches;
    // Programs write 72 or 96 where they do not know.
    out.dotsPerInch = said > likely * 0.4 && said < likely * 2.5 ? said : likely;
    return out;
}

class ImageSource : public PageSource {
public:
    ImageSource(const QByteArray &bytes, int pages, bool tiff, double width)
        : m_bytes(bytes)
        , m_pages(pages)
        , m_tiff(tiff)
        , m_width(width)
    {
    }
    int pages() const override { return m_pages; }
    Result<PagePicture> page(int index) override
    {
        const auto size = size_t(m_bytes.size());
        return made(Picture(m_tiff ? pixReadMemTiff(dataOf(m_bytes), size, index) : pixReadMem(dataOf(m_bytes), size)), m_width);
    }

private:
    const QByteArray &m_bytes;
    int m_pages;
    bool m_tiff;
    double m_width;
};

class PdfSource : public PageSource {
public:
    explicit PdfSource(std::unique_ptr<PdfFile> file)
        : m_file(std::move(file))
    {
    }
    int pages() const override { return m_file->pages(); }
    Result<PagePicture> page(int index) override
    {
        const PageImage image = m_file->image(index, PdfResolution);
        Picture picture(image.width > 0 ? pixCreate(image.width, image.height, 8) : nullptr);
        if (!picture)
            return damaged();
        for (int y = 0; y < image.height; ++y) {
            l_uint32 *line = pixGetData(picture.get()) + qsizetype(y) * pixGetWpl(picture.get());
            for (int x = 0; x < image.width; ++x)
                SET_DATA_BYTE(line, x, image.at(x, y));
        }
        return PagePicture{std::move(picture), image.scale * 72};
    }

private:
    std::unique_ptr<PdfFile> m_file;
};

} // namespace

Result<std::unique_ptr<PageSource>> PageSource::open(const QByteArray &bytes, double shown)
{
    setMsgSeverity(L_SEVERITY_NONE);
    if (bytes.left(1024).contains("%PDF-")) {
        auto file = PdfFile::open(bytes);
        if (!file)
            return file.error();
        if ((*file)->pages() > MaxPages)
            return Error{u"too-large"_s, u"扫描件有 %1 页，超过 %2 页的不识别。"_s.arg((*file)->pages()).arg(MaxPages)};
        return std::unique_ptr<PageSource>(new PdfSource(std::move(*file)));
    }
    const auto size = size_t(bytes.size());
    l_int32 format = 0;
    l_int32 width = 0;
    l_int32 height = 0;
    int pages = 1;
    if (pixReadHeaderMem(dataOf(bytes), size, &format, &width, &height, nullptr, nullptr, nullptr) != 0 || width <= 0 || height <= 0)
        return damaged();
    const bool tiff = bytes.startsWith("II*") || bytes.startsWith("MM");
    if (tiff) {
        l_int32 count = 0;
        FILE *file = fmemopen(const_cast<char *>(bytes.constData()), size, "r"); // read only
        if (file && tiffGetCount(file, &count) == 0)
            pages = std::max(1, count);
        if (file)
            fclose(file);
    }
    if (pages > MaxPages)
        return Error{u"too-large"_s, u"扫描件有 %1 页，超过 %2 页的不识别。"_s.arg(pages).arg(MaxPages)};
    for (int page = 0; tiff && page < pages; ++page) {
        l_int32 w = 0;
        l_int32 h = 0;
        if (readHeaderMemTiff(dataOf(bytes), size, page, &w, &h, nullptr, nullptr, nullptr, nullptr, nullptr) == 0
            && qint64(w) * h > qint64(width) * height) {
            width = w;
            height = h;
        }
    }
    if (qint64(width) * height > MaxPixels)
        return Error{u"too-large"_s, u"图片太大（%1×%2 像素），不识别。"_s.arg(width).arg(height)};
    return std::unique_ptr<PageSource>(new ImageSource(bytes, pages, tiff, shown));
}

} // namespace gouji::ocr
