// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/prose.h"

#include "base/oneof.h"
#include "base/wordsin.h"
#include "checks/allchecks.h"
#include "checks/operands.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

Finding *tellProse(
    CheckRun &run, const QString &id, Severity severity, const NarrativeSentence &sentence, TextRange source, CheckRun::Places places)
{
    const Rule *rule = run.rule(id);
    if (!rule)
        return nullptr;
    Finding &finding = run.add(*rule, places);
    finding.severity = std::max(severity, rule->severity);
    finding.blame = Blame::Report;
    if (!sentence.text.isEmpty()) {
        static constexpr QStringView Numerals = u"零一二三四五六";
        finding.place
            = sentence.section > 0 && sentence.section < Numerals.size() ? u"第%1部分正文"_s.arg(Numerals[sentence.section]) : u"正文"_s;
        finding.sources << sentence.range();
    }
    if (source.isValid())
        finding.sources << source;
    return &finding;
}

/// Table four has cases and no prose says a word of them.
void checkSilence(CheckRun &run, const QList<NarrativeSentence> &sentences)
{
    const Report &report = run.report();
    if (sentences.isEmpty() || !report.section(1))
        return;
    const bool told = std::any_of(sentences.begin(), sentences.end(), [](const NarrativeSentence &s) {
        return holdsWords(s.text, u"复议")
            || (s.text.contains(u'诉') && (holdsWords(s.text, u"诉讼") || holdsWords(s.text, u"起诉") || holdsWords(s.text, u"应诉")));
    });
    if (told)
        return;
    QList<CellId> cells;
    QStringList values;
    for (const QString &group : {u"review"_s, u"litigation_direct"_s, u"litigation_after_review"_s}) {
        const CellId id = report.catalogue().cell(u"remedies."_s + group + u".total"_s);
        const Operand o = id.isValid() ? operand(report, id) : Operand();
        if (!o.known || o.value.isZero())
            continue;
        cells << id;
        values << cellText(report.catalogue(), id) + u' ' + o.value.toString();
    }
    if (cells.isEmpty())
        return;
    Finding *finding = tellProse(run, u"narrative.silent"_s, Severity::Hint, {}, {},
        {{"what"_L1, u"表四有"_s + values.join(u'、') + u"，正文没有提到行政复议、行政诉讼"_s}});
    if (finding) {
        finding->place = u"正文"_s;
        finding->cells = cells;
    }
}

/// 「共收到政府信息公开申请件」: a clause that counts, without a number.
static bool countsNothing(QStringView head)
{
    qsizetype begin = head.size();
    while (begin > 0 && !isOneOf(head[begin - 1], u",;。、:()"))
        --begin;
    const QStringView clause = head.mid(begin);
    const bool counts = clause.contains(u"共收到") || clause.contains(u"共受理") || clause.contains(u"共接收") || clause.contains(u"共办理")
        || clause.contains(u"共答复") || clause.contains(u"共主动公开");
    const bool ours = clause.contains(u"申请") || clause.contains(u"信息");
    return counts && ours && std::none_of(clause.begin(), clause.end(), [](QChar c) {
        return c.isDigit() || isOneOf(c, u"〇零一二三四五六七八九十百千万两");
    });
}

static bool isCounter(QChar c)
{
    switch (c.unicode()) {
    case u'条':
    case u'件':
    case u'篇':
    case u'份':
    case u'次':
    case u'场':
    case u'期':
    case u'个':
        return true;
    default:
        return false;
    }
}

