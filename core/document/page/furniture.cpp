// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/furniture.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

constexpr double SamePlace = 4; // points from page to page
constexpr size_t MostLines = 2; // of furniture above and below

struct Candidate {
    size_t page = 0;
    size_t line = 0;
    double top = 0; ///< from the top of the page, or below 0 from its bottom
    bool isNumber = false;
};

/// The line without what differs from page to page; empty where nothing is left.
QString patternOf(const PageLine &line, bool &isNumber)
{
    QString pattern;
    isNumber = true;
    for (const QChar c : textOf(line).text) {
        if (c.isSpace())
            continue;
        const bool digit = c.digitValue() >= 0;
        if (!digit || !pattern.endsWith(u'0'))
            pattern += digit ? QChar(u'0') : c;
        isNumber = isNumber && (digit || QStringView(u"-–—－─·第页共/／,，()（）~～").contains(c));
    }
    isNumber = isNumber && pattern.contains(u'0');
    return pattern;
}

} // namespace

std::vector<PageLine> dropFurniture(std::vector<PageContent> &pages)
{
    std::vector<PageLine> kept;
    if (pages.size() < 2)
        return kept;
    QHash<QString, std::vector<Candidate>> byPattern;
    for (size_t page = 0; page < pages.size(); ++page) {
        const PageContent &content = pages[page];
        double top = content.size.height();
        double bottom = 0;
        for (const PageTable &table : content.tables) {
            top = std::min(top, table.box.top());
            bottom = std::max(bottom, table.box.bottom());
        }
        const size_t count = content.lines.size();
        for (size_t i = 0; i < count; ++i) {
            const QRectF &box = content.lines[i].box;
            const bool above = i < MostLines && box.center().y() < std::min(top, content.size.height() / 4);
            const bool below = i + MostLines >= count && box.center().y() > std::max(bottom, content.size.height() * 3 / 4);
            if (!above && !below)
                continue;
            Candidate candidate{page, i, above ? box.top() : box.top() - content.size.height(), false};
            const QString pattern = patternOf(content.lines[i], candidate.isNumber);
            byPattern[pattern].push_back(candidate);
        }
    }
    std::vector<std::vector<bool>> drop(pages.size());
    for (size_t page = 0; page < pages.size(); ++page)
        drop[page].resize(pages[page].lines.size());
    std::vector<Candidate> first;
    for (const std::vector<Candidate> &same : byPattern) {
        for (size_t i = 0; i < same.size(); ++i) {
            const Candidate &candidate = same[i];
            const auto twin = std::find_if(same.begin(), same.end(), [&](const Candidate &other) {
                return other.page != candidate.page && std::abs(other.top - candidate.top) < SamePlace
                    && (other.top < 0) == (candidate.top < 0);
            });
            if (twin == same.end())
                continue;
            const bool isFirst = twin->page > candidate.page;
            if (isFirst && !candidate.isNumber) {
                if (candidate.page == 0)
                    continue;
                first.push_back(candidate);
            }
            drop[candidate.page][candidate.line] = true;
        }
    }
    std::sort(first.begin(), first.end(),
        [](const Candidate &a, const Candidate &b) { return a.page != b.page ? a.page < b.page : a.line < b.line; });
    for (const Candidate &candidate : first)
        kept.push_back(pages[candidate.page].lines[candidate.line]);
    for (size_t page = 0; page < pages.size(); ++page) {
        std::vector<PageLine> &lines = pages[page].lines;
        for (size_t i = lines.size(); i-- > 0;) {
            if (drop[page][i])
                lines.erase(lines.begin() + ptrdiff_t(i));
        }
    }
    return kept;
}

} // namespace gouji
