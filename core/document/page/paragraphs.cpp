// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page/paragraphs.h"

#include <algorithm>

namespace gouji {

bool beginsItem(const QString &text)
{
    static constexpr QStringView Numerals = u"一二三四五六七八九十⼀⼆⼋⼗0123456789";
    qsizetype at = text.startsWith(u'（') || text.startsWith(u'(') || text.startsWith(u'第');
    const qsizetype from = at;
    while (at < text.size() && Numerals.contains(text[at]))
        ++at;
    return at > from && at < text.size() && QStringView(u"、.．)）章条节是").contains(text[at]);
}

Paragraphs::Paragraphs(const std::vector<PageContent> &pages, double unit)
    : m_unit(unit)
{
    for (const PageContent &page : pages) {
        for (const PageLine &line : page.lines) {
            if (hasColumns(line))
                continue;
            m_left = std::min(m_left, line.box.left());
            m_right = std::max(m_right, line.box.right());
        }
    }
}

bool Paragraphs::runOn(const PageLine &line, const PageLine &next) const
{
    const double height = std::min(line.box.height(), next.box.height());
    const double em = 2 * m_unit;
    if (hasColumns(line) || hasColumns(next) || line.box.right() < m_right - 2.2 * em || next.box.left() > m_left + em / 2
        || std::abs(line.box.height() - next.box.height()) > 0.2 * height)
        return false;
    if (line.page == next.page && next.box.top() - line.box.bottom() > 0.9 * height)
        return false;
    const QChar last = line.words.back().text.back();
    const QString first = next.words.front().text;
    return !(last.isDigit() && first.front().isDigit()) && !(last.isLetter() && first.front().isLetter() && last.unicode() < 0x80)
        && !beginsItem(first);
}

} // namespace gouji
