// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

namespace gouji {

/// The lines of a text that draw a table (rules, bars, tabs, gaps of spaces) and what keeps their pieces below each other
/// on a screen where an East Asian character is two columns wide. Told from the text alone, one look a character; places
/// in a line are worked out when the line is asked for.
class DrawnLines {
public:
    /// Columns left free behind a character.
    struct Pad {
        qsizetype at = 0; ///< in the line
        int columns = 0;
    };

    DrawnLines() = default;
    explicit DrawnLines(const QString &text);

    bool isDrawn(qsizetype line) const { return kind(line) > Kind::Prose; }
    bool isTabbed(qsizetype line) const { return kind(line) == Kind::Tabs; }
    /// In rising order; empty where the text already stands as it should.
    QList<Pad> pads(qsizetype line);

private:
    enum class Kind : quint8 { Blank, Prose, Spaces, Bars, Rules, Tabs };
    struct Line {
        qsizetype begin = 0;
        qsizetype length = 0;
        Kind kind = Kind::Blank;
        qint32 run = -1;
    };
    struct Run {
        qsizetype first = 0;
        qsizetype last = 0; ///< the one behind
        Kind kind = Kind::Prose;
        QList<int> edges; ///< where a piece of the text's own columns begins, in ours; made when first asked for
    };

    static Kind kindOf(QStringView line);
    Kind kind(qsizetype line) const { return line < m_lines.size() ? m_lines[line].kind : Kind::Prose; }
    QStringView textOf(qsizetype line) const { return QStringView(m_text).mid(m_lines[line].begin, m_lines[line].length); }
    void gather();
    void countColumns();
    const QList<int> &edges(Run &run) const;
    QList<Pad> cellPads(QStringView line, const Run &run) const;
    QList<Pad> gridPads(QStringView line, const Run &run) const;

    QString m_text;
    QList<Line> m_lines;
    QList<Run> m_runs;
    bool m_eachOne = false; ///< who aligned the text took every character for one column
};

/// One of the characters between U+2500 and U+257F.
inline bool isBoxDrawing(QChar c) { return c >= QChar(0x2500) && c <= QChar(0x257f); }

} // namespace gouji
