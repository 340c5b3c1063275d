// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/exactmath.h"
#include "checks/form/formprose.h"
#include "checks/narrative/prose.h"
#include "checks/narrative/proseclauses.h"
#include "checks/operands.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// An amount that was charged in the year, and what the sentence says it consists of.
struct FeeTotal {
    Decimal yuan;
    std::optional<Decimal> requests;
    QList<Decimal> parts;
    QList<Decimal> partRequests;
    std::optional<Decimal> noticed; ///< what the notices of charges of the same sentence ask for together
    bool whole = false; ///< the parts claim to be all of it
    TextRange source;
    TextRange sentence;
    QString quote;
};

/// What the report says of charges for processing information.
class FeeTalk {
public:
    explicit FeeTalk(CheckRun &run);

    QList<FeeTotal> totals;
    TextRange denial; ///< 「未收取信息处理费」
    QString denialQuote;
    bool spoken = false; ///< charges are spoken of at all
    bool notice = false; ///< a notice of charges is told of
    TextRange noNotice; ///< 「未发出收费通知」

private:
    void read(const NarrativeSentence &sentence, int year);
    void readTotal(const NarrativeSentence &sentence, const QList<ProseClause> &clauses, qsizetype at);
};

FeeTalk::FeeTalk(CheckRun &run)
{
    for (const NarrativeSentence &sentence : run.sentences()) {
        if (sentence.text.contains(u'费'))
            read(sentence, run.report().year);
    }
}

void FeeTalk::read(const NarrativeSentence &sentence, int year)
{
    const QString &text = sentence.text;
    const bool processing = text.contains(u"处理费"_s) || text.contains(u"检索费"_s) || text.contains(u"复制费"_s);
    if (!processing && text.contains(u"行政事业性收费"_s))
        return;
    if (!processing && !text.contains(u"收费"_s) && !text.contains(u"费用"_s) && !text.contains(u"缴费"_s))
        return;
    spoken = true;
    // Whoever speaks of notices or of payment due has told of them, also where there were none.
    notice = notice || (text.contains(u"通知"_s) && !text.contains(u"有关政策的通知"_s)) || text.contains(u"缴费"_s)
        || text.contains(u"缴纳"_s);
    if (speaksOfOtherTime(text, year))
        return;
    const QList<ProseClause> clauses = clausesOf(sentence);
    // 「发出收费通知3件,总金额680元,实际收取680元」, as the form's notice words it
    const bool noticed = text.contains(u"收费通知"_s);
    std::optional<Decimal> asked;
    bool total = false;
    for (qsizetype i = 0; i < clauses.size(); ++i) {
        const ProseClause &clause = clauses[i];
        if (clause.holds({u"未发出", u"没有发出", u"未产生", u"没有产生", u"无收费通知"}) && clause.holds({u"通知"}))
            noNotice = sentence.range(clause.begin, clause.end);
        const bool charged = clause.holds({u"收取", u"收缴", u"征收", u"收到", u"产生", u"处理费"});
        const bool denied = clause.holds({u"未收取", u"没有收取", u"未产生", u"没有产生", u"未收费", u"没有收费", u"不收费", u"未发生",
            u"没有发生", u"无收费", u"未收"});
        const bool about = clause.holds({u"处理费", u"收费", u"费用", u"检索费"});
        if (denied && about && clause.numbers.isEmpty() && !denial.isValid() && !clause.holds({u"通知", u"逾期", u"减免"})) {
            denial = sentence.range(clause.begin, clause.end);
            denialQuote = shortQuote(clause.text);
        }
        if (noticed && !total && !asked && clause.holds({u"通知", u"金额"}) && !clause.holds({u"收取", u"实收", u"平均", u"每"})) {
            const auto sum = std::find_if(clause.numbers.begin(), clause.numbers.end(), [](const ClauseNumber &n) { return n.money; });
            if (sum != clause.numbers.end() && !sum->number.approximate)
                asked = sum->value;
        }
        const bool other
            = clause.holds({u"每", u"标准", u"减免", u"免收", u"退", u"应收", u"发出", u"通知", u"其中", u"按页", u"按件", u"按量", u"某"});
        constexpr qsizetype MostTotals = 20;
        if (!total && totals.size() < MostTotals && charged && !denied && !other && (processing || about || noticed)) {
            const auto money = std::find_if(clause.numbers.begin(), clause.numbers.end(), [](const ClauseNumber &n) { return n.money; });
            if (money != clause.numbers.end() && !money->number.approximate) {
                readTotal(sentence, clauses, i);
                totals.last().noticed = asked;
                total = true;
            }
        }
    }
}

