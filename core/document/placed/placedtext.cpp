// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/placed/placedtext.h"

#include "document/cjkspacing.h"
#include "document/page/pagewriter.h"

#include <algorithm>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double SheetWidth = 595; // points: the shorter side of a sheet
constexpr double LargestSheet = 2400;
constexpr double Touching = 0.2; // of a character's height: no gap between the characters of a word
constexpr double Tall = 1.8; // times a character's width
constexpr double Usual = 1.2;
constexpr size_t MostWords = 5000; // of a page
constexpr size_t LeastRuns = 40; // a page with a few things laid over it is no list of places

double widthOf(QChar c) { return isChineseWide(c) || (c.unicode() >= 0x3000 && c.unicode() <= 0x303f) ? 2 : 1; }

/// The second goes on where the first ends: characters that were told one by one.
bool goesOn(const PageWord &word, const PageWord &next)
{
    const double height = std::min(word.box.height(), next.box.height());
    const double gap = next.box.left() - word.box.right();
    return std::abs(word.box.center().y() - next.box.center().y()) < height / 4 && std::abs(gap) < Touching * height;
}

/// How many lines follow each other downwards more than upwards.
int stepsDown(const std::vector<PageWord> &words)
{
    int steps = 0;
    for (size_t i = 1; i < words.size(); ++i) {
        const double step = words[i].box.center().y() - words[i - 1].box.center().y();
        const double line = words[i].box.height() / 2;
        steps += (step > line) - (step < -line);
    }
    return steps;
}

void place(PageWord &word, double factor, double foot)
{
    const auto turned = [&](const QRectF &box) {
        const double top = foot > 0 ? foot - box.bottom() : box.top();
        return QRectF(box.left() * factor, top * factor, box.width() * factor, box.height() * factor);
    };
    word.box = turned(word.box);
    // What lies off the sheet is kept, beside it.
    const double shift = std::clamp(word.box.left(), -LargestSheet, LargestSheet) - word.box.left();
    word.box.translate(shift, 0);
    for (PageWord::Span &unit : word.units)
        unit = {float(unit.left * factor + shift), float(unit.right * factor + shift)};
}

} // namespace

void PlacedText::beginPage(std::optional<QSizeF> size)
{
    if (size && (size->width() < 1 || size->height() < 1))
        size.reset();
    m_pages.push_back({size, {}});
}

void PlacedText::add(QStringView text, const QRectF &whole)
{
    if (m_pages.empty())
        beginPage(std::nullopt);
    std::vector<PageWord> &words = m_pages.back().words;
    double all = 0;
    for (const QChar c : text)
        all += widthOf(c);
    if (all == 0)
        return;
    QRectF box = whole;
    // Some tell all that a font may reach to, twice what a character takes; beside it other fonts look raised.
    if (const double size = 2 * box.width() / all; box.height() > Tall * size) {
        box.setTop(whole.center().y() - size * Usual / 2);
        box.setHeight(size * Usual);
    }
    double at = 0;
    bool apart = true;
    const size_t begin = words.size();
    for (const QChar c : text) {
        const double left = box.left() + box.width() * at / all;
        at += widthOf(c);
        const double right = box.left() + box.width() * at / all;
        if (c.isSpace()) {
            if (!apart && words.size() > begin)
                words.back().spaceAfter = true;
            apart = true;
            continue;
        }
        if (apart && words.size() < MostWords)
            words.push_back({{}, {left, box.top(), 0, box.height()}, {}, false});
        apart = false;
        PageWord &word = words.back();
        word.text += c;
        word.units.push_back({float(left), float(right)});
        word.box.setRight(right);
        ++m_characters;
    }
    m_runs += words.size() > begin;
    // Characters told one by one are words where they touch.
    if (begin > 0 && words.size() == begin + 1 && text.size() == 1 && goesOn(words[begin - 1], words[begin])) {
        PageWord &word = words[begin - 1];
        word.text += words[begin].text;
        word.units.push_back(words[begin].units.front());
        word.box.setRight(words[begin].box.right());
        words.pop_back();
    }
}

void PlacedText::addLine(QStringView text, QPointF corner, double fontSize)
{
    double all = 0;
    for (const QChar c : text)
        all += widthOf(c);
    add(text, QRectF(corner, QSizeF(all * fontSize / 2, fontSize)));
}

bool PlacedText::isDocument() const
{
    return m_runs >= LeastRuns
        && std::all_of(m_pages.begin(), m_pages.end(), [](const Page &page) { return page.words.size() < MostWords; });
}

Result<SourceDocument> PlacedText::document()
{
    // Files that count from a page's foot tell the first lines with the largest numbers.
    int down = 0;
    for (const Page &page : m_pages)
        down += stepsDown(page.words);
    std::vector<PageContent> contents;
    for (Page &page : m_pages) {
        QRectF around;
        for (const PageWord &word : page.words)
            around = around.united(word.box);
        const QSizeF size = page.size.value_or(QSizeF(around.right() + around.left(), around.bottom() + around.top()));
        const auto [shorter, longer] = std::minmax({std::max(1.0, size.width()), std::max(1.0, size.height())});
        const double factor = std::min(SheetWidth / shorter, LargestSheet / longer);
        const double foot = down < 0 ? size.height() : 0;
        for (PageWord &word : page.words)
            place(word, factor, foot);
        contents.push_back(contentOf(PageText{size * factor, std::move(page.words)}, {}, int(contents.size())));
    }
    SourceDocument out;
    if (!writePages(std::move(contents), out))
        return Error{u"too-large"_s, u"文件里的表格太大，不读取。"_s};
    // The pages themselves are not in the file: there is nothing that places on them could be shown on.
    out.pages.clear();
    out.boxes.clear();
    return out;
}

} // namespace gouji
