// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pages/laidoutpages.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

// Points, as on paper.
constexpr double PageWidth = 595;
constexpr double PageHeight = 842;
constexpr double Margin = 45;
constexpr double FontSize = 9.5;
constexpr double Leading = 1.35; // of a line
constexpr double Pad = 3; // around the text of a cell
constexpr double NarrowestColumn = 26;
constexpr double WidestLabel = 150;
constexpr qsizetype MostText = 300'000; // characters
constexpr qsizetype MostCells = 20'000;
constexpr int MostNested = 12;

struct Fragment {
    TextRange range;
    QRectF box;
    double baseline = 0;
    QString text;
};

QFont pageFont()
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(100); // measured large, so that widths grow evenly with the zoom
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}
constexpr double Unit = FontSize / 100;

/// Everything laid out on one endless page, and where it may be cut.
class Layouter {
public:
    explicit Layouter(const SourceDocument &document)
        : m_document(document)
        , m_font(pageFont())
        , m_metrics(m_font)
    {
    }

    void run(double width)
    {
        m_width = width;
        m_bottom = flow({0, m_document.text.size()}, 0, width, 0, false, 0);
    }

    std::vector<Fragment> fragments;
    std::vector<QRectF> frames;
    std::vector<double> cuts; ///< between lines and rows that belong to no cell

    double bottom() const { return m_bottom; }
    double lineHeight() const { return FontSize * Leading; }

private:
    const SourceTable *tableAt(qsizetype from, qsizetype to, const SourceTable *outer) const
    {
        const SourceTable *found = nullptr;
        for (const SourceTable &t : m_document.tables) {
            if (&t == outer || t.range.begin < from || t.range.end > to || t.cells.isEmpty())
                continue;
            // Of tables that begin at one place the outer one stands first.
            if (outer && t.range.begin <= outer->range.begin && t.range.end >= outer->range.end)
                continue;
            if (!found || t.range.begin < found->range.begin)
                found = &t;
        }
        return found;
    }

    /// Text and tables of a range, below each other; the bottom.
    double flow(TextRange range, double left, double right, double top, bool inCell, int nesting, const SourceTable *outer = nullptr)
    {
        qsizetype at = range.begin;
        while (at < range.end) {
            const SourceTable *table = nesting < MostNested ? tableAt(at, range.end, outer) : nullptr;
            const qsizetype until = table ? table->range.begin : range.end;
            top = paragraphs({at, until}, left, right, top, inCell, range.begin == at && until == range.end);
            if (!table)
                break;
            top = grid(*table, left, right, top + (inCell ? 0 : Pad), inCell, nesting) + (inCell ? 0 : 2 * Pad);
            at = std::max(table->range.end, at + 1);
            if (at < range.end && m_document.text[at] == u'\n')
                ++at;
        }
        return top;
    }

    double paragraphs(TextRange range, double left, double right, double top, bool inCell, bool alone)
    {
        qsizetype at = range.begin;
        while (at < range.end) {
            qsizetype end = m_document.text.indexOf(u'\n', at);
            end = end < 0 || end > range.end ? range.end : end;
            const bool centred = inCell && alone && end - at < 40;
            top = lines({at, end}, left, right, top, inCell, centred);
            at = end + 1;
        }
        return top;
    }

