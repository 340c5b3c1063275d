// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativescan.h"

#include "base/oneof.h"
#include "checks/narrative/narrativecells.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool contains(const QStringList &whole, const QStringList &parts)
{
    return std::all_of(parts.begin(), parts.end(), [&](const QString &part) { return whole.contains(part); });
}

bool isHeadline(const NarrativeEntry &entry) { return entry.kind == WordKind::Verb && entry.id != "done"_L1; }

} // namespace

bool NarrativeScan::isStop(int i) const { return at(i).type == Token::Type::Stop; }

/// First token behind the number before this one, or behind a ；.
int NarrativeScan::segmentBegin(int i) const
{
    int begin = i;
    while (begin > 0 && !isStop(begin - 1) && at(begin - 1).type != Token::Type::Count && at(begin - 1).type != Token::Type::Other)
        --begin;
    return begin;
}

int NarrativeScan::clauseBegin(int i) const
{
    int begin = i;
    while (begin > 0) {
        const Token::Type type = at(begin - 1).type;
        if (type == Token::Type::Comma || type == Token::Type::Stop || type == Token::Type::Count || type == Token::Type::Other)
            break;
        --begin;
    }
    return begin;
}

void NarrativeScan::read(const NarrativeSentence &sentence)
{
    m_sentence = &sentence;
    m_tokens = narrativeTokens(sentence, m_words, m_report.year);
    if (sentence.paragraph != m_paragraph) {
        m_paragraph = sentence.paragraph;
        m_topic = m_counted = m_wide = false;
        m_headlines = 0;
        m_foreign.clear();
        m_plan = false;
        m_remedy = -1;
        m_remedyCounted = false;
    }
    const bool continues = !m_tokens.empty() && m_tokens.front().is(WordKind::Part);
    if (!continues) {
        m_foreign.clear();
        m_plan = false;
        m_remedy = -1;
        m_remedyCounted = false;
    }
    m_scope = false;
    m_paired = -1;
    m_carriedIncluded.reset();
    m_untilSome.reset();
    m_publicity.reset();
    const auto isObject = [](const Token &t) { return t.is(WordKind::Object) || t.is(WordKind::Topic); };
    nounsAsVerbs();
    m_firstObject = int(std::find_if(m_tokens.begin(), m_tokens.end(), isObject) - m_tokens.begin());
    for (int i = 0; i < count(); ++i)
        note(at(i), i);
}

/// The report's year: whatever other time was spoken of is over, unless it was the beginning of a span or a plan.
void NarrativeScan::ownTime(int i)
{
    const bool span = i > 1 && at(i - 2).type == Token::Type::OtherTime && at(i - 1).end - at(i - 1).begin == 1
        && isOneOf(m_sentence->text[at(i - 1).begin], u"至到-");
    if (!span && !m_plan)
        m_foreign.clear();
}

/// 「2023年累计」 is the year's own sum, 「截至2023年底累计」 is not.
bool NarrativeScan::sumOfTheYear(int i)
{
    if (!m_untilSome)
        m_untilSome = m_sentence->text.contains(u"截至"_s) || m_sentence->text.contains(u"截止"_s);
    if (*m_untilSome)
        return false;
    for (int j = 0; j < i; ++j) {
        if (at(j).type == Token::Type::OwnTime || at(j).is(WordKind::OwnTime))
            return true;
    }
    return false;
}

