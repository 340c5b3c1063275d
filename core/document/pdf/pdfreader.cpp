// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf/pdfreader.h"

#include "document/page/pagewriter.h"
#include "document/pdf/pdffile.h"
#include "document/scan/scanreader.h"
#include "document/pdf/pdflines.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxMilliseconds = 60'000; ///< looked at between pages
constexpr size_t MaxWords = 2'000'000;
constexpr size_t MaxWordsBetweenRules = 20'000; ///< of one page
constexpr double RulingResolution = 54; ///< dots an inch: rows are 8 points high at least

bool isNumber(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || c == u'.' || c == u','; });
}

/// Shades tell of cells where each number has one. Where every other row is shaded, or a row as a whole, they tell nothing: numbers
/// stand between them, or beside each other in one.
bool holdsRows(const std::vector<PageGrid> &grids, const std::vector<PageWord> &words)
{
    constexpr double Stray = 0.2; // of the numbers
    QRectF all;
    for (const PageGrid &grid : grids)
        all |= grid.box();
    std::vector<QRectF> numbers;
    for (const PageWord &word : words) {
        if (isNumber(word.text) && all.contains(word.box.center()))
            numbers.push_back(word.box);
    }
    size_t held = 0;
    size_t beside = 0;
    for (const PageGrid &grid : grids) {
        for (const PageGrid::Cell &cell : grid.cells) {
            std::vector<QRectF> inCell;
            for (const QRectF &number : numbers) {
                if (!cell.box.contains(number.center()))
                    continue;
                ++held;
                beside += std::any_of(inCell.begin(), inCell.end(),
                    [&](const QRectF &other) { return std::abs(other.center().y() - number.center().y()) < other.height() / 2; });
                inCell.push_back(number);
            }
        }
    }
    return double(numbers.size() - std::min(held, numbers.size()) + beside) <= Stray * double(numbers.size());
}

/// One PDF being read, page by page.
class PageReader {
public:
    PageReader(PdfFile &file, const QByteArray &bytes)
        : m_file(file)
        , m_drawn(PdfLines::open(bytes))
    {
    }

    PageContent read(int page)
    {
        PdfLines::Page drawn = m_drawn->page(page, 0);
        m_isBomb = drawn.isBomb;
        m_isDamaged = m_isDamaged || !drawn.isTaken;
        if (m_isBomb || !drawn.isTaken)
            return {};
        PageText text = m_file.text(page);
        m_words += text.words.size();
        if (const int turns = m_file.turns(page); turns != 0)
            drawn = m_drawn->page(page, turns);
        // What some program recognised in a scan and laid behind it is not what the page says.
        if (drawn.hidesText)
            text.words.clear();
        if (drawn.hidesText || (text.words.empty() && !drawn.complete))
            m_scans << page;
        m_readable = m_readable || !text.words.empty();
        PageContent content;
        content.size = text.size;
        std::vector<PageLine> lines = linesOf(text.words, page);
        if (text.words.size() <= MaxWordsBetweenRules && std::any_of(lines.begin(), lines.end(), hasColumns)) {
            for (const PageGrid &grid : grids(page, text, std::move(drawn)))
                content.tables.push_back(tableOf(grid, text.words, page));
            if (!content.tables.empty())
                lines = linesOf(std::move(text.words), page);
        }
        content.lines = std::move(lines);
        return content;
    }

    bool isOpen() const { return bool(m_drawn); } ///< where not, nothing tells what a page would take to be read
    bool isDamaged() const { return m_isDamaged || m_file.isDamaged(); }
    bool isBomb() const { return m_isBomb; } ///< the last page could not be read within any time
    size_t words() const { return m_words; }
    bool hasText() const { return m_readable; } ///< where not, every page is a picture or empty
    const QList<int> &scans() const { return m_scans; } ///< the pages, from 0, that are pictures

private:
    /// The rules of a page are looked for where words stand beside each other. A picture of the page costs more than all the
    /// rest, so it is asked only where something is painted that the file's operators do not tell.
    std::vector<PageGrid> grids(int page, const PageText &text, PdfLines::Page drawn)
    {
        dropStrokes(drawn.lines, text.words);
        // Shades lie behind words and cells alike; they tell of cells where nothing else does.
        std::vector<Ruling> lines;
        std::copy_if(drawn.lines.begin(), drawn.lines.end(), std::back_inserter(lines), [](const Ruling &line) { return !line.isEdge; });
        std::vector<PageGrid> grids = gridsOf(std::move(lines));
        if (grids.empty()) {
            grids = gridsOf(std::move(drawn.lines));
            if (!holdsRows(grids, text.words))
                return {};
        }
        if (drawn.complete || !grids.empty())
            return grids;
        return gridsOf(rulingsOf(m_file.image(page, RulingResolution), text.words));
    }

