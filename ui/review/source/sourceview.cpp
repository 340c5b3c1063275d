// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/source/sourceview.h"

#include "common/markedscrollbar.h"
#include "common/theme.h"
#include "review/source/sourcelayout.h"

#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
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

/// In a table drawn with tabs each of them takes the room its cell leaves, which only a character can.
void showTabs(QString &text, const DrawnLines &lines)
{
    qsizetype line = 0;
    bool tabbed = lines.isTabbed(line);
    for (QChar &c : text) {
        if (c == u'\n')
            tabbed = lines.isTabbed(++line);
        else if (tabbed && c == u'\t')
            c = u' ';
    }
}

} // namespace

SourceView::SourceView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(this))
    , m_rowName(new QLabel(this))
    , m_bar(new MarkedScrollBar(this))
    , m_marking(new QTimer(this))
{
    auto *document = new QTextDocument(this);
    m_layout = new SourceLayout(document);
    document->setDocumentLayout(m_layout);
    setDocument(document);
    setLineWrapMode(NoWrap); // the layout wraps what is prose
    setObjectName(u"sourceView"_s);
    setAccessibleName(tr("原文"));
    setProperty("manualTopic", tr("看表"));
    setVerticalScrollBar(m_bar);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setCursorWidth(2);
    document->setDocumentMargin(2 * theme::Grid);
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
    m_rowName->setObjectName(u"sourceRowName"_s);
    m_rowName->setTextFormat(Qt::PlainText);
    m_rowName->setAutoFillBackground(true);
    m_rowName->setFrameShape(QFrame::Box);
    m_rowName->setBackgroundRole(QPalette::ToolTipBase);
    m_rowName->setForegroundRole(QPalette::ToolTipText);
    m_rowName->setContentsMargins(2 * theme::Grid, 0, 2 * theme::Grid, 0);
    m_rowName->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_rowName->hide();
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
    DrawnLines lines(text);
    showTabs(text, lines);
    m_text = source.text;
    // While the text is replaced the view is told of every change on the way; marks on a half-made document are fatal.
    setExtraSelections({});
    m_loading = true;
    m_layout->setLines({});
    setPlainText(text);
    m_layout->setLines(std::move(lines));
    horizontalScrollBar()->setValue(0);
    m_loading = false;
    m_laidOut = false;
    m_highlights.clear();
    showRowName();
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
    showRowName();
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
    const bool seen = where.top() >= calm.top() && where.bottom() <= calm.bottom();
    if (!cursor.block().isVisible() || !seen) {
        setTextCursor(cursor);
        centerCursor();
    }
    revealAlong(range);
}

/// Tables are wider than the view. No farther than needed: the beginning of the line names the row.
void SourceView::revealAlong(const TextRange &range)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(range.begin));
    const int from = cursorRect(cursor).left();
    cursor.setPosition(int(std::min<qsizetype>(range.end, cursor.block().position() + cursor.block().length() - 1)));
    const int to = std::max(from, cursorRect(cursor).right());
    QScrollBar *bar = horizontalScrollBar();
    constexpr int Air = 8 * theme::Grid;
    if (to + bar->value() <= viewport()->width())
        bar->setValue(0);
    else if (to > viewport()->width() - Air)
        bar->setValue(bar->value() + std::min(to - viewport()->width() + Air, from - Air));
    else if (from < Air)
        bar->setValue(bar->value() + from - Air);
}

void SourceView::scrollContentsBy(int dx, int dy)
{
    QPlainTextEdit::scrollContentsBy(dx, dy);
    showRowName();
}

/// A number far right keeps the name of its row, as heads stay in a spreadsheet: above the text, or below where it stands there.
void SourceView::showRowName()
{
    if (m_loading)
        return;
    QString name;
    QRect line;
    if (horizontalScrollBar()->value() > 0 && !m_highlights.isEmpty() && m_highlights.first().end < document()->characterCount()) {
        QTextCursor cursor(document());
        cursor.setPosition(int(m_highlights.first().begin));
        line = cursorRect(cursor);
        if (line.intersects(viewport()->rect())) {
            const qsizetype begin = cursor.block().position();
            name = QStringView(m_text).mid(begin, m_highlights.first().begin - begin).toString().simplified();
            static const QRegularExpression values(u"[\\d\\s,.，|｜/—-]+$"_s);
            name.remove(values);
            if (!name.isEmpty())
                name.prepend(u"%1　"_s.arg(cursor.blockNumber() + 1));
        }
    }
    m_rowName->setVisible(!name.isEmpty());
    if (name.isEmpty())
        return;
    const int height = fontMetrics().height() + theme::Grid;
    const QRect room = viewport()->geometry();
    const bool above = line.top() >= height;
    m_rowName->setGeometry(0, above ? room.top() : room.bottom() + 1 - height, room.right(), height);
    m_rowName->setText(m_rowName->fontMetrics().elidedText(name, Qt::ElideRight, room.right() - 5 * theme::Grid));
    m_rowName->setAccessibleName(name);
}

void SourceView::resizeEvent(QResizeEvent *event)
{
    m_layout->setWrapWidth(viewport()->width());
    QPlainTextEdit::resizeEvent(event);
    setGutter();
    refreshMarks();
    showRowName();
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

} // namespace gouji
