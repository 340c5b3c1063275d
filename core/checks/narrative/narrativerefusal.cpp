// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/oneof.h"
#include "checks/narrative/narrativecells.h"
#include "checks/narrative/narrativescan.h"

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

} // namespace

/// Someone else is the subject, right before the governing word: 「市教育局共」收到….
bool NarrativeScan::foreignBody(int begin, int end) const
{
    if (m_report.agency.isEmpty() || end <= begin)
        return false;
    int last = end - 1;
    while (last >= begin
        && (at(last).is(WordKind::Glue) || at(last).is(WordKind::OwnTime) || at(last).type == Token::Type::OwnTime
            || at(last).is(WordKind::Scope) || at(last).is(WordKind::Part)))
        --last;
    if (last < begin)
        return false;
    QStringView subject = QStringView(m_sentence->text).mid(at(begin).begin, at(last).end - at(begin).begin);
    for (const QStringView adverb :
        {QStringView(u"依法"), QStringView(u"累计"), QStringView(u"还"), QStringView(u"总"), QStringView(u"全部"), QStringView(u"实际")}) {
        if (subject.endsWith(adverb))
            subject.chop(adverb.size());
    }
    for (const QStringView suffix : {QStringView(u"办事处"), QStringView(u"委员会"), QStringView(u"政府"), QStringView(u"街道"),
             QStringView(u"中心"), QStringView(u"公司"), QStringView(u"法院"), QStringView(u"学校"), QStringView(u"医院"),
             QStringView(u"支队"), QStringView(u"大队"), QStringView(u"办公室"), QStringView(u"局"), QStringView(u"委"), QStringView(u"厅"),
             QStringView(u"办"), QStringView(u"镇"), QStringView(u"乡"), QStringView(u"会"), QStringView(u"部门"), QStringView(u"单位"),
             QStringView(u"机关"), QStringView(u"科"), QStringView(u"处"), QStringView(u"室")}) {
        if (!subject.endsWith(suffix) || subject.size() == suffix.size())
            continue;
        const QStringView name = subject.chopped(suffix.size());
        if (suffix == u"机关" && isOneOf(name.back(), u"局委办厅"))
            return false; // 「局机关」 is the body itself
        if (name.endsWith(u'我') || name.endsWith(u'本') || name.endsWith(u'该'))
            return name.endsWith(u'该');
        const qsizetype kept = std::min<qsizetype>(name.size(), 2);
        return !isAbbreviation(subject.last(kept + suffix.size()), m_report.agency);
    }
    return false;
}

/// Something in the clause says that the number is a part, or of something else.
QString NarrativeScan::clauseVeto(int begin, int end, WordKind of) const
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
        // 「涉及政府信息公开的行政复议」 says which cases, not some of them
        if (of == WordKind::Remedy && t.is(WordKind::Veto) && entryOf(j).id == "content"_L1 && j + 1 < end
            && (at(j + 1).is(WordKind::Filler) || at(j + 1).is(WordKind::Object) || at(j + 1).is(WordKind::Topic)))
            continue;
        // 「其余3件结转下年度」, 「另有3件」: what is left is what is carried forward
        if (of == WordKind::Carry && t.is(WordKind::Veto) && isOneOf(m_sentence->text[t.begin], u"其余剩余下另"))
            continue;
        // 「全市交通运输系统共收到」 names bodies, not a channel
        const bool bodies = t.is(WordKind::Veto) && t.end - t.begin == 2 && QStringView(m_sentence->text).mid(t.begin, 2) == u"系统"
            && std::any_of(m_tokens.begin() + begin, m_tokens.begin() + j, [](const Token &before) { return before.is(WordKind::Scope); });
        if (t.is(WordKind::Veto) && !bodies && !(allChannels && entryOf(j).id == "channel"_L1))
            return entryOf(j).reason;
        if (of == WordKind::Verb && t.is(WordKind::Document) && !allChannels)
            return u"是渠道的分项"_s;
    }
    return {};
}

