// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/text/recordtext.h"

#include "document/html/pagetokens.h"

#include <algorithm>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LeastElements = 40; // with an end of their own
constexpr qsizetype LongCell = 40; // characters: sentences are lines, not cells
constexpr size_t MostOpen = 40; // what is settled is handed on from each to the one around it

bool isIdeograph(QChar c) { return c.unicode() >= 0x4e00 && c.unicode() < 0xa000; }

/// What an element holds: cells, until one of them turns out to be a row.
struct Element {
    QStringView name;
    QString text; ///< that stands in it directly
    std::vector<std::pair<QStringView, QString>> cells; ///< names and contents of elements without elements of their own
    QString lines; ///< what is settled already
    bool hasElements = false;
};

class Reader {
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    QString run()
    {
        m_open.emplace_back();
        for (qsizetype at = 0; at < m_text.size();) {
            const qsizetype tag = nextTag(at);
            characters(m_text.mid(at, tag - at));
            const qsizetype end = tag < m_text.size() ? m_text.indexOf(u'>', tag) : -1;
            if (end < 0)
                break;
            readTag(m_text.mid(tag + 1, end - tag - 1));
            at = end + 1;
        }
        while (m_open.size() > 1)
            close();
        endLine();
        return m_closed < LeastElements ? QString() : m_open.front().lines;
    }

private:
    /// Where a tag begins: "<cell", "</cell", not "<3" and no comparison.
    qsizetype nextTag(qsizetype at) const
    {
        for (at = m_text.indexOf(u'<', at); at >= 0; at = m_text.indexOf(u'<', at + 1)) {
            const QChar next = at + 1 < m_text.size() ? m_text[at + 1] : QChar(u' ');
            if (next.isLetter() || next == u'/' || next == u'?' || next == u'!')
                return at;
        }
        return m_text.size();
    }

    void characters(QStringView text)
    {
        if (m_open.size() > 1) {
            m_open.back().text += text;
            return;
        }
        // Rows that were copied out of their file: a line is one.
        for (;;) {
            const qsizetype end = text.indexOf(u'\n');
            m_open.front().text += text.left(end);
            if (end < 0)
                return;
            endLine();
            text = text.mid(end + 1);
        }
    }

    void readTag(QStringView tag)
    {
        if (tag.startsWith(u'?') || tag.startsWith(u'!'))
            return;
        const bool ends = tag.startsWith(u'/');
        QStringView name = tag.mid(ends);
        name = name.left(std::find_if(name.begin(), name.end(), [](QChar c) { return c.isSpace() || c == u'/'; }) - name.begin());
        if (ends) {
            for (size_t i = m_open.size(); i-- > 1;) {
                if (m_open[i].name != name)
                    continue;
                while (m_open.size() > i)
                    close();
                ++m_closed;
                return;
            }
            return;
        }
        m_open.back().hasElements = true;
        if (m_open.size() >= MostOpen)
            return;
        m_open.emplace_back();
        m_open.back().name = name;
        if (tag.endsWith(u'/'))
            close();
    }

    void close()
    {
        Element element = std::move(m_open.back());
        m_open.pop_back();
        Element &around = m_open.back();
        if (!element.hasElements) {
            around.cells.emplace_back(element.name, withoutReferences(element.text).simplified());
            return;
        }
        if (element.lines.isEmpty() && element.cells.size() == 1) {
            around.cells.emplace_back(element.name, std::move(element.cells.front().second)); // a cell within a cell
            return;
        }
        settle(element);
        settle(around);
        around.lines += element.lines;
    }

    /// Writes the cells of an element: side by side, or each on a line where one of them is a sentence.
    void settle(Element &element)
    {
        const auto &cells = element.cells;
        if (cells.empty())
            return;
        const bool row = std::none_of(cells.begin(), cells.end(), [](const auto &cell) { return cell.second.size() > LongCell; });
        const bool named = cells.size() > 1 && std::all_of(cells.begin(), cells.end(), [](const auto &c) {
            return std::any_of(c.first.begin(), c.first.end(), isIdeograph);
        });
        if (row && named) {
            QString heads;
            for (const auto &cell : cells)
                heads.append(heads.isNull() ? QString() : u"\t"_s).append(cell.first);
            if (heads != m_heads)
                element.lines += heads + u'\n';
            m_heads = heads;
        }
        for (size_t c = 0; c < cells.size(); ++c)
            element.lines += cells[c].second + (row && c + 1 < cells.size() ? u'\t' : u'\n');
        element.cells.clear();
    }

    void endLine()
    {
        Element &line = m_open.front();
        if (line.cells.empty()) {
            line.lines += line.text + u'\n';
        } else {
            if (const QString text = line.text.simplified(); !text.isEmpty())
                line.cells.emplace(line.cells.begin(), QStringView(), text);
            settle(line);
        }
        line.text.clear();
    }

    QStringView m_text;
    std::vector<Element> m_open;
    qsizetype m_closed = 0;
    QString m_heads; ///< those written last
};

} // namespace

QString withoutTags(QStringView text)
{
    if (text.count("</"_L1) < LeastElements)
        return {};
    return Reader(text).run();
}

} // namespace gouji
