// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/scan/insetpictures.h"

#include "document/page/pageblocks.h"
#include "document/page/pagewriter.h"

#include <QElapsedTimer>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LeastBytes = 2000; // a picture of a table is larger
constexpr QSizeF LeastSize(150, 25); // points
constexpr size_t MuchText = 30; // words

} // namespace

InsetPictures::InsetPictures(const StopFlag &stop) { m_limits.stop = stop; }

ReadPicture InsetPictures::reader(std::function<QByteArray(const QString &name)> bytesOf)
{
    return [this, bytesOf = std::move(bytesOf)](const QString &name, QSizeF shown) {
        if (m_seen.contains(name))
            return std::vector<Block>();
        m_seen.insert(name);
        return read(bytesOf(name), shown);
    };
}

std::vector<Block> InsetPictures::read(const QByteArray &bytes, QSizeF shown)
{
    const bool isSmall = !shown.isEmpty() && (shown.width() < LeastSize.width() || shown.height() < LeastSize.height());
    if (bytes.size() < LeastBytes || isSmall || m_tried >= MaxPictures || m_limits.milliseconds <= 0)
        return {};
    ++m_tried;
    QElapsedTimer clock;
    clock.start();
    auto pages = recogniseScan({}, bytes, {{}, shown.width()}, m_limits);
    m_limits.milliseconds -= int(clock.elapsed());
    if (!pages) {
        m_failure = pages.error().message;
        return {};
    }
    std::vector<PageContent> contents;
    std::vector<QRectF> doubtful;
    size_t words = 0;
    bool ruled = false;
    for (ScanPage &page : *pages) {
        words += page.words.size();
        contents.push_back(contentOf(page, int(m_doubtful.size()), doubtful));
        ruled = ruled || !contents.back().tables.empty();
    }
    if (!ruled && words < MuchText)
        return {};
    m_doubtful.push_back(std::move(doubtful));
    return blocksOfPages(std::move(contents));
}

void InsetPictures::finish(SourceDocument &document) const
{
    if (!m_doubtful.empty()) {
        document.recognised = true;
        document.doubts = doubtsIn(document, m_doubtful);
        document.boxes.clear();
        document.notes
            << u"正文里缺少表格，因此识别了文件里的 %1 张图片（Tesseract），可能有误；没有等式能证实的数都标为存疑，请与图片核对。"_s.arg(
                   m_doubtful.size());
    }
    if (!m_failure.isEmpty())
        document.notes << u"有的图片没有识别：%1"_s.arg(m_failure);
}

} // namespace gouji
