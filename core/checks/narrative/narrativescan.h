// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/narrative/narrativereader.h"
#include "checks/narrative/narrativetokens.h"

namespace gouji {

/// Walks the sentences of a report in order and matches each number with the word that governs it. What is spoken of
/// (applications, remedies, documents) is carried from sentence to sentence within a paragraph.
class NarrativeScan {
public:
    NarrativeScan(const NarrativeWords &words, const Report &report, NarrativeReading &out)
        : m_words(words)
        , m_report(report)
        , m_out(out)
    {
    }

    void read(const NarrativeSentence &sentence);

private:
    using Token = NarrativeToken;

    /// The word that governs a number.
    struct Governor {
        int token = -1;
        bool object = false; ///< a verb's own object was found
        bool part = false; ///< stands behind 其中
        bool left = true; ///< before the number
        QString reason; ///< why there is none
    };

    bool isStop(int i) const;
    int segmentBegin(int i) const;
    int clauseBegin(int i) const;
    void note(const Token &token, int i);
    void ownTime(int i);
    void readCount(int i);
    void readRespectively(int i);
    void nounsAsVerbs();
    void readNegative(int i);
    void readNone(int i);
    void readNoApplication(int i, int last);
    Governor governorLeft(int i, int begin) const;
    Governor governorOfObject(int i, int begin) const;
    Governor governorRight(int i) const;
    bool sumsUp(int i) const;
    bool isEverybody(int i, int begin) const;
    int doneBehind(int i) const;
    QStringList groupsOfOutcome(int word, int i, const Decimal &said) const;
    bool objectRight(int i) const;
    bool objectEarlier(int i) const;
    QString refusal(const Governor &g, int i);
    QString clauseVeto(int begin, int end, WordKind of) const; ///< `of`: what governs the number or is denied
    bool foreignBody(int begin, int end) const;
    bool carriedIncluded();
    bool findCarriedIncluded() const;
    bool spokenOfPublicity();
    bool isAllDone(const NarrativeEntry &entry, int i) const;
    bool bareClause(int begin, int end) const;
    bool sumOfTheYear(int i);
    bool speaksForARegion() const;
    void emitClaim(NarrativeClaim claim, int first, int last);
    NarrativeClaim unmatched(int i, const QString &reason) const;
    const NarrativeEntry &entryOf(int i) const { return m_words.entry(m_tokens[size_t(i)].entry); }
    int count() const { return int(m_tokens.size()); }
    const Token &at(int i) const { return m_tokens[size_t(i)]; }

    const NarrativeWords &m_words;
    const Report &m_report;
    NarrativeReading &m_out;

    const NarrativeSentence *m_sentence = nullptr;
    std::vector<Token> m_tokens;
    int m_paragraph = -1;
    bool m_topic = false; ///< the paragraph speaks of disclosure on request
    bool m_counted = false; ///< applications were counted, and no documents since
    int m_headlines = 0; ///< received, accepted, handled: how many were matched in the paragraph
    QString m_foreign; ///< another time is spoken of: the reason
    bool m_plan = false; ///< what is spoken of has not happened: the year does not settle that
    bool m_scope = false;
    bool m_wide = false; ///< the paragraph has counted applications of more bodies than this one
    int m_paired = -1; ///< counts up to this token were matched by 分别
    int m_remedy = -1; ///< entry of the remedy named last in the sentence
    /// Looked up once a sentence, however many numbers it has.
    std::optional<bool> m_carriedIncluded;
    std::optional<bool> m_untilSome; ///< 截至, 截止
    std::optional<bool> m_publicity; ///< its own words say that it is about disclosure
    int m_firstObject = -1; ///< its first Object or Topic; as many as tokens where there is none
    Decimal m_remedyTotal; ///< the number it was matched with
    bool m_remedyCounted = false;
};

} // namespace gouji
