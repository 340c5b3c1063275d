// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/source/sourcelayout.h"

#include "output/textwidth.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gouji {

using namespace Qt::StringLiterals;

SourceLayout::SourceLayout(QTextDocument *document)
    : QPlainTextDocumentLayout(document)
{
}

void SourceLayout::setLines(DrawnLines lines)
{
    m_lines = std::move(lines);
    // What was laid out until now took every line for prose.
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (m_lines.isDrawn(block.blockNumber()))
            block.clearLayout();
    }
    requestUpdate();
}

/// Until a line comes into sight the document takes it for one line.
void SourceLayout::layOutAll()
{
    const bool nested = std::exchange(m_telling, true);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        (void)blockBoundingRect(block);
    m_telling = nested;
    Q_EMIT documentSizeChanged(documentSize());
}

QRectF SourceLayout::blockBoundingRect(const QTextBlock &block) const
{
    if (block.isValid() && block.layout()->lineCount() == 0) {
        auto *self = const_cast<SourceLayout *>(this);
        if (m_lines.isDrawn(block.blockNumber()))
            self->draw(block);
        else
            self->wrap(block);
    }
    return QPlainTextDocumentLayout::blockBoundingRect(block);
}

void SourceLayout::documentChanged(int from, int charsRemoved, int charsAdded)
{
    if (!m_drawing)
        QPlainTextDocumentLayout::documentChanged(from, charsRemoved, charsAdded);
}

void SourceLayout::wrap(const QTextBlock &block)
{
    QTextLayout *layout = block.layout();
    QTextOption option = document()->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    const double margin = document()->documentMargin();
    double height = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(std::max(1.0, m_wrapWidth - 2 * margin));
        line.setPosition(QPointF(margin, height));
        height += line.height() + std::min(0.0, std::ceil(line.leading()));
    }
    layout->endLayout();
    if (QTextBlock changed = block; changed.lineCount() != layout->lineCount()) {
        changed.setLineCount(layout->lineCount());
        // The view lays out more lines while it is told of this one.
        if (!std::exchange(m_telling, true)) {
            Q_EMIT documentSizeChanged(documentSize());
            m_telling = false;
        }
    }
}

/// The line gets its fonts; laying it out, which is not wrapped, is done by the base.
void SourceLayout::draw(const QTextBlock &block)
{
    measure();
    m_drawing = true;
    block.layout()->setFormats(formats(block.text(), m_lines.pads(block.blockNumber())));
    // The document takes note of new formats as of a change; that has to be over before the next real one.
    document()->markContentsDirty(block.position(), block.length());
    m_drawing = false;
}

void SourceLayout::measure()
{
    const QFont base = document()->defaultFont();
    if (m_column > 0 && base == m_base)
        return;
    m_base = base;
    m_fits.clear();
    // Families whose letters are half as wide as their East Asian characters, as the desktops bring them.
    const QString fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    const QStringList pairs{u"Noto Sans Mono CJK SC"_s, u"Sarasa Mono SC"_s, u"Source Han Mono SC"_s, u"WenQuanYi Zen Hei Mono"_s,
        u"WenQuanYi Micro Hei Mono"_s, u"NSimSun"_s};
    m_letters = base;
    m_letters.setFamilies(pairs + QStringList{fixed} + base.families());
    m_rules = base;
    m_rules.setFamilies(QStringList{fixed} + base.families());
    for (QFont *font : {&m_letters, &m_rules}) {
        font->setStyleHint(QFont::Monospace);
        font->setKerning(false);
    }
    const QFontMetricsF metrics(m_letters);
    m_column = std::max(metrics.horizontalAdvance(u'0'), metrics.horizontalAdvance(u'国') / 2);
}

/// What has to be added behind a character so that it fills its columns.
double SourceLayout::spacing(char32_t c, bool &ruled)
{
    // The characters of one script are drawn by one font, and that font gives them one width.
    const bool han = c >= 0x4e00 && c <= 0x9fff;
    const bool ascii = c >= 0x20 && c < 0x7f;
    const char32_t key = han ? U'国' : ascii ? U'0' : c;
    auto it = m_fits.constFind(key);
    if (it == m_fits.cend()) {
        const QString text = QString::fromUcs4(&key, 1);
        const double due = gouji::textWidth(text) * m_column;
        double width = QFontMetricsF(m_letters).horizontalAdvance(text);
        const bool wide = width > 1.4 * due;
        if (wide)
            width = QFontMetricsF(m_rules).horizontalAdvance(text);
        // Below a tenth of a pixel nothing is gained, and lines in one font are laid out faster.
        const double rest = due - width;
        it = m_fits.insert(key, {due > 0 && std::abs(rest) > 0.02 ? rest : 0.0, wide});
    }
    ruled = it->ruled;
    return it->spacing;
}

QList<QTextLayout::FormatRange> SourceLayout::formats(const QString &text, const QList<DrawnLines::Pad> &pads)
{
    QList<QTextLayout::FormatRange> out;
    const auto format = [this](bool ruled, double extra) {
        QFont font = ruled ? m_rules : m_letters;
        if (extra != 0)
            font.setLetterSpacing(QFont::AbsoluteSpacing, extra);
        QTextCharFormat f;
        f.setFont(font, QTextCharFormat::FontPropertiesAll);
        return f;
    };
    double lastExtra = 0;
    bool lastRuled = false;
    auto pad = pads.cbegin();
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        const qsizetype length = pair ? 2 : 1;
        bool ruled = false;
        double extra = spacing(pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode(), ruled);
        for (; pad != pads.cend() && pad->at < i + length; ++pad)
            extra += pad->columns * m_column;
        if (!out.isEmpty() && extra == lastExtra && ruled == lastRuled)
            out.last().length += int(length);
        else
            out << QTextLayout::FormatRange{int(i), int(length), format(ruled, extra)};
        lastExtra = extra;
        lastRuled = ruled;
        i += length;
    }
    return out;
}

} // namespace gouji
