// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/pagewords.h"

#include "document/page/pagegrid.h"

#include <algorithm>
#include <cmath>

namespace gouji::ocr {

using namespace Qt::StringLiterals;

namespace {

constexpr int Rim = 6; // pixels around a table that its outer lines may take
constexpr int Inset = 3; // pixels of a cell's rim that may belong to its lines
constexpr int HighestDigit = 70; // pixels: 17 points
constexpr int WidestNumber = 420; // twelve digits of that size
constexpr float SureEnough = 95;

// Tesseract misreads letters that are larger than those it has learned from: digits want to be 26 pixels high.
constexpr int DigitHeight = 26;
constexpr double TextScale = 0.7;
constexpr double Larger = 1.45;
constexpr int LineHeight = 36; // of a line of Chinese
constexpr int HighestLine = 190; // pixels: 45 points; what is higher is several lines
constexpr int LowestLine = 10; // what is lower is a stroke
constexpr int LeastGap = 4; // between lines; a character has narrower ones

QString withoutSpaces(const std::vector<Piece> &pieces)
{
    QString out;
    for (const Piece &piece : pieces)
        out += piece.text;
    return out;
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); })
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || c == u'.' || c == u'-'; });
}

/// Two cells in one.
bool mayBeTwo(QStringView number) { return number.size() > 1 && number[0] == u'0' && number[1] != u'.'; }

/// What people write where there is nothing.
bool isBlankMark(QStringView text) { return text == u"无" || text == u"/" || text == u"-" || text == u"—" || text == u"——"; }

/// The pieces of a line as words: what Tesseract parts between ideographs belongs together unless the gap is wide. All are
/// as high as the line: a digit is lower than an ideograph, and no mark of a note for that.
std::vector<Piece> wordsOf(const std::vector<Piece> &pieces)
{
    constexpr double WidestGap = 0.7; // of the height
    std::vector<Piece> out;
    for (auto begin = pieces.begin(); begin != pieces.end();) {
        auto end = std::find_if(begin, pieces.end(), [](const Piece &p) { return p.lineEnd; });
        end += end != pieces.end();
        QRect line;
        for (auto piece = begin; piece != end; ++piece)
            line |= piece->box;
        for (auto piece = begin; piece != end; ++piece) {
            Piece even = *piece;
            even.box = QRect(even.box.x(), line.y(), even.box.width(), line.height());
            const bool apart = piece == begin || even.box.x() - out.back().box.right() > WidestGap * line.height()
                || (out.back().text.back().unicode() < 0x80 && even.text.front().unicode() < 0x80);
            if (apart) {
                out.push_back(std::move(even));
                continue;
            }
            out.back().text += even.text;
            out.back().box |= even.box;
            out.back().units.insert(out.back().units.end(), even.units.begin(), even.units.end());
        }
        begin = end;
    }
    return out;
}

/// How sure Tesseract is of the whole, each character counting the same.
double surenessOf(const std::vector<Piece> &pieces)
{
    double sum = 0;
    qsizetype characters = 0;
    for (const Piece &piece : pieces) {
        sum += double(piece.confidence) * double(piece.text.size());
        characters += piece.text.size();
    }
    return characters > 0 ? sum / double(characters) : 0;
}

int ideographsIn(QStringView text)
{
    return int(std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x3400 && c.unicode() < 0xfb00; }));
}

/// A piece of the page as it is handed to Tesseract, and the way back.
struct Excerpt {
    Picture picture;
    QRect area; ///< on the page
    double scale = 1;
    int margin = 0;

    QRect onPage(const QRect &box) const
    {
        return {area.x() + int(std::lround((box.x() - margin) / scale)), area.y() + int(std::lround((box.y() - margin) / scale)),
            int(std::lround(box.width() / scale)), int(std::lround(box.height() / scale))};
    }
};

class PageWords {
public:
    PageWords(StraightPage page, Recogniser &recogniser)
        : m_page(std::move(page))
        , m_recogniser(recogniser)
    {
    }