void FeeTalk::readTotal(const NarrativeSentence &sentence, const QList<ProseClause> &clauses, qsizetype at)
{
    FeeTotal out;
    const auto amount = [](const ProseClause &clause) {
        return std::find_if(clause.numbers.begin(), clause.numbers.end(), [](const ClauseNumber &n) { return n.money; });
    };
    const auto requests = [](const ProseClause &clause) {
        return std::find_if(clause.numbers.begin(), clause.numbers.end(), [](const ClauseNumber &n) { return n.counter == u'件'; });
    };
    const auto money = amount(clauses[at]);
    out.yuan = money->value;
    out.source = sentence.range(money->begin, money->end);
    out.sentence = sentence.range();
    out.quote = shortQuote(clauses[at].text);
    if (const auto count = requests(clauses[at]); count != clauses[at].numbers.end())
        out.requests = count->value;
    bool parts = false;
    for (qsizetype i = at + 1; i < clauses.size(); ++i) {
        const ProseClause &clause = clauses[i];
        if (clause.holds({u"减免", u"免收", u"退还", u"应收", u"标准"}))
            break;
        parts = parts || clause.text.startsWith(u"其中"_s) || clause.text.contains(u"分别"_s);
        out.whole = out.whole || clause.text.contains(u"分别"_s);
        for (const ClauseNumber &n : clause.numbers) {
            if (n.money && parts)
                out.parts << n.value;
            else if (n.counter == u'件' && parts)
                out.partRequests << n.value;
            else if (n.counter == u'件' && !out.requests)
                out.requests = n.value; // 「2950元(25件)」
        }
    }
    totals << out;
}

class FeeCheck {
public:
    explicit FeeCheck(CheckRun &run)
        : m_run(run)
        , m_report(run.report())
        , m_talk(run)
    {
    }

    void parts();
    void conflict();
    void floor();
    void step();
    void notice();
    void statement();

private:
    Finding *tell(const char *id, const QString &what, Severity severity, const QList<TextRange> &sources);

    CheckRun &m_run;
    const Report &m_report;
    FeeTalk m_talk;
};

Finding *FeeCheck::tell(const char *id, const QString &what, Severity severity, const QList<TextRange> &sources)
{
    const Rule *rule = m_run.rule(QString::fromLatin1(id));
    if (!rule)
        return nullptr;
    Finding &finding = m_run.add(*rule, {{"what"_L1, what}});
    finding.severity = std::max(severity, rule->severity);
    // where characters are misread, digits are too
    if (m_report.ocrSigns)
        finding.severity = Severity::Hint;
    finding.place = u"正文"_s;
    finding.blame = m_report.ocrSigns ? Blame::Open : Blame::Report;
    for (const TextRange &range : sources) {
        if (range.isValid())
            finding.sources << range;
    }
    return &finding;
}

void FeeCheck::parts()
{
    const auto compare = [&](const FeeTotal &total, Decimal whole, const QList<Decimal> &parts, const QString &unit) {
        if (parts.size() < 2)
            return;
        Decimal sum;
        QStringList terms;
        constexpr qsizetype Told = 20;
        for (const Decimal part : parts) {
            sum += part;
            if (terms.size() < Told)
                terms << part.toString();
        }
        if (parts.size() > Told)
            terms << u"……"_s;
        if (sum == whole)
            return;
        // a list behind 其中 may leave something out
        const bool partial = sum < whole && !total.whole;
        Finding *finding = tell("fees.parts",
            u"“%1”说%2共 %3 %4，所列各项 %5 = %6 %4%7"_s.arg(total.quote, unit == u"元"_s ? u"收费"_s : u"收费申请"_s, whole.toString(),
                unit, terms.join(u" + "_s), sum.toString(), partial ? u"，所列可能不全"_s : QString()),
            partial ? Severity::Hint : Severity::Warning, {total.sentence, total.source});
        if (finding) {
            finding->expected = sum.toString();
            finding->found = whole.toString();
        }
    };
    for (const FeeTotal &total : m_talk.totals) {
        if (total.noticed && total.yuan > *total.noticed)
            tell("fees.parts", u"“%1”多于收费通知的总金额 %2 元"_s.arg(total.quote, total.noticed->toString()), Severity::Warning,
                {total.sentence, total.source});
        compare(total, total.yuan, total.parts, u"元"_s);
        if (total.requests)
            compare(total, *total.requests, total.partRequests, u"件"_s);
    }
}

