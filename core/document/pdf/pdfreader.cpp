// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf/pdfreader.h"

#include "document/blockwriter.h"
#include "document/page/pageblocks.h"
#include "document/pdf/pdffile.h"
#include "document/pdf/pdflines.h"

#include <QElapsedTimer>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxMilliseconds = 60'000; ///< looked at between pages
constexpr size_t MaxWords = 2'000'000;
constexpr size_t MaxWordsBetweenRules = 20'000; ///< of one page
constexpr double RulingResolution = 54; ///< dots an inch: rows are 8 points high at least

/// The rules of a page are looked for where words stand beside each other. A picture of the page costs more than all the
/// rest, so it is asked only where something is painted that the file's operators do not tell.
std::vector<PageGrid> gridsOnPage(PdfFile &file, std::optional<PdfLines> &drawn, int page, const PageText &text)
{
    if (drawn) {
        PdfLines::Page found = drawn->page(page, file.turns(page));
        dropStrokes(found.lines, text.words);
        // Shades lie behind words and cells alike; they tell of cells where nothing else does.
        std::vector<Ruling> drawnLines;
        std::copy_if(
            found.lines.begin(), found.lines.end(), std::back_inserter(drawnLines), [](const Ruling &line) { return !line.isEdge; });
        std::vector<PageGrid> grids = gridsOf(std::move(drawnLines));
        if (grids.empty())
            grids = gridsOf(std::move(found.lines));
        if (found.complete || !grids.empty())
            return grids;
    }
    return gridsOf(rulingsOf(file.image(page, RulingResolution), text.words));
}

PageContent contentOf(PdfFile &file, std::optional<PdfLines> &drawn, int page, PageText text)
{
    PageContent content;
    content.size = text.size;
    std::vector<PageLine> lines = linesOf(text.words, page);
    if (text.words.size() <= MaxWordsBetweenRules && std::any_of(lines.begin(), lines.end(), hasColumns)) {
        for (const PageGrid &grid : gridsOnPage(file, drawn, page, text))
            content.tables.push_back(tableOf(grid, text.words, page));
        if (!content.tables.empty())
            lines = linesOf(std::move(text.words), page);
    }
    content.lines = std::move(lines);
    return content;
}

/// A page begins with the first of its words; a row that two pages share counts to the first.
void findPages(SourceDocument &document)
{
    qsizetype end = document.text.size();
    std::vector<qsizetype> begins(size_t(document.pages.size()), end);
    for (const SourceBox &box : document.boxes)
        begins[size_t(box.page)] = std::min(begins[size_t(box.page)], box.text.begin);
    for (qsizetype page = document.pages.size(); page-- > 0;) {
        const qsizetype begin = page == 0 ? 0 : std::min(begins[size_t(page)], end);
        document.pages[page].text = {begin, end};
        end = begin;
    }
}

} // namespace

Result<SourceDocument> readPdf(const ReaderInput &input)
{
    auto file = PdfFile::open(input.bytes);
    if (!file)
        return file.error();
    std::optional<PdfLines> drawn = PdfLines::open(input.bytes);
    QElapsedTimer clock;
    clock.start();
    SourceDocument document;
    std::vector<PageContent> pages;
    size_t words = 0;
    for (int page = 0; page < file->pages(); ++page) {
        PageText text = file->text(page);
        words += text.words.size();
        if (words > MaxWords)
            return Error{u"too-large"_s, u"PDF 文件里的文字太多，不读取。"_s};
        if (clock.elapsed() > MaxMilliseconds)
            return Error{u"timeout"_s, u"PDF 文件太复杂，%1 秒内没有读完。"_s.arg(MaxMilliseconds / 1000)};
        pages.push_back(contentOf(*file, drawn, page, std::move(text)));
        document.pages << SourcePage{{}, pages.back().size};
    }
    if (words == 0)
        return Error{u"unsupported"_s, u"PDF 文件的 %1 页都是图像（扫描件），没有文字，本版本还不能识别。"_s.arg(file->pages())};
    std::vector<Block> blocks = blocksOfPages(std::move(pages));
    if (!writeBlocks(blocks, document))
        return Error{u"too-large"_s, u"PDF 文件里的表格太大，不读取。"_s};
    findPages(document);
    if (file->isDamaged())
        document.notes << u"PDF 文件有损坏之处，可能没有读全，请与原件核对。"_s;
    return document;
}

} // namespace gouji
