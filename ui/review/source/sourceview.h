// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

#include <QPlainTextEdit>

class QLabel;
class QTimer;

namespace gouji {

class MarkedScrollBar;
class SourceLayout;

/// The source text, read-only; prose is wrapped, drawn tables keep their columns: line numbers, the found tables tinted, the characters of
/// the chosen cell lit, numbers that no cell uses underlined. Marks are made only for the lines in sight, so that a megabyte stays quick.
class SourceView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SourceView(QWidget *parent = nullptr);

    void setDocumentText(const SourceDocument &document);
    /// Which characters belong to what; called again after every act.
    void setReport(const Report &report);
    /// Places of findings, shown along the scroll bar.
    void setProblems(const QList<TextRange> &errors, const QList<TextRange> &warnings);
    void setHighlights(const QList<TextRange> &ranges, bool scroll = true); ///< of the chosen cell or finding
    void setMatches(const QList<TextRange> &matches, int current); ///< of the search; current may be -1
    void reveal(const TextRange &range); ///< scrolls so that the range stands in the upper third

    const QList<TextRange> &highlights() const { return m_highlights; }
    TextRange selectedRange() const; ///< what a person selected; invalid where nothing
    TextRange numberAt(qsizetype position) const; ///< the digits around a place; invalid where there are none

    /// Which line of the text as it is wrapped now, as the scroll bar counts them; -1 where the text has no such place.
    double lineOf(qsizetype position);

    int gutterWidth() const;
    void paintGutter(QPaintEvent *event);

Q_SIGNALS:
    void cellClicked(gouji::CellId cell); ///< a click on characters a cell uses
    void looseNumberClicked(const gouji::TextRange &range); ///< a click on a number no cell uses
    void takeRequested(); ///< the context menu's 「用于此单元格」
    void rangeSelected(bool any);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    struct Use {
        TextRange range;
        CellId cell;
    };

    void setGutter();
    void breakMonsters(QString &text);
    void refreshMarks();
    void markScrollBar();
    void layOutAll();
    void revealAlong(const TextRange &range);
    void showRowName();
    TextRange visibleRange() const;
    void mark(QList<QTextEdit::ExtraSelection> &out, const TextRange &range, const QTextCharFormat &format) const;

    SourceLayout *m_layout = nullptr;
    QString m_text; ///< as the file has it: the display shows tabs and line ends inside rows as spaces
    QWidget *m_gutter;
    QLabel *m_rowName; ///< the wording of the traced line, where it is scrolled out of sight
    MarkedScrollBar *m_bar;
    QList<TextRange> m_tables;
    QList<qsizetype> m_softBreaks; ///< places where only the display breaks a line; sorted
    QList<Use> m_uses; ///< sorted by begin
    QList<TextRange> m_leftovers; ///< sorted by begin
    QList<TextRange> m_highlights;
    QList<TextRange> m_errors;
    QList<TextRange> m_warnings;
    QList<TextRange> m_matches; ///< sorted by begin
    int m_match = -1;
    bool m_loading = false;
    bool m_laidOut = false; ///< every line is wrapped as the view is now
    QTimer *m_marking; ///< the strip waits until the text is painted
};

} // namespace gouji
