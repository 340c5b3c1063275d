// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SourceView that marks characters in sight and places along the scroll bar.
#include "review/source/sourceview.h"

#include "common/markedscrollbar.h"
#include "common/theme.h"
#include "review/source/sourcelayout.h"

#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool byBegin(const TextRange &a, const TextRange &b) { return a.begin < b.begin; }

} // namespace

TextRange SourceView::visibleRange() const
{
    QTextBlock block = firstVisibleBlock();
    TextRange out{block.position(), block.position()};
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= viewport()->height()) {
        out.end = block.position() + block.length();
        top += blockBoundingRect(block).height();
        block = block.next();
    }
    return out;
}

void SourceView::markScrollBar()
{
    layOutAll(); // else the bar counts other lines
    QList<MarkedScrollBar::Mark> marks;
    const double lines = std::max(1, m_bar->maximum() + m_bar->pageStep());
    const auto add = [&](const QList<TextRange> &ranges, MarkedScrollBar::Kind kind) {
        for (const TextRange &r : ranges) {
            if (const double line = r.isValid() ? lineOf(r.begin) : -1; line >= 0)
                marks << MarkedScrollBar::Mark{std::min(1.0, line / lines), kind};
        }
    };
    add(m_warnings, MarkedScrollBar::Kind::Warning);
    add(m_errors, MarkedScrollBar::Kind::Error);
    m_bar->setMarks(marks);
}

double SourceView::lineOf(qsizetype position)
{
    if (position < 0 || position >= document()->characterCount())
        return -1;
    layOutAll();
    const QTextBlock block = document()->findBlock(int(position));
    const QTextLine line = block.layout()->lineForTextPosition(int(position) - block.position());
    return block.firstLineNumber() + (line.isValid() ? line.lineNumber() : 0);
}

/// The text document wraps lines when they come into sight; until then it takes each paragraph for one line. In a very
/// long text that has to do.
void SourceView::layOutAll()
{
    constexpr int Long = 100000;
    if (std::exchange(m_laidOut, true) || document()->characterCount() > Long)
        return;
    m_layout->layOutAll();
}

void SourceView::mark(QList<QTextEdit::ExtraSelection> &out, const TextRange &range, const QTextCharFormat &format) const
{
    const qsizetype last = document()->characterCount() - 1;
    if (range.end > last)
        return;
    QTextEdit::ExtraSelection s;
    s.cursor = QTextCursor(document());
    s.cursor.setPosition(int(range.begin));
    s.cursor.setPosition(int(range.end), QTextCursor::KeepAnchor);
    s.format = format;
    out << s;
}

void SourceView::refreshMarks()
{
    if (m_loading)
        return;
    QList<QTextEdit::ExtraSelection> out;
    const TextRange sight = visibleRange();
    const QPalette p = palette();

    QTextCharFormat loose;
    loose.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    loose.setUnderlineColor(theme::mutedInk(p));
    auto it = std::lower_bound(m_leftovers.cbegin(), m_leftovers.cend(), sight, byBegin);
    for (; it != m_leftovers.cend() && it->begin < sight.end; ++it)
        mark(out, *it, loose);

    QTextCharFormat match;
    match.setBackground(theme::warningWash(p));
    auto m = std::lower_bound(m_matches.cbegin(), m_matches.cend(), sight, byBegin);
    for (; m != m_matches.cend() && m->begin < sight.end; ++m) {
        const bool current = m - m_matches.cbegin() == m_match;
        QTextCharFormat format = match;
        if (current) {
            format.setBackground(theme::warningInk(p));
            format.setForeground(p.color(QPalette::Base));
        }
        mark(out, *m, format);
    }

    QTextCharFormat lit;
    lit.setBackground(theme::accent(p));
    lit.setForeground(p.color(QPalette::HighlightedText));
    lit.setFontWeight(QFont::Bold);
    QTextCharFormat soft;
    soft.setBackground(theme::selectionWash(p));
    // A whole sentence is washed, a number is lit, and a number inside a sentence lies over the wash.
    constexpr qsizetype Lit = 24;
    for (const bool over : {false, true}) {
        for (const TextRange &r : std::as_const(m_highlights)) {
            if (r.intersects(sight) && (r.length() <= Lit) == over)
                mark(out, r, over ? lit : soft);
        }
    }
    setExtraSelections(out);
}

} // namespace gouji
