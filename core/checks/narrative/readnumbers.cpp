// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/readnumbers.h"

#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/exactmath.h"
#include "checks/narrative/narrativecells.h"
#include "checks/narrative/prose.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString jointOf(ReadNumber::Outcome outcome)
{
    return outcome == ReadNumber::Outcome::Differs ? u" ≠ "_s : outcome == ReadNumber::Outcome::NotJudged ? u" 与 "_s : u" = "_s;
}

class Account {
public:
    Account(const Dossier &dossier, const NarrativeWords &words)
        : m_report(dossier.report)
        , m_document(dossier.document)
        , m_words(words)
        , m_cells(dossier.report)
    {
    }

    ReadNumber of(const NarrativeClaim &claim) const;
    ReadNumber of(const TableTwoNumber &number) const;
    ReadNumber of(const ProseShare &share) const;
    ReadNumber of(const ProseFee &fee) const;
    bool isShare(TextRange number) const; ///< 「1.05%」
    QString unitReason(TextRange number) const; ///< what a number that is no count is; empty where its unit tells nothing

private:
    ReadNumber at(TextRange source, TextRange sentence, int section, const QString &quote) const;
    void judge(const NarrativeClaim &claim, const NarrativeEntry &entry, ReadNumber &out) const;
    QString terms(const NamedCells &cells) const;

    const Report &m_report;
    const SourceDocument &m_document;
    const NarrativeWords &m_words;
    const NarrativeCells m_cells;
};

/// 「“本年新收”总计 7 + “上年结转”总计 1」; of many cells those that are not 0.
QString Account::terms(const NamedCells &cells) const
{
    constexpr qsizetype Listed = 4;
    QString out;
    const auto add = [&](CellId id, const QString &sign) {
        const Operand o = operand(m_report, id);
        if (cells.plus.size() > Listed && o.known && o.value.isZero())
            return;
        out += (out.isEmpty() ? QString() : sign) + cellText(m_report.catalogue(), id) + u' '
            + (o.blank        ? u"空白"_s
                    : o.known ? o.value.toString()
                              : u"？"_s);
    };
    for (const CellId id : cells.plus)
        add(id, u" + "_s);
    for (const CellId id : cells.minus)
        add(id, u" − "_s);
    return out.isEmpty() ? u"各项之和 0"_s : out;
}

void Account::judge(const NarrativeClaim &claim, const NarrativeEntry &entry, ReadNumber &out) const
{
    const NamedCells preferred = m_cells.resolve(entry.cells, claim.groups);
    if (!preferred.printed || preferred.plus.isEmpty()) {
        out.why = u"本报告的格式没有这一格"_s;
        return;
    }
    out.cells = preferred.all();
    const OperandSum sum = m_cells.sum(preferred);
    const QString said = claim.said.toString();
    const auto equation = [&](const NamedCells &cells, const QString &joint) { return said + joint + terms(cells); };
    out.outcome = !sum.known          ? ReadNumber::Outcome::NotJudged
        : saysValue(claim, sum.value) ? ReadNumber::Outcome::Agrees
                                      : ReadNumber::Outcome::Differs;
    out.equation = equation(preferred, jointOf(out.outcome));
    if (claim.kind == NarrativeClaim::Kind::Negative || out.outcome != ReadNumber::Outcome::Differs)
        return;
    for (const QStringList &names : entry.also) {
        const NamedCells also = m_cells.resolve(names, claim.groups);
        if (!also.printed || also.plus.isEmpty() || !m_cells.sum(also).known || !saysValue(claim, m_cells.sum(also).value))
            continue;
        out.outcome = ReadNumber::Outcome::AlsoReading;
        out.equation = equation(also, jointOf(out.outcome));
        out.cells = also.all();
        return;
    }
}

/// Where it stands; what it was matched with is still open.
ReadNumber Account::at(TextRange source, TextRange sentence, int section, const QString &quote) const
{
    ReadNumber out;
    out.source = source;
    out.sentence = sentence;
    out.section = section;
    out.number = m_document.at(source).toString().simplified();
    out.quote = quote;
    return out;
}

ReadNumber Account::of(const NarrativeClaim &claim) const
{
    ReadNumber out = at(claim.source, claim.sentence, claim.section, m_document.at(claim.phrase).toString().remove(u'\n').simplified());
    if (!claim.matched()) {
        // nobody knows which words it goes with: those around it
        constexpr qsizetype Before = 14;
        constexpr qsizetype Behind = 8;
        TextRange around{
            std::max(claim.sentence.begin, claim.source.begin - Before), std::min(claim.sentence.end, claim.source.end + Behind)};
        const QStringView text = m_document.text;
        const auto cuts = [&](qsizetype at) { return at > 0 && at < text.size() && text[at - 1].isDigit() && text[at].isDigit(); };
        while (around.begin > claim.sentence.begin && cuts(around.begin)) // half a number reads like another
            --around.begin;
        while (around.end < claim.sentence.end && cuts(around.end))
            ++around.end;
        out.quote = m_document.at(around).toString().remove(u'\n').simplified();
        const QString unit = unitReason(claim.source);
        out.why = unit.isEmpty() ? claim.reason : unit;
        return out;
    }
    const NarrativeEntry &entry = m_words.entry(claim.entry);
    const QString quote = QString(out.quote).remove(u' ');
    QString word; // the longest: 「新收到」 holds 「收到」
    for (const QString &w : entry.words) {
        if (w.size() > word.size() && quote.contains(w))
            word = w;
    }
    out.why = word.isEmpty() ? u"按所在的词句"_s : u"按“%1”"_s.arg(word);
    if (!claim.exact)
        out.why += u"；是约数"_s;
    if (claim.carriedIncluded)
        out.why += u"；句中说明含上年结转"_s;
    if (claim.widerScope)
        out.why += u"；说的可能是更大的范围"_s;
    if (claim.said != claim.value)
        out.why += u"；已审结 %1，即尚未审结 %2"_s.arg(claim.value.toString(), claim.said.toString());
    judge(claim, entry, out);
    return out;
}

