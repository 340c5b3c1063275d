// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/pairindex.h"

#include <QString>

#include <vector>

namespace gouji {

struct FormSection;

/// Finds the sections of a form by the words of their titles.
class TitleIndex
{
public:
    explicit TitleIndex(const QList<FormSection> &sections);

    struct Match {
        int section = 0; ///< number of it; 0 where the line is no title
        float score = 0;
    };
    /// What a line by itself reads like, from 0 to 1 for its words, more or less for its numbering.
    Match match(QStringView line) const;

    struct Place {
        int section = 0;
        qsizetype at = 0;
        qsizetype length = 0;
    };
    /// 「二、」 and the title, word for word, inside a longer text, in its order.
    std::vector<Place> findInside(QStringView text) const;

    /// What agreement of the numbering adds to the score.
    static constexpr float NumeralAgrees = 0.4f;

private:
    struct Title {
        int section = 0;
        char16_t numeral = 0;
        qsizetype comma = 0; ///< where it stands in the wording
        qsizetype pairs = 0; ///< of neighbouring characters
        QString wording; ///< with its numeral, normalised
    };
    std::vector<Title> m_titles;
    PairIndex m_pairs;
};

} // namespace gouji
