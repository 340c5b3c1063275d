// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ofd/ofdreader.h"

#include "document/ofd/ofdfile.h"
#include "document/page/pagewriter.h"
#include "document/scan/scanreader.h"

#include <QElapsedTimer>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double MostOfPage = 0.3; // a picture as large as that is a scan of the page, where there are no words

const OfdContent::Picture *scanOn(const OfdContent &page)
{
    if (!page.words.empty() || page.pictures.empty())
        return nullptr;
    const auto area = [](const OfdContent::Picture &p) { return p.box.width() * p.box.height(); };
    const auto largest = std::max_element(page.pictures.begin(), page.pictures.end(),
        [&](const OfdContent::Picture &a, const OfdContent::Picture &b) { return area(a) < area(b); });
    return area(*largest) >= MostOfPage * page.size.width() * page.size.height() ? &*largest : nullptr;
}

/// What was recognised of a picture, where the picture stands on its page. One that lies on its side is the page.
void putInPlace(ScanPage &scan, const QRectF &box, QSizeF page)
{
    if (scan.turns != 0)
        return;
    scan.size = page;
    for (Ruling &r : scan.rulings) {
        const auto [along, across] = r.upright ? std::pair(box.y(), box.x()) : std::pair(box.x(), box.y());
        r.at += across;
        r.from += along;
        r.to += along;
    }
    for (ScanPage::Word &w : scan.words) {
        w.word.box.translate(box.topLeft());
        for (PageWord::Span &unit : w.word.units)
            unit = {unit.left + float(box.x()), unit.right + float(box.x())};
    }
}

class OfdReader {
public:
    OfdReader(OfdFile file, const ReaderInput &input)
        : m_file(std::move(file))
    {
        m_limits.stop = input.stop;
    }

    Result<SourceDocument> read(bool recognise)
    {
        const std::vector<OfdContent> &pages = m_file.pages();
        const bool hasText = std::any_of(pages.begin(), pages.end(), [](const OfdContent &page) { return !page.words.empty(); });
        SourceDocument document;
        for (const OfdContent &page : pages) {
            m_pictures += int(page.pictures.size());
            const OfdContent::Picture *scan = scanOn(page);
            m_doubtful.emplace_back();
            m_angles.push_back(0);
            if (scan && (recognise || !hasText)) {
                if (const auto done = this->recognise(page, *scan); done)
                    continue;
                else if (!hasText)
                    return done.error();
                else
                    m_failure = done.error().message;
            }
            m_unread += scan != nullptr;
            m_contents.push_back(contentOf({page.size, page.words}, page.strokes, int(m_contents.size())));
        }
        if (!hasText && m_recognised == 0 && m_pictures > 0)
            return Error{u"unsupported"_s, u"OFD 文件里没有文字，页面由 %1 张小图片拼成，不能识别。"_s.arg(m_pictures)};
        document.unreadPictures = m_unread;
        if (!writePages(std::move(m_contents), document))
            return Error{u"too-large"_s, u"OFD 文件里的表格太大，不读取。"_s};
        note(document);
        return document;
    }

private:
    Status recognise(const OfdContent &page, const OfdContent::Picture &picture)
    {
        if (m_limits.milliseconds <= 0)
            return Error{u"timeout"_s, u"文字识别的时间已经用完。"_s};
        QElapsedTimer clock;
        clock.start();
        auto scans = recogniseScan({}, m_file.pictureOf(picture), {{0}, picture.box.width()}, m_limits);
        m_limits.milliseconds -= int(clock.elapsed());
        if (!scans)
            return scans.error();
        if (scans->size() != 1)
            return Error{u"unreadable"_s, u"图片已损坏或不完整，无法读取。"_s};
        putInPlace((*scans)[0], picture.box, page.size);
        m_angles.back() = (*scans)[0].angle;
        m_contents.push_back(contentOf((*scans)[0], int(m_contents.size()), m_doubtful.back()));
        ++m_recognised;
        return Done{};
    }

    void note(SourceDocument &document) const
    {
        if (m_file.isSigned())
            document.notes << u"文件带有电子签章；本程序只读取文字，不验证签章。"_s;
        if (m_recognised > 0) {
            document.recognised = true;
            document.doubts = doubtsIn(document, m_doubtful);
            turnBack(document, m_angles);
            document.notes << u"有 %1 页是图像（扫描件），由 Tesseract 识别，可能有误；没有等式能证实的数都标为存疑，请与图像核对。"_s.arg(
                m_recognised);
        }
        if (!m_failure.isEmpty())
            document.notes << u"有的图像没有识别：%1"_s.arg(m_failure);
        if (m_pictures > m_recognised)
            document.notes << u"文件里有 %1 张图片，图片里的文字和表格没有读取。"_s.arg(m_pictures - m_recognised);
    }

    OfdFile m_file;
    ScanLimits m_limits; ///< what is left for the pages to come
    std::vector<PageContent> m_contents;
    std::vector<std::vector<QRectF>> m_doubtful; ///< of each page
    std::vector<double> m_angles;
    QString m_failure;
    int m_pictures = 0;
    int m_recognised = 0;
    int m_unread = 0;
};

} // namespace

Result<SourceDocument> readOfd(const ReaderInput &input)
{
    auto file = OfdFile::open(input.bytes);
    return file ? OfdReader(std::move(*file), input).read(input.recognise) : file.error();
}

} // namespace gouji
