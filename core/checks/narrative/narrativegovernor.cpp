// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/oneof.h"
#include "checks/narrative/narrativescan.h"

namespace gouji {

using namespace Qt::StringLiterals;

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
            if (glued && m_sentence->text[t.begin] == u',' && m_sentence->text[t.end] != u'共' && m_sentence->text[t.end] != u'合'
                && m_sentence->text[t.end] != u'总')
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
            if (j > begin && at(j - 1).is(WordKind::Applicant) && m_sentence->text[t.begin] == u'提') // 「自然人提出41件」
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
    // 「网上提交20件」: what stands before an action may still say of what the number is a part.
    for (int j = i - 1; j >= begin && (at(j).is(WordKind::Filler) || at(j).is(WordKind::Glue) || at(j).is(WordKind::Veto)); --j) {
        if (at(j).is(WordKind::Veto))
            g.reason = entryOf(j).reason;
    }
    return g;
}

/// 「收到自然人、法人或其他组织提出的」: kinds of applicants in a list are all there are, one alone is a part.
bool NarrativeScan::isEverybody(int i, int begin) const
{
    const auto listed = [&](int j) { return j >= begin && j < count() && at(j).is(WordKind::Applicant) && at(j).entry != at(i).entry; };
    return (listed(i - 2) && at(i - 1).type == Token::Type::Pause) || (listed(i + 2) && at(i + 1).type == Token::Type::Pause);
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
        if (t.is(WordKind::Applicant) && isEverybody(j, begin))
            continue;
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

/// 「36件政府信息公开申请全部办结」: the verb behind the application at `i`, which nothing follows; -1 where there is none.
int NarrativeScan::doneBehind(int i) const
{
    if (!at(i).is(WordKind::Object))
        return -1;
    for (int j = i + 1; j < count(); ++j) {
        const Token &t = at(j);
        if (t.is(WordKind::Verb)) {
            const bool ends = j + 1 == count() || at(j + 1).type == Token::Type::Comma || at(j + 1).type == Token::Type::Stop
                || at(j + 1).is(WordKind::Glue);
            return entryOf(j).id == "done"_L1 && ends ? j : -1;
        }
        const QStringView text = QStringView(m_sentence->text).mid(t.begin, t.end - t.begin);
        const bool passes = t.is(WordKind::Glue)
            || (t.type == Token::Type::Gap && (text == u"全部" || text == u"悉" || text == u"均" || text == u"都" || text == u"已全部"));
        if (!passes)
            return -1;
    }
    return -1;
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
        if (const QStringView text = QStringView(m_sentence->text).mid(t.begin, t.end - t.begin);
            t.type == Token::Type::Gap && (text == u"按规定" || text == u"依法" || text == u"依规" || text == u"按程序"))
            continue;
        if (const int verb = doneBehind(j); verb >= 0) {
            g.token = verb;
            g.object = true;
            return g;
        }
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
            const bool among = j + 1 < count() && at(j + 1).type == Token::Type::Gap && at(j + 1).end - at(j + 1).begin == 1
                && isOneOf(m_sentence->text[at(j + 1).begin], u"中里");
            const bool ends = j + 1 >= count() || among
                || (at(j + 1).type != Token::Type::Gap && !at(j + 1).is(WordKind::Veto) && !at(j + 1).is(WordKind::Document));
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
    if (!m_topic && m_firstObject >= i)
        return false;
    if (i + 1 >= count())
        return true;
    const Token &next = at(i + 1);
    return next.type == Token::Type::Comma || next.type == Token::Type::Stop || next.type == Token::Type::Pause
        || next.type == Token::Type::Open || next.type == Token::Type::Close;
}

} // namespace gouji