    double lines(TextRange range, double left, double right, double top, bool inCell, bool centred)
    {
        QString text = m_document.text.mid(range.begin, range.length());
        for (QChar &c : text)
            c = c == u'\t' || c.category() == QChar::Other_Control ? QChar(u' ') : c;
        if (text.trimmed().isEmpty())
            return inCell ? top : top + lineHeight() / 2;
        QTextLayout layout(text, m_font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setUseDesignMetrics(true);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(right - left, FontSize) / Unit);
            const double shift = centred ? std::max(0.0, (right - left - line.naturalTextWidth() * Unit) / 2) : 0;
            runs(line, text, range.begin, left + shift, top);
            top += lineHeight();
            if (!inCell)
                cuts.push_back(top);
        }
        layout.endLayout();
        return top;
    }

    /// Numbers apart from what stands around them, each with its box.
    void runs(const QTextLine &line, const QString &text, qsizetype offset, double left, double top)
    {
        const int begin = line.textStart();
        const int end = begin + line.textLength();
        const auto isNumber = [&](int i) { return text[i].isDigit() || (text[i] == u'.' && i > begin && text[i - 1].isDigit()); };
        for (int from = begin; from < end;) {
            int to = from + 1;
            while (to < end && isNumber(to) == isNumber(from))
                ++to;
            const double x = left + line.cursorToX(from) * Unit;
            const QRectF box(x, top, left + line.cursorToX(to) * Unit - x, lineHeight());
            const double baseline = top + (lineHeight() - m_metrics.height() * Unit) / 2 + m_metrics.ascent() * Unit;
            fragments.push_back({{offset + from, offset + to}, box, baseline, text.mid(from, to - from)});
            from = to;
        }
    }

    double naturalWidth(const SourceTableCell &cell) const
    {
        double widest = 0;
        for (const QStringView line : m_document.at(cell.text).tokenize(u'\n'))
            widest = std::max(widest, m_metrics.horizontalAdvance(line.left(80).toString()) * Unit);
        return widest + 2 * Pad;
    }

    /// As wide as their words want to be, as far as there is room; what is left over goes to all alike.
    std::vector<double> columnEdges(const SourceTable &table, int columns, double left, double right) const
    {
        // A cell of several lines holds what the page is laid out with; a column beside it in which nothing stands was a menu.
        const auto isLayout = [this](const SourceTableCell &c) { return m_document.at(c.text).contains(u'\n'); };
        const bool layout = std::any_of(table.cells.begin(), table.cells.end(), isLayout);
        std::vector<double> wanted(size_t(columns), layout ? 2 * Pad : NarrowestColumn);
        for (const SourceTableCell &c : table.cells) {
            if (c.columnSpan == 1 && (!layout || c.text.length() > 0))
                wanted[size_t(c.column)]
                    = std::max(wanted[size_t(c.column)], std::min(naturalWidth(c), isLayout(c) ? right - left : WidestLabel));
        }
        double sum = 0;
        for (const double w : wanted)
            sum += w;
        const double room = right - left;
        const double least = layout ? 0 : columns * NarrowestColumn;
        std::vector<double> edges{left};
        for (const double w : wanted) {
            const double width = sum <= room ? w + (layout ? w / sum : 1.0 / columns) * (room - sum)
                : least >= room              ? room / columns
                                             : least / columns + (w - least / columns) * (room - least) / (sum - least);
            edges.push_back(edges.back() + width);
        }
        return edges;
    }

    double grid(const SourceTable &table, double left, double right, double top, bool inCell, int nesting)
    {
        int columns = 0;
        int rows = 0;
        for (const SourceTableCell &c : table.cells) {
            columns = std::max(columns, c.column + c.columnSpan);
            rows = std::max(rows, c.row + c.rowSpan);
        }
        rows = std::min(rows, int(MostCells));
        const std::vector<double> edges = columnEdges(table, columns, left, right);
        std::vector<double> bottoms(size_t(rows), 0);
        struct Laid {
            const SourceTableCell *cell;
            size_t firstFragment, endFragment, firstFrame, endFrame;
            double height;
        };
        std::vector<Laid> laid;
        for (const SourceTableCell &c : table.cells) { // each at the top, for its height
            Laid l{&c, fragments.size(), 0, frames.size(), 0, 0};
            l.height
                = flow(c.text, edges[size_t(c.column)] + Pad, edges[size_t(c.column + c.columnSpan)] - Pad, Pad, true, nesting + 1, &table)
                + Pad;
            l.height = std::max(l.height, lineHeight() + 2 * Pad);
            l.endFragment = fragments.size();
            l.endFrame = frames.size();
            laid.push_back(l);
        }
        double at = top;
        for (int row = 0; row < rows; ++row) {
            double height = lineHeight() / 2;
            for (const Laid &l : laid) {
                if (l.cell->row + std::min(l.cell->rowSpan, rows - l.cell->row) - 1 != row)
                    continue;
                const double begun = l.cell->row == row ? at : l.cell->row == 0 ? top : bottoms[size_t(l.cell->row - 1)];
                height = std::max(height, begun + l.height - at);
            }
            at = bottoms[size_t(row)] = at + height;
            if (!inCell)
                cuts.push_back(at);
        }
        for (const Laid &l : laid) {
            const SourceTableCell &c = *l.cell;
            const double y = c.row == 0 ? top : bottoms[size_t(c.row - 1)];
            const double bottom = bottoms[size_t(std::min(c.row + c.rowSpan, rows) - 1)];
            const double shift = y + std::max(0.0, (bottom - y - l.height) / 2);
            for (size_t i = l.firstFragment; i < l.endFragment; ++i) {
                fragments[i].box.translate(0, shift);
                fragments[i].baseline += shift;
            }
            for (size_t i = l.firstFrame; i < l.endFrame; ++i)
                frames[i].translate(0, shift);
            const QRectF frame(QPointF(edges[size_t(c.column)], y), QPointF(edges[size_t(c.column + c.columnSpan)], bottom));
            frames.push_back(frame);
            if (l.firstFragment == l.endFragment)
                fragments.push_back({{c.text.begin, c.text.begin}, frame.adjusted(2, 2, -2, -2), 0, {}});
        }
        return at;
    }

    const SourceDocument &m_document;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_width = 0;
    double m_bottom = 0;
};

