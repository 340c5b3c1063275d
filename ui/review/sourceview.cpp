// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sourceview.h"

#include "common/markedscrollbar.h"
#include "common/theme.h"
#include "review/dragdata.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

class Gutter : public QWidget {
public:
    explicit Gutter(SourceView *view)
        : QWidget(view)
        , m_view(view)
    {
    }
    QSize sizeHint() const override { return QSize(m_view->gutterWidth(), 0); }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintGutter(event); }

private:
    SourceView *m_view;
};

bool byBegin(const TextRange &a, const TextRange &b) { return a.begin < b.begin; }

} // namespace

SourceView::SourceView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(this))
    , m_bar(new MarkedScrollBar(this))
    , m_marking(new QTimer(this))
{
    setObjectName(u"sourceView"_s);
    setAccessibleName(tr("原文"));
    setProperty("manualTopic", tr("看表"));
    setVerticalScrollBar(m_bar);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setCursorWidth(2);
    document()->setDocumentMargin(2 * theme::Grid);
    setTabStopDistance(fontMetrics().horizontalAdvance(u'0') * 4);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &SourceView::setGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &SourceView::refreshMarks);
    connect(this, &QPlainTextEdit::selectionChanged, this, [this] { Q_EMIT rangeSelected(textCursor().hasSelection()); });
    m_marking->setSingleShot(true);
    m_marking->setInterval(0);
    connect(m_marking, &QTimer::timeout, this, &SourceView::markScrollBar);
    setGutter();
}

void SourceView::setDocumentText(const SourceDocument &source)
{
    m_tables.clear();
    m_uses.clear();
    m_leftovers.clear();
    m_errors.clear();
    m_warnings.clear();
    m_highlights.clear();
    m_matches.clear();
    m_match = -1;
    // Characters the text document would take for line ends or frames of its own; every one stays one place wide.
    QString text = source.text;
    for (QChar &c : text) {
        if (c == u'\r' || c == QChar(0xfdd0) || c == QChar(0xfdd1) || c == QChar::ParagraphSeparator || c.isNull())
            c = u' ';
    }
    breakMonsters(text);
    // While the text is replaced the view is told of every change on the way; marks on a half-made document are fatal.
    setExtraSelections({});
    m_loading = true;
    setPlainText(text);
    m_loading = false;
    m_laidOut = false;
    setGutter();
    refreshMarks();
}

void SourceView::breakMonsters(QString &text)
{
    // Laying out one line of a megabyte takes seconds. Such a line is shown in pieces, broken where a space stood, so
    // that every place keeps its offset; the gutter numbers the pieces as the one line they are.
    constexpr qsizetype Monster = 20000;
    constexpr qsizetype Piece = 4000;
    m_softBreaks.clear();
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        if (end - begin > Monster) {
            qsizetype from = begin;
            for (qsizetype i = begin; i < end; ++i) {
                if (i - from >= Piece && text[i].isSpace()) {
                    text[i] = u'\n';
                    m_softBreaks << i;
                    from = i;
                }
            }
        }
        begin = end + 1;
    }
}

void SourceView::setReport(const Report &report)
{
    m_tables.clear();
    m_uses.clear();
    for (const TableReading &t : report.tables) {
        if (t.found && t.source.isValid())
            m_tables << t.source;
    }
    for (const CellId id : report.cellIds()) {
        const Cell &cell = report.cell(id);
        if (cell.source.length() > 0)
            m_uses << Use{cell.source, id};
    }
    std::sort(m_uses.begin(), m_uses.end(), [](const Use &a, const Use &b) { return byBegin(a.range, b.range); });
    m_leftovers = report.leftovers;
    std::sort(m_leftovers.begin(), m_leftovers.end(), byBegin);
    refreshMarks();
    viewport()->update();
}

void SourceView::setProblems(const QList<TextRange> &errors, const QList<TextRange> &warnings)
{
    m_errors = errors;
    m_warnings = warnings;
    m_marking->start();
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
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        (void)blockBoundingRect(block);
}

