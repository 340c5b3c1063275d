// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/rulings.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace gouji {

namespace {

constexpr double ShortestLine = 8; // points; no row and no column is narrower
constexpr double WidestGap = 2.7; // between the dots of a dotted line
constexpr double Reach = 4; // how far from a line, across it, the paper is another
constexpr int Contrast = 12; // of 255
constexpr double InCharacters = 0.6; // a line that lies so much within characters is a stroke of one
constexpr size_t MostLines = 20000;

/// Runs of inked pixels along one direction, fed one row or column of pixels after the other.
class Runs {
public:
    Runs(const PageImage &image, bool upright, std::vector<Ruling> &out)
        : m_shortest(int(std::floor(ShortestLine * image.scale)))
        , m_gap(std::max(1, int(std::lround(WidestGap * image.scale))))
        , m_scale(image.scale)
        , m_upright(upright)
        , m_out(out)
    {
    }

    struct State {
        int from = -1;
        int last = -1;
        int inked = 0;
    };

    void ink(State &s, int at, int along)
    {
        if (s.from >= 0 && along - s.last - 1 > m_gap)
            end(s, at);
        if (s.from < 0)
            s = {along, along, 0};
        s.last = along;
        ++s.inked;
    }

    void end(State &s, int at)
    {
        const int length = s.last - s.from + 1;
        if (s.from >= 0 && length >= m_shortest && s.inked * 2 >= length && m_out.size() <= MostLines)
            m_out.push_back({m_upright, (at + 0.5) / m_scale, s.from / m_scale, (s.last + 1) / m_scale});
        s = {};
    }

private:
    int m_shortest;
    int m_gap;
    double m_scale;
    bool m_upright;
    std::vector<Ruling> &m_out;
};

/// Darker than the paper on one side of it.
bool isInk(uchar here, uchar before, uchar behind) { return here + Contrast <= std::max(before, behind); }

void findLevel(const PageImage &image, std::vector<Ruling> &out)
{
    const int reach = std::max(2, int(std::lround(Reach * image.scale)));
    const std::vector<uchar> white(size_t(image.width), 255);
    Runs runs(image, false, out);
    for (int y = 0; y < image.height; ++y) {
        const uchar *here = image.row(y);
        const uchar *above = y < reach ? white.data() : image.row(y - reach);
        const uchar *below = y + reach >= image.height ? white.data() : image.row(y + reach);
        Runs::State state;
        for (int x = 0; x < image.width; ++x) {
            if (here[x] <= 255 - Contrast && isInk(here[x], above[x], below[x]))
                runs.ink(state, y, x);
        }
        runs.end(state, y);
    }
}

void findUpright(const PageImage &image, std::vector<Ruling> &out)
{
    const int reach = std::max(2, int(std::lround(Reach * image.scale)));
    Runs runs(image, true, out);
    std::vector<Runs::State> states(size_t(image.width));
    for (int y = 0; y < image.height; ++y) {
        const uchar *row = image.row(y);
        for (int x = 0; x < image.width; ++x) {
            if (row[x] > 255 - Contrast)
                continue;
            const uchar left = x < reach ? 255 : row[x - reach];
            const uchar right = x + reach >= image.width ? 255 : row[x + reach];
            if (isInk(row[x], left, right))
                runs.ink(states[size_t(x)], x, y);
        }
    }
    for (int x = 0; x < image.width; ++x)
        runs.end(states[size_t(x)], x);
}

double common(double a, double b, double c, double d) { return std::max(0.0, std::min(b, d) - std::max(a, c)); }

/// Characters fill most of the height that their font gives them; in the rest, a long line may lie.
bool isStroke(const Ruling &line, const std::vector<PageWord> &words)
{
    constexpr double Rim = 0.15;
    const double length = line.to - line.from;
    double inside = 0;
    for (const PageWord &word : words) {
        const QRectF &box = word.box;
        const double rim = length < 1.5 * box.height() ? 0 : box.height() * Rim;
        if (line.upright && line.at > box.left() && line.at < box.right())
            inside += common(line.from, line.to, box.top() + rim, box.bottom() - rim);
        else if (!line.upright && line.at > box.top() + rim && line.at < box.bottom() - rim)
            inside += common(line.from, line.to, box.left(), box.right());
    }
    return inside > InCharacters * length;
}

} // namespace

std::vector<Ruling> rulingsOf(const PageImage &image, const std::vector<PageWord> &words)
{
    std::vector<Ruling> lines;
    findLevel(image, lines);
    findUpright(image, lines);
    if (lines.size() > MostLines)
        return {};
    dropStrokes(lines, words);
    return lines;
}

void dropStrokes(std::vector<Ruling> &lines, const std::vector<PageWord> &words)
{
    lines.erase(std::remove_if(lines.begin(), lines.end(), [&](const Ruling &line) { return isStroke(line, words); }), lines.end());
}

} // namespace gouji
