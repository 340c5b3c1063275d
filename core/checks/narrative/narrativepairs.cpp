// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativescan.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// A word that a number may belong to.
bool isName(WordKind kind)
{
    return kind == WordKind::Label || kind == WordKind::Applicant || kind == WordKind::Outcome || kind == WordKind::Carry;
}

} // namespace

/// 「市民提出政府信息公开申请9件」, 「依申请公开申请数为0」: where no verb stands before them, these words say what 收到 says.
void NarrativeScan::nounsAsVerbs()
{
    const int received = m_words.entryNamed(u"received");
    for (int i = 1; received >= 0 && i < count(); ++i) {
        const bool object = at(i).is(WordKind::Object);
        const int word = object ? i - 1 : i;
        const QStringView text = QStringView(m_sentence->text).mid(at(word).begin, at(word).end - at(word).begin);
        const bool before = object && at(word).is(WordKind::Filler) && (text == u"提出" || text == u"提交");
        const bool behind = at(word).is(WordKind::Glue) && at(word - (word > 0)).is(WordKind::Object)
            && (text == u"数" || text == u"数量" || text == u"总数" || text == u"总量" || text == u"件数");
        if (!before && !behind)
            continue;
        const int begin = clauseBegin(word);
        const auto speaks = [&](const Token &t) {
            return t.is(WordKind::Verb) || t.is(WordKind::Negative) || t.is(WordKind::None) || t.is(WordKind::Remedy)
                || t.is(WordKind::Carry);
        };
        if (std::any_of(m_tokens.begin() + begin, m_tokens.begin() + word, speaks))
            continue;
        m_tokens[size_t(word)].kind = WordKind::Verb;
        m_tokens[size_t(word)].entry = received;
    }
}

/// 「予以公开、部分公开、不予公开分别为20件、6件、8件」: as many numbers as names, in the same order.
void NarrativeScan::readRespectively(int i)
{
    struct Name {
        int token;
        int entry;
    };
    std::vector<Name> names;
    int j = i - 1;
    for (; j >= 0; --j) {
        const Token &t = at(j);
        if (t.type == Token::Type::Word && isName(t.kind)) {
            // 「予以公开、部分公开」 is one word of the list, for their sum
            const int both = entryOf(j).id == "granted_both"_L1 ? m_words.entryNamed(u"partially_granted") : -1;
            if (both >= 0)
                names.push_back({j, both});
            names.push_back({j, both >= 0 ? m_words.entryNamed(u"granted") : t.entry});
            continue;
        }
        const bool passes = t.type == Token::Type::Pause || t.is(WordKind::Filler) || t.is(WordKind::Glue) || t.is(WordKind::WeakObject);
        if (!passes)
            break;
    }
    std::reverse(names.begin(), names.end());
    std::vector<int> numbers;
    for (int k = i + 1; k < count(); ++k) {
        const Token &t = at(k);
        if (t.type == Token::Type::Count)
            numbers.push_back(k);
        else if (t.type != Token::Type::Pause && !t.is(WordKind::Filler) && !t.is(WordKind::Glue))
            break;
    }
    if (names.size() < 2 || names.size() != numbers.size() || !m_foreign.isEmpty())
        return;
    const int first = names.front().token;
    if (!clauseVeto(clauseBegin(first), first, WordKind::Label).isEmpty())
        return;
    for (size_t n = 0; n < names.size(); ++n) {
        const NarrativeEntry &entry = m_words.entry(names[n].entry);
        const bool outcome = entry.kind == WordKind::Outcome;
        const bool known = outcome ? m_remedy >= 0 && spokenOfPublicity() : m_counted;
        if (!known || !at(numbers[n]).number.value.isWhole())
            return;
        NarrativeClaim claim = unmatched(numbers[n], {});
        claim.entry = names[n].entry;
        if (outcome)
            claim.groups = m_words.entry(m_remedy).groups;
        emitClaim(claim, names[n].token, numbers[n]);
        m_paired = numbers[n];
    }
}

} // namespace gouji