/// Nothing but the year, the body itself and 共 stands before the verb: 「当场」 or 「提前」 would make it a part.
bool NarrativeScan::bareClause(int begin, int end) const
{
    for (int j = begin; j < end; ++j) {
        const Token &t = at(j);
        const bool bare = t.is(WordKind::Glue) || t.is(WordKind::OwnTime) || t.is(WordKind::Filler) || t.is(WordKind::Part)
            || t.is(WordKind::Scope) || t.is(WordKind::Topic) || t.is(WordKind::Object) || t.is(WordKind::Carry)
            || t.type == Token::Type::OwnTime || t.type == Token::Type::Pause || t.type == Token::Type::Open
            || t.type == Token::Type::Close;
        const QStringView text = QStringView(m_sentence->text).mid(t.begin, t.end - t.begin);
        const bool adverb = text == u"实际" || text == u"依法" || text == u"应" || text == u"应当" || text == u"需" || text == u"全部";
        const bool own = t.type == Token::Type::Gap
            && (adverb || text.endsWith(u"本级") || text.startsWith(u'我') || text.startsWith(u'本')
                || isAbbreviation(text, m_report.agency));
        const bool sum = t.is(WordKind::OtherTime) && text == u"累计"; // its time was judged before
        if (!bare && !own && !sum)
            return false;
    }
    return true;
}

/// A government or a zone's administration counts for all its departments; an office or a bureau does not.
bool NarrativeScan::speaksForARegion() const
{
    for (const QStringView tail :
        {QStringView(u"政府"), QStringView(u"市"), QStringView(u"县"), QStringView(u"区"), QStringView(u"州"), QStringView(u"省"),
            QStringView(u"镇"), QStringView(u"乡"), QStringView(u"管理委员会"), QStringView(u"管委会"), QStringView(u"街道办事处")}) {
        if (m_report.agency.endsWith(tail))
            return true;
    }
    return false;
}

/// Remedies are only of interest where they are about disclosure: 「因政府信息公开…」, 「被申请行政复议」.
bool NarrativeScan::spokenOfPublicity()
{
    if (m_topic)
        return true;
    if (!m_publicity) {
        const QString &text = m_sentence->text;
        m_publicity
            = text.contains(u"信息公开"_s) || text.contains(u"公开申请"_s) || text.contains(u"申请公开"_s) || text.contains(u"公开工作"_s);
    }
    return *m_publicity;
}

/// 「收到29件…其中已办结28件」: all that were done, unless it may be a part of them.
bool NarrativeScan::isAllDone(const NarrativeEntry &entry, int i) const
{
    if (entry.id != "done"_L1 || !m_counted)
        return false;
    const NarrativeCells cells(m_report);
    const OperandSum done = cells.sum(cells.resolve(entry.cells, {}));
    return done.known && at(i).number.value >= done.value;
}

QString NarrativeScan::refusal(const Governor &g, int i)
{
    const NarrativeEntry &entry = entryOf(g.token);
    const int begin = clauseBegin(g.left ? g.token : i);
    if (!m_foreign.isEmpty())
        return m_foreign;
    if (const QString veto = clauseVeto(begin, g.left ? i : g.token, entry.kind); !veto.isEmpty())
        return veto;
    if (i + 1 < count() && (at(i + 1).is(WordKind::Veto) || at(i + 1).is(WordKind::Document) || at(i + 1).is(WordKind::Compare)))
        return entryOf(i + 1).reason;
    if (foreignBody(begin, g.left ? g.token : i))
        return u"说的是其他机关"_s;
    switch (entry.kind) {
    case WordKind::Verb:
        if (g.part && entry.id != "new"_L1 && !isAllDone(entry, i))
            return u"是其中的一部分"_s;
        if (g.object || objectRight(i))
            return {};
        if (!objectEarlier(i) || !bareClause(begin, g.token))
            return u"没有说明数的是政府信息公开申请"_s;
        if (entry.id == "done"_L1 ? m_counted : entry.id == "new"_L1 || m_headlines == 0)
            return {};
        return u"没有说明数的是政府信息公开申请"_s;
    case WordKind::Carry:
        return m_topic || m_counted || g.object || m_firstObject < count() ? QString() : u"没有说明数的是政府信息公开申请"_s;
    case WordKind::Applicant:
        // 「企业5个」 counts enterprises.
        if (isOneOf(m_sentence->text[at(i).end - 1], u"个项条"))
            return u"数的不是申请"_s;
        return m_counted ? QString() : u"此前没有说到收到多少申请"_s;
    case WordKind::Label:
        return m_counted || m_sentence->text.contains(u"表三"_s) ? QString() : u"此前没有说到收到多少申请"_s;
    case WordKind::Remedy:
        if (g.left) {
            for (int j = begin; j < g.token; ++j) {
                // 「因政府信息公开答复被申请行政复议」: what was done is the reason, not the case
                const QStringView behind = QStringView(m_sentence->text).mid(at(j).end, at(g.token).begin - at(j).end);
                if (at(j).is(WordKind::Verb) && entryOf(j).id != "received"_L1 && !behind.contains(u'被'))
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

} // namespace gouji
