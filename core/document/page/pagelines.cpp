// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/pagelines.h"

#include "document/cjkspacing.h"

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

constexpr double TouchingGap = 0.15; // of the height: no more than what lies between two letters

constexpr size_t MostAsked = 500; // no line has more words
constexpr double MostShifted = 0.7; // of the height two words on one line share at least
constexpr double Across = 0.3; // of the width: words that share so much stand one above the other

double overlap(const QRectF &a, const QRectF &b) { return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()); }

/// A digit that stands raised beside larger ones is a note's mark: 28¹ is not 281.
void markRaised(PageLine &line)
{
    static constexpr QStringView Raised = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    for (size_t i = 1; i < line.words.size(); ++i) {
        const QRectF &before = line.words[i - 1].box;
        PageWord &word = line.words[i];
        const bool raised = word.box.height() < before.height() * 0.8 && word.box.bottom() < before.bottom() - before.height() * 0.2;
        if (!raised)
            continue;
        for (QChar &c : word.text) {
            if (c.digitValue() >= 0)
                c = Raised[c.digitValue()];
        }
    }
}

int columnsOf(QStringView text)
{
    int columns = 0;
    for (const QChar c : text)
        columns += isChineseWide(c) || (c >= u'\u3000' && c <= u'\u303f') ? 2 : 1;
    return columns;
}

} // namespace

std::vector<PageLine> linesOf(std::vector<PageWord> words, int page)
{
    std::stable_sort(
        words.begin(), words.end(), [](const PageWord &a, const PageWord &b) { return a.box.center().y() < b.box.center().y(); });
    std::vector<PageLine> lines;
    for (PageWord &word : words) {
        // What stands one under the other is on two lines, however a third word beside them lies.
        const auto belongs = [&](const PageLine &line) {
            bool beside = false;
            const size_t asked = std::min(line.words.size(), MostAsked);
            for (auto other = line.words.rbegin(); other != line.words.rbegin() + ptrdiff_t(asked); ++other) {
                const double common = overlap(word.box, other->box) / std::min(word.box.height(), other->box.height());
                const double across = std::min(word.box.right(), other->box.right()) - std::max(word.box.left(), other->box.left());
                if (common < MostShifted && across > Across * std::min(word.box.width(), other->box.width()))
                    return false;
                beside = beside || common > 0.5;
            }
            return beside;
        };
        const bool found = !lines.empty() && belongs(lines.back());
        if (!found)
            lines.emplace_back().box = word.box;
        lines.back().box |= word.box;
        lines.back().words.push_back(std::move(word));
    }
    for (PageLine &line : lines) {
        std::stable_sort(
            line.words.begin(), line.words.end(), [](const PageWord &a, const PageWord &b) { return a.box.left() < b.box.left(); });
        markRaised(line);
        line.page = page;
    }
    return lines;
}

bool hasColumns(const PageLine &line)
{
    for (size_t i = 1; i < line.words.size(); ++i) {
        if (line.words[i].box.left() - line.words[i - 1].box.right() > line.box.height())
            return true;
    }
    return false;
}

LineText textOf(const PageLine &line, double left, double unit)
{
    LineText out;
    int column = 0;
    for (size_t i = 0; i < line.words.size(); ++i) {
        const PageWord &word = line.words[i];
        int spaces = 0;
        if (i > 0) {
            const PageWord &before = line.words[i - 1];
            const double height = std::min(word.box.height(), before.box.height());
            const double gap = word.box.left() - before.box.right();
            spaces = before.spaceAfter || gap > TouchingGap * height;
            // Two spaces are what tells columns from words.
            if (unit > 0 && gap > height)
                spaces = std::max(2, int(std::lround((word.box.left() - left) / unit)) - column);
        } else if (unit > 0) {
            spaces = std::max(0, int(std::lround((word.box.left() - left) / unit)));
        }
        out.text += QString(spaces, u' ');
        out.begins.push_back(out.text.size());
        out.text += word.text;
        column += spaces + columnsOf(word.text);
    }
    return out;
}

} // namespace gouji
