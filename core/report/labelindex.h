// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/pairindex.h"

#include <QString>
#include <QStringView>
#include <QVarLengthArray>

#include <memory>
#include <vector>

namespace gouji {

struct FormTable;
class LabelMemo;

/// What a piece of wording may be in one table: a score for each row and column, in matched characters weighed by how
/// much of the piece they explain; 0 where it is nothing of the kind.
struct LabelScores {
    std::vector<float> rows;
    std::vector<float> cover; ///< by row: how much of its wording the piece holds, from 0 to 1
    std::vector<float> columns;
    float heading = 0; ///< group title, corner note: wording of the table that carries no values
    int bestRow = -1;
    float bestRowScore = 0;

    float best() const; ///< the highest of all
};

/// Finds rows and columns of a table by their wording. Similarity is counted in pairs of neighbouring characters, so that
/// torn labels, look-alike characters and inserted spaces cost little and nothing has to be spelled exactly.
class LabelIndex {
public:
    explicit LabelIndex(const FormTable &table);
    ~LabelIndex();

    /// Valid as long as the index is, or until `scratch` changes. What a label scores is kept: the labels of a form are the
    /// same in every report. Any thread may ask.
    [[nodiscard]] const LabelScores &match(QStringView piece, LabelScores &scratch) const;

    /// The content of all its wordings, a line each.
    const QString &wording() const { return m_wording; }
    /// Some wording has this content in it.
    bool bears(QStringView content) const;
    /// Two neighbours of the piece stand side by side in some wording, and whether all of them do.
    enum class Known { None, Some, All };
    Known known(QStringView content) const;
    /// The share of its character pairs that the table's wording has as well, from 0 to 1.
    float knownShare(QStringView content) const;

    /// The column whose wording this is, word for word; -1 where it is none. `content`: see below.
    int columnOf(QStringView content) const;
    /// Columns that stand under the head of a group, where not all do.
    const std::vector<int> &groupedColumns() const { return m_grouped; }
    /// It is the wording of a group of columns, a corner note or the like, word for word.
    bool isHeading(QStringView content) const;

    /// Only what carries the wording: ideographs and letters, traditional characters simplified.
    static QString content(QStringView text)
    {
        const Content c = contentOf(text);
        return QString(c.data(), c.size());
    }
    static QChar contentOf(QChar c); ///< of one character; null where it carries no wording
    using Content = QVarLengthArray<QChar, 128>;
    static Content contentOf(QStringView text);
    /// The number a label starts with, as one character: '一'…'十' for 一、 or （一）, '1'…'9' for 1. ; 0 where none.
    static char16_t numbering(QStringView text);

private:
    enum Target : quint8 { Row, Column, Heading };
    struct Pattern {
        Target target;
        quint16 index;
        quint16 pairs;
        char16_t numbering;
        quint32 begin; ///< of its content in m_wording
    };
    void groupColumns(const FormTable &table);
    void add(Target target, qsizetype index, const QString &wording);
    void score(QStringView piece, LabelScores &out) const;

    QString m_wording;
    std::vector<Pattern> m_patterns;
    std::vector<std::pair<QString, int>> m_columnWordings;
    std::vector<QString> m_headings;
    std::vector<int> m_grouped;
    PairIndex m_byPair;
    size_t m_rows = 0;
    size_t m_columns = 0;
    std::unique_ptr<LabelMemo> m_memo;
};

} // namespace gouji
