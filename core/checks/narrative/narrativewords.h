// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "checks/finding.h"

#include <QHash>

#include <bitset>
#include <memory>
#include <vector>

namespace gouji {

/// What a word does in a sentence that counts something.
enum class WordKind {
    Verb, ///< 收到, 办结: names cells together with an object
    Object, ///< 政府信息公开申请: an application, beyond doubt
    Topic, ///< 依申请公开, 信息公开: an object after a verb; alone it only says what is spoken of
    WeakObject, ///< 申请: an application only where that is already spoken of
    Carry, ///< 上年结转, 结转下年: names a cell wherever applications are spoken of
    Label, ///< 予以公开, 属于国家秘密: names a row or a group of rows once applications were counted
    Applicant, ///< 自然人: names a column
    Remedy, ///< 行政复议, 行政诉讼: names a group of table four
    Outcome, ///< 结果维持: names an outcome of the group named last
    Closed, ///< 已审结: what is left of the group's total is pending
    Negative, ///< 未收到
    None, ///< 未发生, 无
    Filler, ///< may stand between a verb and its object: 公民、法人和其他组织提出的
    Glue, ///< may stand between a word and its number: 共计, 为
    Include, ///< 含, 包括
    Part, ///< 其中
    Compare, ///< 较上年, 增加: the number is a difference
    OwnTime, ///< 全年, 本年度
    OtherTime, ///< 去年, 上半年, 累计
    Scope, ///< 全区, 各部门: wider than the office that reports
    Document, ///< 网站, 文件: from here on documents and pages are counted, not applications
    Veto, ///< 协助, 咨询: this number is of something else
    Ignore, ///< 无法, 直接到: not the word it seems to contain
};

/// What the words of one entry mean.
struct NarrativeEntry {
    QString id;
    WordKind kind = WordKind::Ignore;
    QStringList words; ///< that mean it
    /// Cells whose sum is meant. "requests.denied_*.total" is every such row the report prints; a leading '-' subtracts;
    /// "remedies.{group}.upheld" takes the group of the sentence.
    QStringList cells;
    QList<QStringList> also; ///< readings accepted too
    std::optional<Severity> alsoSeverity; ///< of a finding where only such a reading fits; nothing: no finding
    QStringList groups; ///< of a Remedy: rows of table four
    QString reason; ///< why a number is left alone, for Veto, OtherTime, Document, …
};

/// The word list of the prose reader: which words name which cells, and which say that a number is of something else.
class NarrativeWords {
public:
    struct Match {
        int entry = -1;
        int length = 0;
    };

    /// Error code "bad-rule": the message names file, entry and reason.
    static Result<std::shared_ptr<const NarrativeWords>> load(const QString &file);
    static Result<std::shared_ptr<const NarrativeWords>> parse(const QByteArray &json, const QString &file);

    /// The longest word that begins at `at`; entry -1 where none does.
    Match match(QStringView text, qsizetype at) const;
    const NarrativeEntry &entry(int index) const { return m_entries[index]; }
    int entryOfKind(WordKind kind) const; ///< the first; -1 where there is none
    int entryNamed(QStringView id) const; ///< -1 where there is none
    int entryCount() const { return int(m_entries.size()); }
    /// Length of the counter (件, 宗, …) at `at`; 0 where none is.
    int counter(QStringView text, qsizetype at) const;
    /// Mends characters that recognition takes for others, where the pair makes a word of this list; keeps the length.
    void mendLookalikes(QString &text) const;

private:
    struct Word {
        QString text;
        int entry;
        int size; ///< of the text, whose last character settles most comparisons: no look at the text itself
        QChar last;
    };
    QList<NarrativeEntry> m_entries;
    std::vector<std::vector<Word>> m_words; ///< by first character, longest first
    QHash<QChar, int> m_byFirst;
    std::bitset<0x10000> m_first; ///< most characters begin no word: one test settles that
    QStringList m_counters; ///< longest first
    QHash<QString, QString> m_lookalikes; ///< pairs of characters
    std::bitset<0x10000> m_lookalikeFirst;
};

} // namespace gouji
