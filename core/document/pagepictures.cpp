// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pagepictures.h"

#include "document/pdf/pdffile.h"

namespace gouji {

namespace {

class PdfPictures : public PagePictures {
public:
    explicit PdfPictures(PdfFile file)
        : m_file(std::move(file))
    {
    }
    PageImage page(int number, double dotsPerInch) override
    {
        if (number < 0 || number >= m_file.pages())
            return {};
        return m_file.image(number, dotsPerInch, PdfFile::For::People);
    }

private:
    PdfFile m_file;
};

} // namespace

std::unique_ptr<PagePictures> PagePictures::open(const QByteArray &bytes, const QString &kind)
{
    if (kind != QLatin1StringView("pdf"))
        return nullptr;
    auto file = PdfFile::open(bytes);
    return file ? std::make_unique<PdfPictures>(std::move(*file)) : nullptr;
}

} // namespace gouji