void NarrativeScan::note(const Token &token, int i)
{
    switch (token.type) {
    case Token::Type::OwnTime:
        ownTime(i);
        return;
    case Token::Type::OtherTime:
        if (i == 0 || !at(i - 1).is(WordKind::Compare))
            m_foreign = u"说的不是报告年度全年"_s;
        return;
    case Token::Type::Count:
        if (i > m_paired)
            readCount(i);
        return;
    case Token::Type::Other:
        m_out.claims << unmatched(i, u"不是件数"_s);
        return;
    case Token::Type::Gap:
        if (QStringView(m_sentence->text).mid(token.begin, token.end - token.begin).contains(u"本级"))
            m_scope = m_wide = false; // 「其中局本级新收到」
        return;
    case Token::Type::Word:
        break;
    default:
        return;
    }
    switch (token.kind) {
    case WordKind::OwnTime:
        ownTime(i);
        break;
    case WordKind::OtherTime: {
        const bool ownSum = m_sentence->text.mid(token.begin, token.end - token.begin) == u"累计"_s && sumOfTheYear(i);
        const bool compared = i > 0 && at(i - 1).is(WordKind::Compare);
        if (!ownSum && !compared) {
            m_foreign = entryOf(i).reason;
            m_plan = m_plan || entryOf(i).id == "plan"_L1;
        }
        break;
    }
    case WordKind::Object:
    case WordKind::Topic:
        m_topic = true;
        break;
    case WordKind::Ignore:
        m_topic = m_topic || entryOf(i).id == "topic_only"_L1;
        break;
    case WordKind::Document:
        m_counted = false;
        break;
    case WordKind::Scope:
        m_scope = true;
        break;
    case WordKind::Remedy:
        m_remedy = token.entry;
        m_remedyCounted = false;
        break;
    case WordKind::Veto:
        if (entryOf(i).id == "respectively"_L1)
            readRespectively(i);
        break;
    case WordKind::Negative:
        readNegative(i);
        break;
    case WordKind::None:
        readNone(i);
        break;
    default:
        break;
    }
}

NarrativeClaim NarrativeScan::unmatched(int i, const QString &reason) const
{
    const Token &token = at(i);
    NarrativeClaim claim;
    claim.value = claim.said = token.number.value;
    claim.exact = !token.number.approximate;
    claim.number = token.number;
    claim.reason = reason;
    claim.section = m_sentence->section;
    claim.sentence = m_sentence->range();
    claim.source = m_sentence->range(token.begin, token.end);
    claim.phrase = claim.source;
    return claim;
}

void NarrativeScan::emitClaim(NarrativeClaim claim, int first, int last)
{
    claim.phrase = m_sentence->range(at(first).begin, at(last).end);
    claim.widerScope = (m_scope || m_wide) && !speaksForARegion();
    m_out.claims << claim;
}

/// 「含上年结转」, 「其中上年结转」.
bool NarrativeScan::carriedIncluded()
{
    if (!m_carriedIncluded)
        m_carriedIncluded = findCarriedIncluded();
    return *m_carriedIncluded;
}

bool NarrativeScan::findCarriedIncluded() const
{
    for (int j = 1; j < count(); ++j) {
        if (!at(j).is(WordKind::Carry) || entryOf(j).id != "carried_over"_L1)
            continue;
        int before = j - 1;
        while (before > 0
            && (at(before).is(WordKind::Glue) || at(before).type == Token::Type::Open || at(before).type == Token::Type::Comma
                || at(before).type == Token::Type::Count))
            --before;
        if (at(before).is(WordKind::Include) || at(before).is(WordKind::Part))
            return true;
    }
    return false;
}

/// 「新收267件,上年结转38件,共计305件」: what was received and what was carried over, together.
bool NarrativeScan::sumsUp(int i) const
{
    bool together = false;
    int j = i - 1;
    for (; j > 0 && (at(j).is(WordKind::Glue) || at(j).type == Token::Type::Comma); --j)
        together = together || m_sentence->text[at(j).begin] == u'共' || m_sentence->text[at(j).begin] == u'合';
    if (!together || at(j).type != Token::Type::Count || m_out.claims.isEmpty() || m_words.entryNamed(u"handled") < 0)
        return false;
    const auto is = [&](const NarrativeClaim &claim, QStringView id) { return claim.matched() && m_words.entry(claim.entry).id == id; };
    const TextRange sentence = m_sentence->range();
    bool received = false;
    for (const NarrativeClaim &claim : std::as_const(m_out.claims)) {
        const bool here = claim.sentence.begin == sentence.begin;
        received = received || (here && (is(claim, u"new") || is(claim, u"received") || is(claim, u"accepted")));
    }
    return received && is(m_out.claims.last(), u"carried_over") && m_out.claims.last().sentence.begin == sentence.begin;
}

