// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/drawncolumns.h"

#include "base/normalizedtext.h"
#include "recovery/text/characters.h"

namespace gouji {

DrawnColumns::DrawnColumns(const NormalizedText &text, QStringView original)
    : m_normalized(text)
    , m_original(original)
    , m_text(text.text())
{
}

void DrawnColumns::draw(qsizetype begin, qsizetype end)
{
    constexpr size_t LeastColumns = 3;
    constexpr qsizetype LeastWidth = 2;
    std::vector<Column> out;
    for (qsizetype i = begin; i < end;) {
        if (isSpace(m_text[i])) {
            ++i;
            continue;
        }
        const qsizetype from = i;
        while (i < end && (m_text[i] == u'-' || m_text[i] == u'='))
            ++i;
        if (i - from < LeastWidth)
            return;
        out.push_back({int(from - begin), int(i - begin)});
    }
    if (out.size() >= LeastColumns)
        m_columns = std::move(out);
}

bool DrawnColumns::cut(qsizetype begin, qsizetype end)
{
    m_cuts.clear();
    qsizetype last = begin; // behind what has been written
    int at = 0; // display column
    for (qsizetype i = begin; i < end; ++i) {
        const TextRange range = m_normalized.original({i, i + 1});
        int width = 0;
        for (qsizetype k = range.begin; k < range.end; ++k)
            width += isWide(m_original[k]) ? 2 : 1;
        if (!isSpace(m_text[i])) {
            if (at < m_columns.front().left)
                return false;
            while (m_cuts.size() + 1 < m_columns.size() && at >= m_columns[m_cuts.size() + 1].left)
                m_cuts.push_back(last);
            if (m_cuts.size() + 1 < m_columns.size() && at + width > m_columns[m_cuts.size()].right)
                return false;
            last = i + 1;
        }
        at += width;
    }
    m_cuts.resize(m_columns.size(), last);
    m_cuts.back() = end;
    return true;
}

} // namespace gouji
