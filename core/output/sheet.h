// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace gouji {

/// What a printed cell must be recognised by, in colour and in black and white.
enum class SheetMark { None, Corrected, Problem, Doubtful };

/// One rectangle of a printed table.
struct SheetCell {
    enum class Align { Left, Centre };

    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    QString text; ///< with the sign of its mark: 「9＊」
    Align align = Align::Centre;
    bool head = false; ///< a heading, drawn heavier
    SheetMark mark = SheetMark::None;
};

/// A table on paper. Its first `headRows` rows stand again at the top of every page it goes on to.
struct SheetTable {
    QString caption;
    int columns = 0;
    int rows = 0;
    int headRows = 0;
    QList<double> widths; ///< of the columns, relative to each other
    QList<SheetCell> cells; ///< in reading order, covering the whole rectangle
    QString note; ///< small print below: the legend of the marks
    bool together = false; ///< starts a new page rather than being cut, where one page can hold it
    bool compact = false; ///< set as small as the official form is
};

/// A sheet of paper as content, before anybody knows fonts or pages: what HTML and PDF are both made from.
struct Sheet {
    QString title;
    QList<QPair<QString, QString>> head; ///< label and value
    QList<SheetTable> tables;
    QStringList signatures; ///< whose signatures, with a date each; the last one takes the seal
    QString foot; ///< stands in the foot of every page, before the page number
};

} // namespace gouji