    ScanPage read()
    {
        m_out.size = QSizeF(pixGetWidth(m_page.grey.get()), pixGetHeight(m_page.grey.get())) / m_page.scale;
        m_out.angle = m_page.angle;
        m_out.rulings = m_page.rulings;
        const std::vector<PageGrid> grids = gridsOf(m_page.rulings);
        for (const PageGrid &grid : grids)
            takeOutLines(pixels(grid.box()).adjusted(-Rim, -Rim, Rim, Rim) & whole());
        for (const PageGrid &grid : grids) {
            for (const PageGrid::Cell &cell : grid.cells)
                readCell(pixels(cell.box).adjusted(Inset, Inset, -Inset, -Inset));
            wipe(pixels(grid.box()).adjusted(-Rim, -Rim, Rim, Rim));
        }
        readRest();
        return std::move(m_out);
    }

private:
    QRect pixels(const QRectF &box) const
    {
        const double s = m_page.scale;
        return QRectF(box.x() * s, box.y() * s, box.width() * s, box.height() * s).toRect() & whole();
    }
    QRect whole() const { return {0, 0, pixGetWidth(m_page.grey.get()), pixGetHeight(m_page.grey.get())}; }

    static Picture cut(Pix *from, const QRect &area)
    {
        Box *box = boxCreate(area.x(), area.y(), area.width(), area.height());
        Picture out(box ? pixClipRectangle(from, box, nullptr) : nullptr);
        boxDestroy(&box);
        return out;
    }

    void takeOutLines(const QRect &area)
    {
        const Picture lines = cut(m_page.lines.get(), area);
        if (!lines)
            return;
        pixSetMaskedGeneral(m_page.grey.get(), lines.get(), 255, area.x(), area.y());
        pixRasterop(m_page.ink.get(), area.x(), area.y(), area.width(), area.height(), PIX_DST & PIX_NOT(PIX_SRC), lines.get(), 0, 0);
    }

    void wipe(const QRect &area)
    {
        const QRect inside = area & whole();
        Box *box = boxCreate(inside.x(), inside.y(), inside.width(), inside.height());
        if (box) {
            pixSetInRectArbitrary(m_page.grey.get(), box, 255);
            pixClearInRect(m_page.ink.get(), box);
        }
        boxDestroy(&box);
    }

    /// What is not white in an area, in pixels of the page.
    QRect inkIn(const QRect &area) const
    {
        if (area.width() < 4 || area.height() < 4)
            return {};
        const Picture ink = cut(m_page.ink.get(), area);
        Box *box = nullptr;
        QRect out;
        if (ink && pixClipToForeground(ink.get(), nullptr, &box) == 0 && box) {
            l_int32 x = 0;
            l_int32 y = 0;
            l_int32 w = 0;
            l_int32 h = 0;
            boxGetGeometry(box, &x, &y, &w, &h);
            out = QRect(area.x() + x, area.y() + y, w, h);
        }
        boxDestroy(&box);
        return out;
    }

    Excerpt excerpt(const QRect &area, double scale, int margin) const
    {
        Picture clip = cut(m_page.grey.get(), area);
        if (clip)
            clip.reset(pixScale(clip.get(), float(scale), float(scale)));
        return {Picture(clip && margin > 0 ? pixAddBorderGeneral(clip.get(), margin, margin, margin, margin, 255) : clip.release()), area,
            scale, margin};
    }

    void readCell(const QRect &area)
    {
        const QRect ink = inkIn(area);
        if (ink.isEmpty())
            return;
        const QRect tight = ink.adjusted(-2, -2, 2, 2) & area;
        const bool oneLine = ink.height() <= HighestDigit;
        const double scale = oneLine ? double(DigitHeight) / std::max(ink.height(), DigitHeight / 2) : TextScale;
        const Excerpt shown = excerpt(tight, scale, 10);
        if (!shown.picture)
            return addUnread(ink);
        const std::vector<Piece> text = m_recogniser.block(shown.picture.get());
        const QString free = withoutSpaces(text);
        if (!oneLine || ink.width() > WidestNumber || ideographsIn(free) > 1) {
            return addText(ink, text, shown);
        }
        const std::vector<Piece> digits = m_recogniser.number(shown.picture.get());
        const QString only = withoutSpaces(digits);
        if (isNumber(only) && only == free)
            return addNumber(only, ink, mayBeTwo(only));
        // Two ways do not agree: more are asked. What most of them say is shown, and stays open unless what reads digits says nothing
        // else in any size, and what reads Chinese says the same where it is asked for digits.
        std::vector<QString> said{only};
        std::vector<QString> chinese{free};
        for (const auto &[factor, margin] : {std::pair(1.15, 24), std::pair(0.9, 16), std::pair(1.35, 10)}) {
            const Excerpt other = excerpt(tight, scale * factor, margin);
            if (!other.picture)
                continue;
            said.push_back(withoutSpaces(m_recogniser.number(other.picture.get())));
            if (!isNumber(free))
                chinese.push_back(withoutSpaces(m_recogniser.chineseNumber(other.picture.get())));
        }
        const auto dropOthers = [](std::vector<QString> &v) {
            v.erase(std::remove_if(v.begin(), v.end(), [](const QString &s) { return !isNumber(s); }), v.end());
        };
        dropOthers(said);
        dropOthers(chinese);
        if (said.size() > 2 && !chinese.empty() && !mayBeTwo(said[0])
            && std::all_of(said.begin(), said.end(), [&](const QString &s) { return s == said[0]; })
            && std::all_of(chinese.begin(), chinese.end(), [&](const QString &s) { return s == said[0]; }))
            return addNumber(said[0], ink, false);
        if (isNumber(free))
            said.push_back(free);
        const auto times = [&](const QString &s) { return std::count(said.begin(), said.end(), s); };
        const auto most
            = std::max_element(said.begin(), said.end(), [&](const QString &a, const QString &b) { return times(a) < times(b); });
        if (most != said.end() && times(*most) > 1)
            addNumber(*most, ink, true);
        else if (isBlankMark(free))
            addNumber(free, ink, true);
        else
            addUnread(ink);
    }

