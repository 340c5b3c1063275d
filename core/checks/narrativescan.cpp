// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrativescan.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// All characters of `part` in order within `whole`: 「住建局」 in 「住房和城乡建设局」.
bool isAbbreviation(QStringView part, QStringView whole)
{
    qsizetype at = 0;
    for (const QChar c : part) {
        at = whole.indexOf(c, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

bool isHeadline(const NarrativeEntry &entry)
{
    return entry.kind == WordKind::Verb && entry.id != "done"_L1;
}

} // namespace

bool NarrativeScan::isStop(int i) const
{
    return at(i).type == Token::Type::Stop;
}

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
        m_topic = m_counted = false;
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
    for (int i = 0; i < count(); ++i)
        note(at(i), i);
}

/// The report's year: whatever other time was spoken of is over, unless it was the beginning of a span or a plan.
void NarrativeScan::ownTime(int i)
{
    const bool span = i > 1 && at(i - 2).type == Token::Type::OtherTime && at(i - 1).end - at(i - 1).begin == 1
        && QStringView(u"至到-").contains(m_sentence->text[at(i - 1).begin]);
    if (!span && !m_plan)
        m_foreign.clear();
}

/// 「2023年累计」 is the year's own sum, 「截至2023年底累计」 is not.
bool NarrativeScan::sumOfTheYear(int i) const
{
    if (m_sentence->text.contains(u"截至"_s) || m_sentence->text.contains(u"截止"_s))
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
        readCount(i);
        return;
    case Token::Type::Other:
        m_out.claims << unmatched(i, u"不是件数"_s);
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

/// A government or a zone's administration counts for all its departments; an office or a bureau does not.
bool NarrativeScan::speaksForARegion() const
{
    for (const QStringView tail : {QStringView(u"政府"), QStringView(u"市"), QStringView(u"县"), QStringView(u"区"), QStringView(u"州"), QStringView(u"省"),
                                   QStringView(u"镇"), QStringView(u"乡"), QStringView(u"管理委员会"), QStringView(u"管委会"), QStringView(u"街道办事处")}) {
        if (m_report.agency.endsWith(tail))
            return true;
    }
    return false;
}

void NarrativeScan::emitClaim(NarrativeClaim claim, int first, int last)
{
    claim.phrase = m_sentence->range(at(first).begin, at(last).end);
    claim.widerScope = m_scope && !speaksForARegion();
    m_out.claims << claim;
}

/// Walks back from a number over what may stand between a word and its number.
NarrativeScan::Governor NarrativeScan::governorLeft(int i, int begin) const
{
    Governor g;
    bool glued = false;
    for (int j = i - 1; j >= begin; --j) {
        const Token &t = at(j);
        if (t.type == Token::Type::Close) { // a remark without numbers is passed over
            while (j > begin && at(j).type != Token::Type::Open)
                --j;
            if (at(j).type != Token::Type::Open)
                break;
            continue;
        }
        if (t.type == Token::Type::Comma) {
            if (glued && m_sentence->text[t.begin] == u',' && m_sentence->text[t.end] != u'共' && m_sentence->text[t.end] != u'合' && m_sentence->text[t.end] != u'总')
                break;
            if (m_sentence->text[t.begin] == u',' && !glued)
                break;
            continue;
        }
        if (t.type == Token::Type::Gap) {
            g.reason = u"词与数之间隔着别的话"_s;
            return g;
        }
        if (t.type != Token::Type::Word)
            break;
        switch (t.kind) {
        case WordKind::Glue:
            glued = true;
            continue;
        case WordKind::Filler:
            if (m_sentence->text.mid(t.begin, t.end - t.begin) == u"的"_s)
                continue;
            break;
        case WordKind::Verb:
            // 「收到…申请办理事项」: the noun 办理 does not govern where a verb stands before the object.
            if (j > begin && entryOf(j).id == "handled"_L1 && (at(j - 1).is(WordKind::Object) || at(j - 1).is(WordKind::Topic))) {
                const Governor outer = governorOfObject(j - 1, begin);
                if (outer.token >= 0 && at(outer.token).is(WordKind::Verb))
                    return outer;
            }
            g.token = j;
            return g;
        case WordKind::Carry:
        case WordKind::Label:
        case WordKind::Applicant:
        case WordKind::Remedy:
        case WordKind::Outcome:
            g.token = j;
            return g;
        case WordKind::Object:
        case WordKind::Topic:
        case WordKind::WeakObject:
            return governorOfObject(j, begin);
        case WordKind::Compare:
        case WordKind::Veto:
        case WordKind::Document:
            g.reason = entryOf(j).reason;
            return g;
        default:
            break;
        }
        break;
    }
    g.reason = u"没有找到它所数的事"_s;
    return g;
}

/// From an object back to its verb: 收到 公民、法人和其他组织提出的 政府信息公开申请. 上年结转 and the columns take
/// the same object.
NarrativeScan::Governor NarrativeScan::governorOfObject(int i, int begin) const
{
    Governor g;
    g.object = at(i).kind != WordKind::WeakObject;
    g.reason = u"没有动词，不知是收到、办结还是别的"_s;
    for (int j = i - 1; j >= begin; --j) {
        const Token &t = at(j);
        if (t.type == Token::Type::Pause || t.is(WordKind::Filler) || t.is(WordKind::Glue))
            continue;
        if (t.is(WordKind::Object) || t.is(WordKind::Topic) || t.is(WordKind::WeakObject)) {
            g.object = g.object || t.kind != WordKind::WeakObject;
            continue;
        }
        if (t.is(WordKind::Verb) || t.is(WordKind::Carry) || t.is(WordKind::Applicant)) {
            g.token = j;
            g.object = g.object || (m_topic && m_headlines == 0);
            return g;
        }
        if (t.is(WordKind::Veto) || t.is(WordKind::Compare) || t.is(WordKind::Document))
            g.reason = entryOf(j).reason;
        else if (t.type == Token::Type::Gap)
            g.reason = u"动词与申请之间另有限定"_s;
        return g;
    }
    return g;
}

/// 「1件结果维持」, 「7件正在办理中」: the word behind the number.
NarrativeScan::Governor NarrativeScan::governorRight(int i) const
{
    Governor g;
    g.left = false;
    g.reason = u"没有找到它所数的事"_s;
    for (int j = i + 1; j < count(); ++j) {
        const Token &t = at(j);
        if (t.is(WordKind::Glue) || (t.is(WordKind::Filler) && t.end - t.begin == 1))
            continue;
        if (t.is(WordKind::Outcome) || t.is(WordKind::Label) || t.is(WordKind::Closed) || t.is(WordKind::Carry)) {
            // 「12件予以公开5件」: then the word belongs to the number behind it.
            int after = j + 1;
            while (after < count() && at(after).is(WordKind::Glue))
                ++after;
            if (after < count() && at(after).type == Token::Type::Count)
                return g;
            // A phrase that goes on (维持原判的…) says more than the label.
            if (after < count() && at(after).type == Token::Type::Gap)
                return g;
            g.token = j;
        }
        return g;
    }
    return g;
}

/// 「收到12封申请」: the object behind the number, and nothing but it.
bool NarrativeScan::objectRight(int i) const
{
    for (int j = i + 1; j < count(); ++j) {
        const Token &t = at(j);
        if (t.is(WordKind::Object))
            return true;
        if (t.is(WordKind::Topic) || t.is(WordKind::WeakObject)) {
            // 「5件申请公开拆迁方案」 tells what was asked for.
            const bool ends = j + 1 >= count() || (at(j + 1).type != Token::Type::Gap && !at(j + 1).is(WordKind::Veto) && !at(j + 1).is(WordKind::Document));
            return ends && (t.is(WordKind::Topic) || m_topic);
        }
        if (!t.is(WordKind::Filler) && !t.is(WordKind::Glue) && t.type != Token::Type::Pause)
            return false;
    }
    return false;
}

/// An application was named before in this sentence, and the clause of the number names nothing else.
bool NarrativeScan::objectEarlier(int i) const
{
    bool named = m_topic;
    for (int j = 0; j < i; ++j)
        named = named || at(j).is(WordKind::Object) || at(j).is(WordKind::Topic);
    if (!named)
        return false;
    if (i + 1 >= count())
        return true;
    const Token &next = at(i + 1);
    return next.type == Token::Type::Comma || next.type == Token::Type::Stop || next.type == Token::Type::Pause || next.type == Token::Type::Open
        || next.type == Token::Type::Close;
}

/// Someone else is the subject, right before the governing word: 「市教育局共」收到….
bool NarrativeScan::foreignBody(int begin, int end) const
{
    if (m_report.agency.isEmpty() || end <= begin)
        return false;
    int last = end - 1;
    while (last >= begin
           && (at(last).is(WordKind::Glue) || at(last).is(WordKind::OwnTime) || at(last).type == Token::Type::OwnTime || at(last).is(WordKind::Scope)
               || at(last).is(WordKind::Part)))
        --last;
    if (last < begin)
        return false;
    QStringView subject = QStringView(m_sentence->text).mid(at(begin).begin, at(last).end - at(begin).begin);
    for (const QStringView adverb : {QStringView(u"依法"), QStringView(u"累计"), QStringView(u"还"), QStringView(u"总"), QStringView(u"全部"), QStringView(u"实际")}) {
        if (subject.endsWith(adverb))
            subject.chop(adverb.size());
    }
    for (const QStringView suffix : {QStringView(u"办事处"), QStringView(u"委员会"), QStringView(u"政府"), QStringView(u"街道"), QStringView(u"中心"), QStringView(u"公司"),
                                     QStringView(u"法院"), QStringView(u"学校"), QStringView(u"医院"), QStringView(u"支队"), QStringView(u"大队"), QStringView(u"办公室"),
                                     QStringView(u"局"), QStringView(u"委"), QStringView(u"厅"), QStringView(u"办"), QStringView(u"镇"), QStringView(u"乡"), QStringView(u"会"),
                                     QStringView(u"部门"), QStringView(u"单位"), QStringView(u"机关"), QStringView(u"科"), QStringView(u"处"), QStringView(u"室")}) {
        if (!subject.endsWith(suffix) || subject.size() == suffix.size())
            continue;
        const QStringView name = subject.chopped(suffix.size());
        if (suffix == u"机关" && QStringView(u"局委办厅").contains(name.back()))
            return false; // 「局机关」 is the body itself
        if (name.endsWith(u'我') || name.endsWith(u'本') || name.endsWith(u'该'))
            return name.endsWith(u'该');
        const qsizetype kept = std::min<qsizetype>(name.size(), 2);
        return !isAbbreviation(subject.last(kept + suffix.size()), m_report.agency);
    }
    return false;
}

/// Something in the clause says that the number is a part, or of something else.
QString NarrativeScan::clauseVeto(int begin, int end, bool verb) const
{
    const QStringView clause = QStringView(m_sentence->text).mid(at(begin).begin, at(end).end - at(begin).begin);
    // 「通过网站、信函等渠道共收到」 names all channels, which is the whole.
    const qsizetype etc = clause.indexOf(u'等');
    const QStringView behind = etc < 0 ? QStringView() : clause.mid(etc, 8);
    const bool allChannels = behind.contains(u"渠道") || behind.contains(u"方式") || behind.contains(u"途径") || behind.contains(u"形式");
    for (int j = begin; j < end; ++j) {
        const Token &t = at(j);
        if (t.type == Token::Type::Open) { // a remark in brackets qualifies nothing
            int close = j;
            while (close < end && at(close).type != Token::Type::Close)
                ++close;
            if (close < end)
                j = close;
            continue;
        }
        if (t.is(WordKind::Compare))
            return entryOf(j).reason;
        if (t.is(WordKind::Veto) && !(allChannels && entryOf(j).id == "channel"_L1))
            return entryOf(j).reason;
        if (verb && t.is(WordKind::Document) && !allChannels)
            return u"是渠道的分项"_s;
    }
    return {};
}

/// 「含上年结转」, 「其中上年结转」.
bool NarrativeScan::carriedIncluded() const
{
    for (int j = 1; j < count(); ++j) {
        if (!at(j).is(WordKind::Carry) || entryOf(j).id != "carried_over"_L1)
            continue;
        int before = j - 1;
        while (before > 0 && (at(before).is(WordKind::Glue) || at(before).type == Token::Type::Open || at(before).type == Token::Type::Comma || at(before).type == Token::Type::Count))
            --before;
        if (at(before).is(WordKind::Include) || at(before).is(WordKind::Part))
            return true;
    }
    return false;
}

/// Remedies are only of interest where they are about disclosure: 「因政府信息公开…」, 「被申请行政复议」.
bool NarrativeScan::spokenOfPublicity() const
{
    const QString &text = m_sentence->text;
    return m_topic || text.contains(u"信息公开"_s) || text.contains(u"公开申请"_s) || text.contains(u"申请公开"_s) || text.contains(u"公开工作"_s);
}

/// Nothing but the year, the body itself and 共 stands before the verb: 「当场」 or 「提前」 would make it a part.
bool NarrativeScan::bareClause(int begin, int end) const
{
    for (int j = begin; j < end; ++j) {
        const Token &t = at(j);
        const bool bare = t.is(WordKind::Glue) || t.is(WordKind::OwnTime) || t.is(WordKind::Filler) || t.is(WordKind::Part) || t.is(WordKind::Scope) || t.is(WordKind::Topic)
            || t.is(WordKind::Object) || t.is(WordKind::Carry) || t.type == Token::Type::OwnTime || t.type == Token::Type::Pause || t.type == Token::Type::Open
            || t.type == Token::Type::Close;
        const QStringView text = QStringView(m_sentence->text).mid(t.begin, t.end - t.begin);
        const bool own = t.type == Token::Type::Gap && (text.startsWith(u'我') || text.startsWith(u'本') || isAbbreviation(text, m_report.agency));
        const bool sum = t.is(WordKind::OtherTime) && text == u"累计"; // its time was judged before
        if (!bare && !own && !sum)
            return false;
    }
    return true;
}

QString NarrativeScan::refusal(const Governor &g, int i) const
{
    const NarrativeEntry &entry = entryOf(g.token);
    const int begin = clauseBegin(g.left ? g.token : i);
    if (!m_foreign.isEmpty())
        return m_foreign;
    if (const QString veto = clauseVeto(begin, g.left ? i : g.token, entry.kind == WordKind::Verb); !veto.isEmpty())
        return veto;
    if (i + 1 < count() && (at(i + 1).is(WordKind::Veto) || at(i + 1).is(WordKind::Document) || at(i + 1).is(WordKind::Compare)))
        return entryOf(i + 1).reason;
    if (foreignBody(begin, g.left ? g.token : i))
        return u"说的是其他机关"_s;
    switch (entry.kind) {
    case WordKind::Verb:
        if (g.part && entry.id != "new"_L1)
            return u"是其中的一部分"_s;
        if (g.object || objectRight(i))
            return {};
        if (!objectEarlier(i) || !bareClause(begin, g.token))
            return u"没有说明数的是政府信息公开申请"_s;
        if (entry.id == "done"_L1 ? m_counted : entry.id == "new"_L1 || m_headlines == 0)
            return {};
        return u"没有说明数的是政府信息公开申请"_s;
    case WordKind::Carry:
        return m_topic || m_counted || g.object ? QString() : u"没有说明数的是政府信息公开申请"_s;
    case WordKind::Applicant:
        // 「企业5个」 counts enterprises.
        if (QStringView(u"个项条").contains(m_sentence->text[at(i).end - 1]))
            return u"数的不是申请"_s;
        return m_counted ? QString() : u"此前没有说到收到多少申请"_s;
    case WordKind::Label:
        return m_counted ? QString() : u"此前没有说到收到多少申请"_s;
    case WordKind::Remedy:
        if (g.left) {
            for (int j = begin; j < g.token; ++j) {
                if (at(j).is(WordKind::Verb) && entryOf(j).id != "received"_L1)
                    return u"说的是办理他人的复议、诉讼"_s;
            }
        }
        return spokenOfPublicity() ? QString() : u"没有说明与政府信息公开有关"_s;
    case WordKind::Outcome:
    case WordKind::Closed:
        return m_remedy >= 0 && spokenOfPublicity() ? QString() : u"不知是复议还是诉讼的结果"_s;
    default:
        return u"没有找到它所数的事"_s;
    }
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
    if (g.token < 0) {
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
    } else if (entry.kind == WordKind::Remedy) {
        claim.groups = entry.groups;
        m_remedyTotal = claim.value;
        m_remedyCounted = true;
    } else if (entry.kind == WordKind::Outcome || entry.kind == WordKind::Closed) {
        claim.groups = m_words.entry(m_remedy).groups;
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
    const bool ends = j >= count() || at(j).type == Token::Type::Comma || at(j).type == Token::Type::Stop || at(j).type == Token::Type::Close
        || at(j).type == Token::Type::Open;
    if (!named || !(pureObject || m_topic) || !ends || !m_foreign.isEmpty())
        return;
    const int begin = clauseBegin(i);
    if (!clauseVeto(begin, last, true).isEmpty() || foreignBody(begin, i))
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
        const bool passes = t.is(WordKind::Filler) || t.is(WordKind::Glue) || t.is(WordKind::Object) || t.is(WordKind::Topic) || t.is(WordKind::WeakObject)
            || t.type == Token::Type::Pause;
        if (!passes)
            break;
    }
    const bool ends = j >= count() || at(j).type == Token::Type::Comma || at(j).type == Token::Type::Stop || at(j).type == Token::Type::Close
        || at(j).type == Token::Type::Open;
    if (remedies.empty() || !ends)
        return;
    const int begin = clauseBegin(i);
    if (!clauseVeto(begin, j - 1, false).isEmpty() || foreignBody(begin, i))
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