void SourceView::setHighlights(const QList<TextRange> &ranges, bool scroll)
{
    m_highlights.clear();
    for (const TextRange &r : ranges) {
        if (r.isValid())
            m_highlights << r;
    }
    if (scroll && !m_highlights.isEmpty())
        reveal(m_highlights.first());
    refreshMarks();
}

void SourceView::setMatches(const QList<TextRange> &matches, int current)
{
    m_matches = matches;
    m_match = current;
    if (current >= 0 && current < matches.size())
        reveal(matches[current]);
    refreshMarks();
}

void SourceView::reveal(const TextRange &range)
{
    if (!range.isValid() || range.end > document()->characterCount())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(int(range.begin));
    const QRect where = cursorRect(cursor);
    const QRect calm = viewport()->rect().adjusted(0, fontMetrics().height(), 0, -2 * fontMetrics().height());
    if (cursor.block().isVisible() && calm.contains(where.center()))
        return;
    setTextCursor(cursor);
    centerCursor();
}

TextRange SourceView::selectedRange() const
{
    const QTextCursor c = textCursor();
    return c.hasSelection() ? TextRange{c.selectionStart(), c.selectionEnd()} : TextRange{};
}

TextRange SourceView::numberAt(qsizetype position) const
{
    const auto isPart = [this](qsizetype p) {
        const QChar c = document()->characterAt(int(p));
        return c.isDigit() || c == u'.' || c == u',' || c == u'，' || c == u'．';
    };
    const auto isDigit = [this](qsizetype p) { return p >= 0 && document()->characterAt(int(p)).isDigit(); };
    if (!isDigit(position) && !isDigit(--position))
        return {};
    TextRange r{position, position + 1};
    while (r.begin > 0 && isPart(r.begin - 1))
        --r.begin;
    while (isPart(r.end))
        ++r.end;
    while (!isDigit(r.begin))
        ++r.begin;
    while (!isDigit(r.end - 1))
        --r.end;
    return r;
}

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

void SourceView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    setGutter();
    refreshMarks();
    m_laidOut = false;
    m_marking->start();
}

void SourceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setTabStopDistance(fontMetrics().horizontalAdvance(u'0') * 4);
        setGutter();
        m_laidOut = false;
    }
    if (event->type() == QEvent::PaletteChange)
        refreshMarks();
}

void SourceView::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    m_gutter->update(); // it shows who has the focus: the blinking cursor may be out of sight
}

void SourceView::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_gutter->update();
}

void SourceView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection())
        return;
    const qsizetype at = cursorForPosition(event->position().toPoint()).position();
    const auto after = std::upper_bound(m_uses.cbegin(), m_uses.cend(), at, [](qsizetype p, const Use &u) { return p < u.range.begin; });
    if (after != m_uses.cbegin()) {
        const Use &use = *(after - 1);
        if (at <= use.range.end) { // a click right behind the last digit still means the number
            Q_EMIT cellClicked(use.cell);
            return;
        }
    }
    if (const TextRange number = numberAt(at); number.isValid())
        Q_EMIT looseNumberClicked(number);
}

void SourceView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!textCursor().hasSelection()) {
        const TextRange number = numberAt(cursorForPosition(event->pos()).position());
        if (number.isValid()) {
            QTextCursor c(document());
            c.setPosition(int(number.begin));
            c.setPosition(int(number.end), QTextCursor::KeepAnchor);
            setTextCursor(c);
        }
    }
    QMenu menu(this);
    QAction *take = menu.addAction(tr("用于此单元格"), this, &SourceView::takeRequested);
    take->setEnabled(textCursor().hasSelection());
    QAction *copyText = menu.addAction(tr("复制"), this, &QPlainTextEdit::copy);
    copyText->setEnabled(textCursor().hasSelection());
    menu.exec(event->globalPos());
}

QMimeData *SourceView::createMimeDataFromSelection() const
{
    QMimeData *mime = QPlainTextEdit::createMimeDataFromSelection();
    dragdata::addRange(*mime, selectedRange());
    return mime;
}

} // namespace gouji