    /// Wording; where it was not recognised well, it is looked at once more, larger.
    void addText(const QRect &ink, std::vector<Piece> text, const Excerpt &shown)
    {
        if (surenessOf(text) < SureEnough) {
            Excerpt larger = excerpt(shown.area, shown.scale * Larger, shown.margin);
            std::vector<Piece> again = larger.picture ? m_recogniser.block(larger.picture.get()) : std::vector<Piece>();
            if (surenessOf(again) > surenessOf(text)) {
                for (const Piece &piece : wordsOf(again))
                    add(piece, larger, false);
                return;
            }
        }
        if (text.empty())
            return addUnread(ink);
        for (const Piece &piece : wordsOf(text))
            add(piece, shown, false);
    }

    QRectF points(const QRect &box) const
    {
        const double s = m_page.scale;
        return {box.x() / s, box.y() / s, box.width() / s, box.height() / s};
    }

    void add(const Piece &piece, const Excerpt &excerpt, bool doubtful)
    {
        ScanPage::Word out;
        out.doubtful = doubtful || m_page.coarse;
        out.word.text = piece.text;
        out.word.box = points(excerpt.onPage(piece.box));
        for (const QRect &unit : piece.units) {
            const QRectF place = points(excerpt.onPage(unit));
            out.word.units.push_back({float(place.left()), float(place.right())});
        }
        m_out.words.push_back(std::move(out));
    }

    /// A number in one piece, however far its digits stand apart.
    void addNumber(const QString &text, const QRect &ink, bool doubtful)
    {
        Piece piece;
        piece.text = text;
        piece.box = ink;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const int from = ink.x() + int(ink.width() * i / text.size());
            const int to = ink.x() + int(ink.width() * (i + 1) / text.size());
            piece.units.emplace_back(from, ink.y(), to - from, ink.height());
        }
        add(piece, Excerpt(), doubtful);
    }

    void addUnread(const QRect &ink) { addNumber(u"?"_s, ink, true); }

    /// What stands beside the tables, line by line: a title is several times as large as what stands below it.
    void readRest()
    {
        for (const auto &[top, bottom] : bands()) {
            const QRect ink = inkIn(QRect(0, top, whole().width(), bottom - top));
            if (ink.height() < LowestLine)
                continue;
            const bool oneLine = ink.height() <= HighestLine;
            const Excerpt shown
                = excerpt(ink.adjusted(-2, -2, 2, 2) & whole(), oneLine ? double(LineHeight) / ink.height() : TextScale, 10);
            if (!shown.picture)
                continue;
            if (std::vector<Piece> text = m_recogniser.block(shown.picture.get()); !text.empty())
                addText(ink, std::move(text), shown);
        }
    }

    /// Rows of the picture that have ink, between others that have none.
    std::vector<std::pair<int, int>> bands() const
    {
        std::vector<std::pair<int, int>> out;
        Numa *counts = pixCountPixelsByRow(m_page.ink.get(), nullptr);
        for (int y = 0; counts && y < numaGetCount(counts); ++y) {
            l_int32 count = 0;
            numaGetIValue(counts, y, &count);
            if (count == 0)
                continue;
            if (!out.empty() && y - out.back().second < LeastGap)
                out.back().second = y + 1;
            else
                out.emplace_back(y, y + 1);
        }
        numaDestroy(&counts);
        return out;
    }

    StraightPage m_page;
    Recogniser &m_recogniser;
    ScanPage m_out;
};

} // namespace

ScanPage recognisePage(StraightPage page, Recogniser &recogniser) { return PageWords(std::move(page), recogniser).read(); }

} // namespace gouji::ocr
