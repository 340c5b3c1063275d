// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf/pdfreader.h"

#include "document/page/pagelines.h"
#include "document/pdf/pdffile.h"

#include <QElapsedTimer>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxMilliseconds = 60'000; ///< looked at between pages
constexpr size_t MaxWords = 2'000'000;

} // namespace

Result<SourceDocument> readPdf(const ReaderInput &input)
{
    auto file = PdfFile::open(input.bytes);
    if (!file)
        return file.error();
    QElapsedTimer clock;
    clock.start();
    std::vector<PageText> pages;
    size_t words = 0;
    for (int page = 0; page < file->pages(); ++page) {
        pages.push_back(file->text(page));
        words += pages.back().words.size();
        if (words > MaxWords)
            return Error{u"too-large"_s, u"PDF 文件里的文字太多，不读取。"_s};
        if (clock.elapsed() > MaxMilliseconds)
            return Error{u"timeout"_s, u"PDF 文件太复杂，%1 秒内没有读完。"_s.arg(MaxMilliseconds / 1000)};
    }
    if (words == 0)
        return Error{u"unsupported"_s, u"PDF 文件的 %1 页都是图像（扫描件），没有文字，本版本还不能识别。"_s.arg(file->pages())};

    SourceDocument document;
    for (PageText &page : pages) {
        const qsizetype begin = document.text.size();
        const double unit = usualSize(page.words) / 2;
        for (const PageLine &line : linesOf(std::move(page.words))) {
            const LineText text = textOf(line, 0, unit);
            for (size_t i = 0; i < line.words.size(); ++i) {
                const qsizetype at = document.text.size() + text.begins[i];
                document.boxes << SourceBox{{at, at + line.words[i].text.size()}, int(document.pages.size()), line.words[i].box};
            }
            document.text += text.text + u'\n';
        }
        document.pages << SourcePage{{begin, document.text.size()}, page.size};
    }
    if (file->isDamaged())
        document.notes << u"PDF 文件有损坏之处，可能没有读全，请与原件核对。"_s;
    return document;
}

} // namespace gouji