ReadNumber Account::of(const TableTwoNumber &number) const
{
    ReadNumber out = at(number.source, number.sentence->range(), number.sentence->section, number.quote);
    out.why = u"按所数的事：表二"_s;
    out.cells = {number.cell};
    const Operand table = operand(m_report, number.cell);
    out.outcome = !table.known ? ReadNumber::Outcome::NotJudged
        : number.agrees        ? ReadNumber::Outcome::Agrees
                               : ReadNumber::Outcome::Differs;
    out.equation = number.value.toString() + jointOf(out.outcome) + terms({{number.cell}, {}, true});
    return out;
}

ReadNumber Account::of(const ProseShare &share) const
{
    ReadNumber out = at(share.source, share.sentence->range(), share.sentence->section, share.quote);
    out.why = share.bases.isEmpty() ? u"是百分比；不知是什么的百分比"_s : u"是百分比，由前面的数算得"_s;
    out.outcome = share.bases.isEmpty() ? ReadNumber::Outcome::NotJudged
        : share.fits                    ? ReadNumber::Outcome::Agrees
                                        : ReadNumber::Outcome::Differs;
    out.equation = share.texts().join(u"、"_s);
    return out;
}

ReadNumber Account::of(const ProseFee &fee) const
{
    ReadNumber out = at(fee.source, fee.sentence, 0, fee.quote);
    for (const Section &section : m_report.sections) {
        if (section.body.begin <= fee.source.begin && fee.source.begin < section.body.end)
            out.section = section.number;
    }
    out.why = u"是信息处理费；它计入表二的行政事业性收费"_s;
    const CellId id = m_report.catalogue().cell(u"proactive.fees.amount"_s);
    const Operand table = id.isValid() ? operand(m_report, id) : Operand();
    const std::optional<Decimal> yuan = table.known ? times(table.value, Decimal(10000)) : std::nullopt;
    if (id.isValid())
        out.cells = {id};
    out.outcome = !yuan ? ReadNumber::Outcome::NotJudged : *yuan < fee.yuan ? ReadNumber::Outcome::Differs : ReadNumber::Outcome::Agrees;
    if (yuan)
        out.equation = u"%1 元 %2 表二 %3 万元"_s.arg(fee.yuan.toString(), *yuan < fee.yuan ? u">"_s : u"≤"_s, table.value.toString());
    return out;
}

bool Account::isShare(TextRange number) const
{
    const QStringView behind = QStringView(m_document.text).mid(number.end, 6).trimmed();
    return behind.startsWith(u'%') || behind.startsWith(u'％') || behind.startsWith(u"个百分点");
}

QString Account::unitReason(TextRange number) const
{
    const QStringView behind = QStringView(m_document.text).mid(number.end, 4).trimmed();
    if (isShare(number))
        return u"是百分比，没有说是表中哪个数的"_s;
    if (behind.startsWith(u'元') || behind.startsWith(u"万元") || behind.startsWith(u"亿元") || behind.startsWith(u"余元"))
        return u"是金额，不是信息处理费或行政事业性收费"_s;
    return {};
}

} // namespace

QList<ReadNumber> readNumbers(const Dossier &dossier, const RuleBook &rules)
{
    QList<ReadNumber> out;
    const NarrativeWords *words = rules.words();
    if (!words)
        return out;
    CheckRun run(dossier, rules);
    const Account account(dossier, *words);
    const auto replace = [&](const ReadNumber &number) {
        const auto same = std::find_if(out.begin(), out.end(), [&](const ReadNumber &n) { return n.source.intersects(number.source); });
        if (same != out.end())
            *same = number;
        else
            out << number;
    };
    for (const NarrativeClaim &claim : run.claims())
        out << account.of(claim);
    for (const TableTwoNumber &number : tableTwoNumbers(run.sentences(), dossier.report))
        replace(account.of(number));
    for (const ProseShare &share : sharesOf(run, run.sentences()))
        replace(account.of(share));
    for (const ProseFee &fee : feesOf(run))
        replace(account.of(fee));
    // What is told of last year's number beside this year's: the finding has the numbers.
    checkGrowth(run);
    for (const Finding &finding : run.findings()) {
        const auto share = std::find_if(out.begin(), out.end(), [&](const ReadNumber &n) {
            return !finding.sources.isEmpty() && n.outcome == ReadNumber::Outcome::Unmatched
                && n.sentence.intersects(finding.sources.first()) && n.source.begin > finding.sources.last().begin
                && account.isShare(n.source);
        });
        if (share != out.end()) {
            share->outcome = ReadNumber::Outcome::Differs;
            share->why = finding.message;
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const ReadNumber &a, const ReadNumber &b) { return a.source.begin < b.source.begin; });
    return out;
}

} // namespace gouji
