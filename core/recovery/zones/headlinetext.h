// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

namespace gouji {

/// A line or several without their white space, with the place of each character.
struct JoinedText {
    QString text;
    std::vector<qsizetype> at;

    void append(const JoinedText &other);
    TextRange range(qsizetype begin, qsizetype end) const { return {at[size_t(begin)], at[size_t(end - 1)] + 1}; }
};

/// The lines a title may stand on: those before `end` that are not empty, and no paragraphs.
std::vector<JoinedText> titleLines(QStringView text, qsizetype end);

/// Neighbouring characters of the title's words 「政府信息公开工作年度报告」 on a line.
int pairsOnLine(QStringView line);
/// Where the words of the title stand at their fullest, and how many pairs of neighbours of them.
std::pair<qsizetype, int> findPhrase(QStringView text);

/// A year in digits or ideographs, with 年 or 年度 behind it.
struct TitleYear {
    int value = 0; ///< 0: none
    qsizetype begin = -1;
    qsizetype digitsEnd = -1;
    qsizetype end = -1;
    bool isValid() const { return begin >= 0; }
};
TitleYear lastYear(QStringView text, qsizetype offset = 0);

/// The name of a body in what stands before a title's year: without 关于, title marks, field names and paths.
struct TitleName {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool doubtful = false; ///< one body forwards or reports on another
    qsizetype length() const { return end - begin; }
};
TitleName nameIn(QStringView text);

bool isNameCharacter(QChar c);
bool looksLikeBody(QStringView name); ///< ends as the names of bodies do
bool isAreaName(QStringView name); ///< 「云岭市」

} // namespace gouji