class LaidOutFile : public PagePictures {
public:
    LaidOutFile(Layouter layouter, std::vector<double> tops, QSizeF size)
        : m_fragments(std::move(layouter.fragments))
        , m_frames(std::move(layouter.frames))
        , m_tops(std::move(tops))
        , m_size(size)
    {
    }
    PageImage page(int number, double dotsPerInch) override
    {
        const double scale = std::min(dotsPerInch / 72, 8.0);
        const QSize size = (m_size * scale).toSize();
        if (number < 0 || size_t(number) + 1 >= m_tops.size() || size.isEmpty())
            return {};
        QImage image(size, QImage::Format_RGB888);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        const double top = m_tops[size_t(number)];
        const double bottom = m_tops[size_t(number) + 1];
        painter.setClipRect(QRectF(0, Margin - 0.5, m_size.width(), bottom - top + 1));
        painter.translate(Margin, Margin - top);
        const auto shows = [&](const QRectF &r) { return r.bottom() >= top && r.top() <= bottom; };
        painter.setPen(QPen(QColor(120, 120, 120), 0.6));
        for (const QRectF &frame : m_frames) {
            if (shows(frame))
                painter.drawRect(frame);
        }
        painter.setPen(Qt::black);
        painter.setFont(pageFont());
        for (const Fragment &f : m_fragments) {
            if (!shows(f.box) || f.text.isEmpty())
                continue;
            painter.save();
            painter.translate(f.box.left(), f.baseline);
            painter.scale(Unit, Unit);
            painter.drawText(QPointF(), f.text);
            painter.restore();
        }
        painter.end();
        PageImage out{size.width(), size.height(), scale, 3, {}};
        for (int y = 0; y < size.height(); ++y)
            out.pixels.append(reinterpret_cast<const char *>(image.constScanLine(y)), qsizetype(size.width()) * 3);
        return out;
    }

private:
    std::vector<Fragment> m_fragments;
    std::vector<QRectF> m_frames;
    std::vector<double> m_tops; ///< of the pages on the endless one; the last is where it ends
    QSizeF m_size;
};

/// Where pages begin: as much as fits, cut between rows and lines.
std::vector<double> pageTops(const Layouter &layouter)
{
    constexpr double Room = PageHeight - 2 * Margin;
    std::vector<double> tops{0};
    while (layouter.bottom() - tops.back() > Room) {
        const double most = tops.back() + Room;
        const auto behind = std::upper_bound(layouter.cuts.begin(), layouter.cuts.end(), most);
        const double cut = behind == layouter.cuts.begin() ? most : *std::prev(behind);
        tops.push_back(cut > tops.back() + Room / 4 ? cut : most);
    }
    tops.push_back(layouter.bottom());
    return tops;
}

} // namespace

ShownPages layOut(const SourceDocument &document)
{
    qsizetype cells = 0;
    int columns = 0;
    for (const SourceTable &t : document.tables) {
        cells += t.cells.size();
        for (const SourceTableCell &c : t.cells)
            columns = std::max(columns, c.column + c.columnSpan);
    }
    if (cells < 2 || cells > MostCells || columns > 200 || document.text.size() > MostText)
        return {};
    const double width = std::max(PageWidth - 2 * Margin, columns * 1.2 * NarrowestColumn);
    Layouter layouter(document);
    layouter.run(width);
    std::sort(layouter.cuts.begin(), layouter.cuts.end());
    std::vector<double> tops = pageTops(layouter);
    const QSizeF size(width + 2 * Margin, PageHeight);
    ShownPages out{document, nullptr};
    out.document.boxes.clear();
    for (size_t p = 0; p + 1 < tops.size(); ++p)
        out.document.pages << SourcePage{{}, size};
    for (const Fragment &f : layouter.fragments) {
        const auto behind = std::upper_bound(tops.begin() + 1, tops.end() - 1, f.box.center().y());
        const size_t page = size_t(behind - tops.begin()) - 1;
        out.document.boxes << SourceBox{f.range, int(page), f.box.translated(Margin, Margin - tops[page])};
    }
    std::stable_sort(out.document.boxes.begin(), out.document.boxes.end(),
        [](const SourceBox &a, const SourceBox &b) { return std::pair(a.text.begin, a.text.end) < std::pair(b.text.begin, b.text.end); });
    out.pictures = std::make_unique<LaidOutFile>(std::move(layouter), std::move(tops), size);
    return out;
}

} // namespace gouji