/// 「共主动公开信息条」: a counter with no number before it.
void checkUnfilled(CheckRun &run, const QList<NarrativeSentence> &sentences)
{
    static constexpr QStringView Before[] = {u"共", u"共计", u"合计", u"总计", u"累计", u"政府信息", u"信息", u"动态", u"文章", u"稿件",
        u"新闻", u"解读材料", u"政策解读", u"图解"};
    constexpr int MostUnfilled = 5;
    int told = 0;
    static constexpr std::u16string_view Mark = u",;。、:()";
    for (const NarrativeSentence &sentence : sentences) {
        const QString &text = sentence.text;
        for (qsizetype at = 1; at < text.size(); ++at) {
            if (!isCounter(text[at]) || (at + 1 < text.size() && !isOneOf(text[at + 1], Mark)))
                continue;
            const QStringView head = QStringView(text).left(at);
            const bool many = text[at] == u'条' || text[at] == u'篇';
            const bool slot = std::any_of(std::begin(Before), std::end(Before), [&](QStringView word) {
                const bool sum = word.size() <= 2 && (word.startsWith(u'共') || word.endsWith(u'计'));
                // 「共件」 says nothing else; 「信息件」 might be a word
                return head.endsWith(word) && (sum || many);
            });
            // a space where the number should be: 「申请 件」
            const qsizetype gap = sentence.origin[size_t(at)] - sentence.origin[size_t(at - 1)];
            const QStringView between
                = QStringView(run.document().text).mid(sentence.origin[size_t(at - 1)] + 1, std::max<qsizetype>(0, gap - 1));
            const bool space = gap > 1 && !between.contains(u'\n')
                && (head.endsWith(u"申请") || head.endsWith(u"信息") || head.endsWith(u"复议") || head.endsWith(u"诉讼"));
            if (!slot && !space && !(isOneOf(text[at], u"件条份") && countsNothing(head)))
                continue;
            if (++told > MostUnfilled)
                return;
            const qsizetype from = std::max<qsizetype>(0, at - 10);
            tellProse(run, u"narrative.unfilled"_s, run.report().ocrSigns ? Severity::Hint : Severity::Warning, sentence,
                sentence.range(at, at + 1), {{"what"_L1, u"正文“%1”处缺少数字"_s.arg(text.mid(from, at + 1 - from))}});
        }
    }
}

/// 「已全部办结」 although applications were carried forward; 「均在法定期限内答复」 says nothing of the kind.
void checkAllDone(CheckRun &run, const QList<NarrativeSentence> &sentences)
{
    const Report &report = run.report();
    const CellId id = report.catalogue().cell(u"requests.carried_forward.total"_s);
    const Operand left = id.isValid() ? operand(report, id) : Operand();
    if (!left.known || left.value.isZero())
        return;
    bool topic = false;
    int paragraph = -1;
    for (const NarrativeSentence &sentence : sentences) {
        topic = topic && sentence.paragraph == paragraph;
        paragraph = sentence.paragraph;
        topic = topic || sentence.text.contains(u"申请"_s);
        if (!topic || speaksOfOtherTime(sentence.text, report.year))
            continue;
        for (const ProseClause &clause : clausesOf(sentence)) {
            const bool all = clause.holds({u"全部办结", u"全部按期办结", u"全部按时办结", u"全部办理完毕", u"均已办结", u"均办结",
                                 u"全部办理完结", u"全部答复完毕"})
                || (clause.holds({u"办结率"}) && clause.holds({u"100%", u"百分之百"}));
            const bool other = clause.holds({u"按时办结率", u"按期办结率", u"及时办结率", u"法定期限", u"建议", u"提案", u"复议", u"诉讼",
                u"信访", u"热线", u"工单", u"留言", u"上年结转", u"事项", u"投诉"});
            if (!all || other)
                continue;
            Finding *finding = tellProse(run, u"narrative.all_done"_s, left.doubtful ? Severity::Hint : Severity::Warning, sentence,
                sentence.range(clause.begin, clause.end),
                {{"what"_L1, u"正文说“%1”，而表三结转下年度继续办理 %2 件"_s.arg(shortQuote(clause.text), left.value.toString())}});
            if (finding) {
                finding->cells = {id};
                finding->blame = left.doubtful ? Blame::Reading : Blame::Report;
            }
            return;
        }
    }
}

void checkProse(CheckRun &run)
{
    const QList<NarrativeSentence> &sentences = run.sentences();
    checkTableTwo(run, sentences);
    checkLists(run, sentences);
    checkShares(run, sentences);
    checkGrowthInside(run, sentences);
    checkSilence(run, sentences);
    run.onceAText(u"unfilled"_s, [&] { checkUnfilled(run, sentences); });
    checkAllDone(run, sentences);
}

} // namespace gouji
