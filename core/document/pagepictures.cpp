// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pagepictures.h"

#include "document/pdf/pdffile.h"

namespace gouji {

namespace {

class PdfPictures : public PagePictures {
public:
    PdfPictures(std::unique_ptr<PdfFile> file, const QList<SourcePage> &pages)
        : m_file(std::move(file))
        , m_pages(pages)
    {
    }
    PageImage page(int number, double dotsPerInch) override
    {
        if (number < 0 || number >= m_file->pages())
            return {};
        return turnedBack(m_file->image(number, dotsPerInch, PdfFile::For::People), m_pages.value(number).turns);
    }

private:
    std::unique_ptr<PdfFile> m_file;
    QList<SourcePage> m_pages;
};

} // namespace

std::unique_ptr<PagePictures> PagePictures::open(const QByteArray &bytes, const SourceDocument &document)
{
    if (document.fileKind != QLatin1StringView("pdf"))
        return nullptr;
    auto file = PdfFile::open(bytes);
    return file ? std::make_unique<PdfPictures>(std::move(*file), document.pages) : nullptr;
}

} // namespace gouji