void NarrativeScan::readCount(int i)
{
    if (!at(i).number.value.isWhole()) {
        m_out.claims << unmatched(i, u"不是整数"_s);
        return;
    }
    const int begin = segmentBegin(i);
    Governor g = governorLeft(i, begin);
    for (int j = begin; j < i; ++j)
        g.part = g.part || at(j).is(WordKind::Part);
    if (g.token < 0) {
        const Governor right = governorRight(i);
        if (right.token >= 0)
            g = right;
    }
    if (g.token < 0 && sumsUp(i)) {
        NarrativeClaim claim = unmatched(i, {});
        claim.entry = m_words.entryNamed(u"handled");
        emitClaim(claim, i, i);
        return;
    }
    if (g.token < 0) {
        // 「政府信息公开申请共14件」: whether received or handled is not said, but what follows is of these
        const bool applications
            = std::any_of(m_tokens.begin() + begin, m_tokens.begin() + i, [](const Token &t) { return t.is(WordKind::Object); });
        m_counted = m_counted || (g.object && applications && m_foreign.isEmpty() && clauseVeto(begin, i, WordKind::Verb).isEmpty());
        m_out.claims << unmatched(i, g.reason);
        return;
    }
    const NarrativeEntry &entry = entryOf(g.token);
    if (const QString reason = refusal(g, i); !reason.isEmpty()) {
        m_out.claims << unmatched(i, reason);
        return;
    }
    NarrativeClaim claim = unmatched(i, {});
    claim.entry = at(g.token).entry;
    claim.carriedIncluded = entry.kind == WordKind::Verb && carriedIncluded();
    if (entry.kind == WordKind::Verb) {
        m_counted = true;
        m_headlines += isHeadline(entry);
        if (m_scope && isHeadline(entry)) {
            const NarrativeCells cells(m_report);
            const OperandSum own = cells.sum(cells.resolve(entry.cells, {}));
            m_wide = m_wide || !own.known || own.value != claim.value;
        }
    } else if (entry.kind == WordKind::Remedy) {
        claim.groups = entry.groups;
        m_remedyTotal = claim.value;
        m_remedyCounted = true;
    } else if (entry.kind == WordKind::Outcome || entry.kind == WordKind::Closed) {
        claim.groups = entry.kind == WordKind::Outcome ? groupsOfOutcome(g.token, i, claim.value) : m_words.entry(m_remedy).groups;
    }
    if (entry.kind == WordKind::Closed) {
        if (!m_remedyCounted || m_remedyTotal < claim.value) {
            m_out.claims << unmatched(i, u"不知总共有多少件"_s);
            return;
        }
        claim.said = m_remedyTotal - claim.value;
    }
    emitClaim(claim, std::min(g.token, i), std::max(g.token, i));
}

/// 「行政诉讼6件,其中直接起诉4件,复议后起诉2件,尚有1件正在审理」: an outcome in a clause of its own is of the group named last or of the
/// whole that was parted.
QStringList NarrativeScan::groupsOfOutcome(int word, int i, const Decimal &said) const
{
    const NarrativeEntry &last = m_words.entry(m_remedy);
    for (int j = clauseBegin(std::min(word, i)); j < i; ++j) {
        if (at(j).is(WordKind::Remedy))
            return last.groups;
    }
    for (int j = 0; j < i; ++j) {
        if (!at(j).is(WordKind::Remedy) || entryOf(j).groups.size() <= last.groups.size() || !contains(entryOf(j).groups, last.groups))
            continue;
        const NarrativeCells cells(m_report);
        const OperandSum ofLast = cells.sum(cells.resolve(entryOf(word).cells, last.groups));
        if (!ofLast.known || ofLast.value != said)
            return entryOf(j).groups;
    }
    return last.groups;
}

/// 未收到…申请: binds the new ones of the year.
void NarrativeScan::readNegative(int i)
{
    int j = i + 1;
    bool pureObject = false;
    while (j < count()) {
        const Token &t = at(j);
        if (t.is(WordKind::Remedy)) { // 未收到…行政复议
            readNone(i);
            return;
        }
        if (t.is(WordKind::Object) || t.is(WordKind::Topic) || t.is(WordKind::WeakObject)) {
            pureObject = pureObject || !t.is(WordKind::WeakObject);
        } else if (!(t.is(WordKind::Filler) || t.is(WordKind::Glue) || t.is(WordKind::Applicant) || t.type == Token::Type::Pause)) {
            break;
        }
        ++j;
    }
    const int last = j - 1;
    bool named = false;
    for (int k = i + 1; k <= last; ++k)
        named = named || at(k).is(WordKind::Object) || at(k).is(WordKind::Topic) || at(k).is(WordKind::WeakObject);
    // What follows the object must not turn it into something else (申请的投诉, 申请费).
    const bool ends = j >= count() || at(j).type == Token::Type::Comma || at(j).type == Token::Type::Stop
        || at(j).type == Token::Type::Close || at(j).type == Token::Type::Open;
    if (!named || !(pureObject || m_topic) || !ends || !m_foreign.isEmpty())
        return;
    const int begin = clauseBegin(i);
    if (!clauseVeto(begin, last, WordKind::Verb).isEmpty() || foreignBody(begin, i))
        return;
    for (int k = i + 1; k <= last; ++k) {
        if (at(k).is(WordKind::Applicant))
            return; // one kind of applicant only
    }
    NarrativeClaim claim;
    claim.kind = NarrativeClaim::Kind::Negative;
    claim.entry = at(i).entry;
    if (at(i).kind != WordKind::Negative)
        return;
    claim.section = m_sentence->section;
    claim.sentence = m_sentence->range();
    claim.source = m_sentence->range(at(i).begin, at(last).end);
    emitClaim(claim, i, last);
}