    PdfFile &m_file;
    std::unique_ptr<PdfLines> m_drawn;
    size_t m_words = 0;
    bool m_readable = false;
    bool m_isBomb = false;
    bool m_isDamaged = false;
    QList<int> m_scans;
};

/// 「2、3、5」, the first few.
QString namesOf(const QList<int> &pages)
{
    constexpr qsizetype Most = 10;
    QStringList names;
    for (qsizetype i = 0; i < std::min(Most, pages.size()); ++i)
        names << QString::number(pages[i] + 1);
    return names.join(u'、') + (pages.size() > Most ? u" 等"_s : QString());
}

/// What is known of recognised pages among others; of the others nothing.
struct ScannedPages {
    std::vector<std::vector<QRectF>> doubtful;
    std::vector<double> angles;
};

/// Puts what the pictures among the pages say in their places.
ScannedPages recogniseAmong(std::vector<PageContent> &pages, const QList<int> &scans, const ReaderInput &input, SourceDocument &document)
{
    ScannedPages out{std::vector<std::vector<QRectF>>(pages.size()), std::vector<double>(pages.size())};
    ScanLimits limits;
    limits.stop = input.stop;
    auto read = recogniseScan({}, input.bytes, {scans, 0}, limits);
    if (!read || read->size() != size_t(scans.size())) {
        document.notes << u"图像没有识别：%1"_s.arg(read ? u"页数不符。"_s : read.error().message);
        return out;
    }
    for (size_t i = 0; i < read->size(); ++i) {
        const int page = scans[qsizetype(i)];
        out.angles[size_t(page)] = (*read)[i].angle;
        pages[size_t(page)] = contentOf((*read)[i], page, out.doubtful[size_t(page)]);
    }
    document.unreadPictures = 0;
    document.recognised = true;
    document.notes << u"第 %1 页是图像（扫描件），由 Tesseract 识别，可能有误；没有等式能证实的数都标为存疑，请与图像核对。"_s.arg(
        namesOf(scans));
    return out;
}

} // namespace

Result<SourceDocument> readPdf(const ReaderInput &input)
{
    auto file = PdfFile::open(input.bytes);
    if (!file)
        return file.error();
    PageReader reader(**file, input.bytes);
    if (!reader.isOpen())
        return Error{u"unreadable"_s, u"PDF 文件已损坏，无法拆开；请重新下载或请对方重发。"_s};
    QElapsedTimer clock;
    clock.start();
    SourceDocument document;
    std::vector<PageContent> pages;
    for (int page = 0; page < (*file)->pages(); ++page) {
        pages.push_back(reader.read(page));
        if (reader.isBomb())
            return Error{u"too-large"_s, u"PDF 文件第 %1 页的内容层层嵌套，数量多得不合常理，不读取。"_s.arg(page + 1)};
        if (reader.words() > MaxWords)
            return Error{u"too-large"_s, u"PDF 文件里的文字太多，不读取。"_s};
        if (input.stop.isStopped())
            return Error{u"stopped"_s, u"读取已按要求停止。"_s};
        if (clock.elapsed() > MaxMilliseconds)
            return Error{u"timeout"_s, u"PDF 文件太复杂，%1 秒内没有读完。"_s.arg(MaxMilliseconds / 1000)};
    }
    if (!reader.hasText())
        return readScan(input);
    document.unreadPictures = int(reader.scans().size());
    ScannedPages scanned;
    if (input.recognise && document.unreadPictures > 0)
        scanned = recogniseAmong(pages, reader.scans(), input, document);
    if (!writePages(std::move(pages), document))
        return Error{u"too-large"_s, u"PDF 文件里的表格太大，不读取。"_s};
    if (document.recognised) {
        document.doubts = doubtsIn(document, scanned.doubtful);
        turnBack(document, scanned.angles);
    }
    if (document.unreadPictures > 0)
        document.notes << u"第 %1 页是图像（扫描件），没有读取，请与原件核对。"_s.arg(namesOf(reader.scans()));
    if (reader.isDamaged())
        document.notes << u"PDF 文件有损坏之处，可能没有读全，请与原件核对。"_s;
    return document;
}

} // namespace gouji
