// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf/pdffile.h"

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// The library has one place for complaints, for all files and threads; those of this thread are counted here.
thread_local int complaints = 0;

void listenToComplaints()
{
    static const bool listening = [] {
        poppler::set_debug_error_function(
            [](const std::string &message, void *) {
                static constexpr const char *Broken[] = {"xref", "nd of file", "trailer", "stream", "ictionary", "page tree", "Page count"};
                complaints += std::any_of(
                    std::begin(Broken), std::end(Broken), [&](const char *word) { return message.find(word) != std::string::npos; });
            },
            nullptr);
        return true;
    }();
    Q_UNUSED(listening);
}

/// `rect` on a page of `size` that is turned back by so many quarter turns clockwise.
QRectF turnedBack(const QRectF &rect, QSizeF size, int turns)
{
    switch (turns) {
    case 1:
        return {rect.y(), size.width() - rect.right(), rect.height(), rect.width()};
    case 2:
        return {size.width() - rect.right(), size.height() - rect.bottom(), rect.width(), rect.height()};
    case 3:
        return {size.height() - rect.bottom(), rect.x(), rect.height(), rect.width()};
    default:
        return rect;
    }
}

QSizeF turnedBack(QSizeF size, int turns) { return turns % 2 ? size.transposed() : size; }

QRectF toRect(const poppler::rectf &r) { return {r.x(), r.y(), r.width(), r.height()}; }

QString toString(const poppler::ustring &text)
{
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(text.data()), qsizetype(text.size()));
}

/// The way most of the characters lie, in quarter turns clockwise.
int turnsOf(const std::vector<poppler::text_box> &boxes)
{
    std::array<qsizetype, 4> count{};
    for (const poppler::text_box &box : boxes)
        count[size_t(box.rotation() & 3)] += qsizetype(box.text().size());
    const auto most = std::max_element(count.begin(), count.end());
    return int(most - count.begin());
}

PageWord wordOf(const poppler::text_box &box, QSizeF size, int turns)
{
    PageWord word;
    word.text = toString(box.text());
    word.box = turnedBack(toRect(box.bbox()), size, turns);
    word.spaceAfter = box.has_space_after();
    // A character of the text is one glyph, but for ligatures and characters beyond 16 bits.
    const qsizetype count = word.text.size();
    word.units.reserve(size_t(count));
    for (qsizetype unit = 0, glyph = 0; unit < count; ++unit) {
        QRectF place;
        if (!word.text[unit].isLowSurrogate())
            place = turnedBack(toRect(box.char_bbox(size_t(glyph++))), size, turns);
        if (place.isEmpty())
            word.units.push_back(word.units.empty() ? PageWord::Span{float(word.box.left()), float(word.box.left())} : word.units.back());
        else
            word.units.push_back({float(place.left()), float(place.right())});
    }
    return word;
}

/// No page is so large. What is not a number is not below the bound either.
bool isOnPaper(const PageWord &word)
{
    constexpr double Most = 1e5; // points
    const auto near = [](double x) { return std::abs(x) < Most; };
    return near(word.box.left()) && near(word.box.top()) && near(word.box.right()) && near(word.box.bottom())
        && std::all_of(word.units.begin(), word.units.end(),
            [&](const PageWord::Span &unit) { return near(double(unit.left)) && near(double(unit.right)); });
}

class PopplerFile final : public PdfFile {
public:
    PopplerFile(const QByteArray &bytes, std::unique_ptr<poppler::document> document, bool isDamaged)
        : m_bytes(bytes)
        , m_document(std::move(document))
        , m_turns(size_t(std::max(0, m_document->pages())), -1)
        , m_damaged(isDamaged)
    {
    }
    int pages() const override { return m_document->pages(); }
    PageText text(int page) override;
    PageImage image(int page, double dotsPerInch, For use) override;
    int turns(int page) override;
    bool isDamaged() const override { return m_damaged; }

private:
    QByteArray m_bytes;
    std::unique_ptr<poppler::document> m_document;
    std::vector<signed char> m_turns; ///< of each page, -1 where not known yet
    bool m_damaged;
};

Result<std::unique_ptr<PdfFile>> openFile(const QByteArray &bytes)
{
    listenToComplaints();
    complaints = 0;
    std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.constData(), int(bytes.size())));
    if (!document)
        return Error{u"unreadable"_s, u"PDF 文件已损坏，无法打开；请重新下载或请对方重发。"_s};
    if (document->is_locked())
        return Error{u"encrypted"_s, u"PDF 文件设有打开密码，无法读取；请先去掉密码。"_s};
    auto file = std::make_unique<PopplerFile>(bytes, std::move(document), complaints > 0);
    if (file->pages() == 0)
        return Error{u"unreadable"_s, u"PDF 文件里没有页面，文件可能已损坏。"_s};
    if (file->pages() > PdfFile::MaxPages)
        return Error{u"too-large"_s, u"PDF 文件有 %1 页，超过 %2 页的不读取。"_s.arg(file->pages()).arg(PdfFile::MaxPages)};
    return std::unique_ptr<PdfFile>(std::move(file));
}

PageText PopplerFile::text(int page)
{
    complaints = 0;
    PageText out;
    const std::unique_ptr<poppler::page> source(m_document->create_page(page));
    if (source) {
        const std::vector<poppler::text_box> boxes = source->text_list();
        const int turns = turnsOf(boxes);
        QSizeF size = toRect(source->page_rect()).size();
        const bool onItsSide = source->orientation() == poppler::page::landscape || source->orientation() == poppler::page::seascape;
        if (onItsSide)
            size.transpose();
        m_turns[size_t(page)] = static_cast<signed char>(turns);
        out.size = turnedBack(size, turns);
        out.words.reserve(boxes.size());
        for (const poppler::text_box &box : boxes) {
            PageWord word = wordOf(box, size, turns);
            if (isOnPaper(word))
                out.words.push_back(std::move(word));
        }
    }
    m_damaged = m_damaged || !source || complaints > 0;
    return out;
}

int PopplerFile::turns(int page)
{
    if (m_turns[size_t(page)] < 0)
        text(page);
    return std::max<int>(0, m_turns[size_t(page)]);
}

PageImage PopplerFile::image(int page, double dotsPerInch, For use)
{
    const int turns = this->turns(page);
    const std::unique_ptr<poppler::page> source(m_document->create_page(page));
    if (!source)
        return {};
    const poppler::rectf rect = source->page_rect();
    const double inches = rect.width() * rect.height() / (72.0 * 72.0);
    const double most = std::sqrt(MaxPixels / std::max(inches, 1e-6));
    const double dpi = std::min(dotsPerInch, most);
    poppler::page_renderer renderer;
    renderer.set_image_format(use == For::People ? poppler::image::format_rgb24 : poppler::image::format_gray8);
    if (use == For::People)
        renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
    const poppler::image picture = renderer.render_page(source.get(), dpi, dpi);
    if (!picture.is_valid())
        return {};
    PageImage out{picture.width(), picture.height(), dpi / 72, use == For::People ? 3 : 1, {}};
    const qsizetype line = qsizetype(out.width) * out.channels;
    out.pixels.reserve(line * out.height);
    for (int y = 0; y < out.height; ++y)
        out.pixels.append(picture.const_data() + qsizetype(y) * picture.bytes_per_row(), line);
    return turnedBack(out, turns);
}

} // namespace

} // namespace gouji

/// What PdfFile::open loads.
extern "C" Q_DECL_EXPORT void goujiOpenPdf(const QByteArray &bytes, gouji::Result<std::unique_ptr<gouji::PdfFile>> &out)
{
    out = gouji::openFile(bytes);
}