/// 「没有公民、法人或其他组织申请公开政府信息」, 「无依申请公开事项」: between the negation and the application nothing else is said.
void NarrativeScan::readNoApplication(int i, int last)
{
    const QStringView none = QStringView(m_sentence->text).mid(at(i).begin, at(i).end - at(i).begin);
    const bool ofAll = none == u"没有" || none == u"无" || none == u"未有" || none == u"未发生" || none == u"没有发生" || none == u"不存在"
        || none == u"未产生" || none == u"没有产生";
    bool named = false;
    for (int k = i + 1; k <= last; ++k) {
        if (at(k).is(WordKind::Applicant) && entryOf(k).id != "organisations"_L1)
            return; // one kind of applicant only
        named = named || at(k).is(WordKind::Object) || at(k).is(WordKind::Topic);
    }
    const int begin = clauseBegin(i);
    if (!ofAll || !named || !clauseVeto(begin, last, WordKind::Verb).isEmpty() || foreignBody(begin, i))
        return;
    const int entry = m_words.entryOfKind(WordKind::Negative);
    if (entry < 0)
        return;
    NarrativeClaim claim;
    claim.kind = NarrativeClaim::Kind::Negative;
    claim.entry = entry;
    claim.section = m_sentence->section;
    claim.sentence = m_sentence->range();
    claim.source = m_sentence->range(at(i).begin, at(last).end);
    emitClaim(claim, i, last);
}

/// 未发生…行政复议、行政诉讼: binds only what it names.
void NarrativeScan::readNone(int i)
{
    if (!m_foreign.isEmpty())
        return;
    std::vector<int> remedies;
    int j = i + 1;
    for (; j < count(); ++j) {
        const Token &t = at(j);
        if (t.is(WordKind::Remedy)) {
            remedies.push_back(j);
            continue;
        }
        const bool passes = t.is(WordKind::Filler) || t.is(WordKind::Glue) || t.is(WordKind::Object) || t.is(WordKind::Topic)
            || t.is(WordKind::WeakObject) || t.type == Token::Type::Pause
            || (t.is(WordKind::Verb) && QStringView(m_sentence->text).mid(t.end, 4).contains(u'被')); // 因…答复而被申请复议
        if (!passes)
            break;
    }
    const bool ends = j >= count() || at(j).type == Token::Type::Comma || at(j).type == Token::Type::Stop
        || at(j).type == Token::Type::Close || at(j).type == Token::Type::Open;
    if (remedies.empty() && ends && j > i + 1)
        readNoApplication(i, j - 1);
    if (remedies.empty() || !ends)
        return;
    const int begin = clauseBegin(i);
    if (!clauseVeto(begin, j - 1, WordKind::Remedy).isEmpty() || foreignBody(begin, i))
        return;
    const bool bare = remedies.front() == i + 1;
    if (!bare && !spokenOfPublicity())
        return;
    for (const int r : remedies) {
        NarrativeClaim claim;
        claim.kind = NarrativeClaim::Kind::Negative;
        claim.entry = at(r).entry;
        claim.groups = entryOf(r).groups;
        claim.section = m_sentence->section;
        claim.sentence = m_sentence->range();
        claim.source = m_sentence->range(at(i).begin, at(r).end);
        emitClaim(claim, i, r);
    }
}

} // namespace gouji
