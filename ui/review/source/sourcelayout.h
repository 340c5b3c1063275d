// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/source/drawnlines.h"

#include <QFont>
#include <QHash>
#include <QPlainTextDocumentLayout>
#include <QTextLayout>

namespace gouji {

/// Lays out a source text: prose is wrapped at the width of the view, lines that draw a table are not, and their
/// characters stand in columns of one width, an East Asian character in two, whatever the fonts of the system measure.
/// The view itself has to be set to wrap nothing.
class SourceLayout : public QPlainTextDocumentLayout {
    Q_OBJECT
public:
    explicit SourceLayout(QTextDocument *document);

    void setLines(DrawnLines lines); ///< of the text as the document has it now
    const DrawnLines &lines() const { return m_lines; }
    void setWrapWidth(double width) { m_wrapWidth = width; } ///< holds for what is laid out from now on
    void layOutAll();

    QRectF blockBoundingRect(const QTextBlock &block) const override;

protected:
    void documentChanged(int from, int charsRemoved, int charsAdded) override;

private:
    void wrap(const QTextBlock &block);
    void draw(const QTextBlock &block);
    void measure();
    double spacing(char32_t c, bool &ruled);
    QList<QTextLayout::FormatRange> formats(const QString &text, const QList<DrawnLines::Pad> &pads);

    DrawnLines m_lines;
    double m_wrapWidth = 0;
    bool m_telling = false;
    bool m_drawing = false;
    QFont m_base; ///< what the fonts below were made for
    QFont m_letters;
    QFont m_rules; ///< where the letters' font draws box characters two columns wide
    double m_column = 0; ///< pixels
    struct Fit {
        double spacing;
        bool ruled;
    };
    QHash<char32_t, Fit> m_fits;
};

} // namespace gouji