void FeeCheck::conflict()
{
    const auto charged = std::find_if(m_talk.totals.begin(), m_talk.totals.end(), [](const FeeTotal &t) { return !t.yuan.isZero(); });
    if (charged == m_talk.totals.end())
        return;
    if (m_talk.denial.isValid()) {
        tell("fees.conflict", u"一处说“%1”，另一处说“%2”"_s.arg(m_talk.denialQuote, charged->quote), Severity::Error,
            {m_talk.denial, charged->source});
        return;
    }
    for (const FeeTotal &total : m_talk.totals) {
        if (total.yuan != charged->yuan) {
            tell("fees.conflict", u"一处说“%1”，另一处说“%2”"_s.arg(charged->quote, total.quote), Severity::Error,
                {charged->source, total.source});
            return;
        }
    }
}

/// The processing fee is itself one of the fees of table two.
void FeeCheck::floor()
{
    const CellId id = m_report.catalogue().cell(u"proactive.fees.amount"_s);
    if (!id.isValid() || m_talk.totals.isEmpty())
        return;
    const Operand table = operand(m_report, id);
    const FeeTotal &total = m_talk.totals.first();
    const std::optional<Decimal> yuan = times(table.value, Decimal(10000));
    if (!table.known || !yuan || *yuan >= total.yuan)
        return;
    const QString blank = table.blank ? u"若空白按 0 计，则"_s : QString();
    Finding *finding = tell("fees.floor",
        u"正文说“%1”，%2表二行政事业性收费为 %3 万元（%4 元），少于所收的信息处理费"_s.arg(
            total.quote, blank, table.value.toString(), yuan->toString()),
        table.doubtful ? Severity::Hint : Severity::Warning, {total.sentence, total.source});
    if (finding) {
        finding->cells = {id};
        if (table.doubtful)
            finding->blame = Blame::Reading;
    }
}

void FeeCheck::step()
{
    for (const FeeTotal &total : m_talk.totals) {
        constexpr qint64 TenYuan = 100000;
        if (total.yuan.units() % TenYuan != 0) {
            tell("fees.step", u"“%1”的金额不是 10 元的倍数，而按件、按量计收的标准都是 10 元的倍数"_s.arg(total.quote), Severity::Hint,
                {total.sentence, total.source});
            return;
        }
    }
}

void FeeCheck::notice()
{
    const CellId id = m_report.catalogue().cell(u"requests.other_no_payment.total"_s);
    const bool denied = m_talk.noNotice.isValid();
    if (!id.isValid() || (m_talk.notice && !denied))
        return;
    const Operand unpaid = operand(m_report, id);
    if (!unpaid.known || unpaid.value.isZero())
        return;
    Finding *finding = tell("fees.notice",
        u"表三有 %1 件因逾期未按收费通知要求缴纳费用而不再处理，报告却%2"_s.arg(
            unpaid.value.toString(), denied ? u"说没有发出收费通知"_s : u"没有说明发出收费通知的情况"_s),
        unpaid.doubtful || !denied ? Severity::Hint : Severity::Warning, {denied ? m_talk.noNotice : m_report.cell(id).source});
    if (finding) {
        finding->cells = {id};
        if (unpaid.doubtful)
            finding->blame = Blame::Reading;
    }
}

/// Section six says nothing but 无.
void FeeCheck::statement()
{
    const Section *six = m_report.section(6);
    if (!six || !six->body.isValid() || m_talk.spoken)
        return;
    QString said = plainText(m_run.document().at({six->body.begin, std::min(six->body.end, m_run.document().text.size())}));
    while (!said.isEmpty() && said.back().isPunct())
        said.chop(1);
    if (said == u"无"_s || said == u"暂无"_s)
        tell("fees.statement", u"第六部分只写了“%1”，没有说明收取信息处理费的情况"_s.arg(said), Severity::Hint, {six->source});
}

} // namespace

QList<ProseFee> feesOf(CheckRun &run)
{
    QList<ProseFee> out;
    for (const FeeTotal &total : FeeTalk(run).totals)
        out << ProseFee{total.yuan, total.source, total.sentence, total.quote};
    return out;
}

void checkFees(CheckRun &run)
{
    FeeCheck check(run);
    check.parts();
    check.conflict();
    check.floor();
    check.step();
    check.notice();
    check.statement();
}

} // namespace gouji
