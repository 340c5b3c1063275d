// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exactmath.h"
#include "checks/narrative/narrativereader.h"
#include "checks/narrative/prose.h"
#include "checks/operands.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString sumText(const QList<Decimal> &parts, Decimal &sum)
{
    constexpr qsizetype Told = 20;
    QStringList terms;
    for (const Decimal part : parts) {
        sum += part;
        if (terms.size() < Told)
            terms << part.toString();
    }
    if (parts.size() > Told)
        terms << u"……"_s;
    return terms.join(u" + "_s);
}

/// 「分别报送20条、30条、15条,共计70条」: a list that claims to be whole, and its total, in one sentence.
void checkWholeLists(CheckRun &run, const NarrativeSentence &sentence)
{
    const QString &text = sentence.text;
    const qsizetype each = text.indexOf(u"分别"_s);
    if (each < 0)
        return;
    QList<ClauseNumber> numbers;
    for (const ProseClause &clause : clausesOf(sentence))
        numbers << clause.numbers;
    const auto isTotal = [&](const ClauseNumber &n) {
        const QStringView before = QStringView(text).left(n.begin).last(std::min<qsizetype>(n.begin, 6));
        return before.endsWith(u"共") || before.endsWith(u"共计") || before.endsWith(u"合计") || before.endsWith(u"总计")
            || before.endsWith(u"总数为");
    };
    QList<Decimal> parts;
    const ClauseNumber *total = nullptr;
    QChar counter;
    for (const ClauseNumber &n : numbers) {
        if (n.counter.isNull() || n.number.approximate)
            return;
        if (n.begin < each)
            continue;
        if (counter.isNull())
            counter = n.counter;
        if (n.counter != counter || total)
            return; // more than one list: not to be told apart
        if (isTotal(n))
            total = &n;
        else
            parts << n.value;
    }
    if (!total || parts.size() < 2)
        return;
    Decimal sum;
    const QString terms = sumText(parts, sum);
    if (sum == total->value)
        return;
    Finding *finding = tellProse(run, u"narrative.self"_s, Severity::Warning, sentence, sentence.range(total->begin, total->end),
        {{"what"_L1, u"正文说共 %1，所列各项 %2 = %3"_s.arg(total->value.toString(), terms, sum.toString())}});
    if (finding) {
        finding->found = total->value.toString();
        finding->expected = sum.toString();
    }
}

bool isHeadline(const QString &id) { return id == "new"_L1 || id == "received"_L1 || id == "accepted"_L1 || id == "handled"_L1; }

/// Parts of a matched headline in its sentence: kinds of applicants, results, channels. Fewer may be named than there
/// are; more cannot be.
class Breakdown {
public:
    Breakdown(CheckRun &run, const NarrativeSentence &sentence, const NarrativeWords &words, const QList<NarrativeClaim> &claims)
        : m_run(run)
        , m_sentence(sentence)
        , m_words(words)
        , m_claims(claims)
    {
    }

    void check()
    {
        const NarrativeClaim *headline = nullptr;
        Decimal carried;
        QList<Decimal> applicants;
        QList<Decimal> channels;
        bool organisations = false;
        bool business = false;
        for (const NarrativeClaim &claim : m_claims) {
            if (claim.kind != NarrativeClaim::Kind::Number || !claim.exact)
                continue;
            const QString id = claim.matched() ? m_words.entry(claim.entry).id : QString();
            if (isHeadline(id)) {
                if (headline)
                    return; // two headlines: whose parts they are is open
                headline = &claim;
            } else if (id == "carried_over"_L1) {
                carried = claim.value;
            } else if (claim.matched() && m_words.entry(claim.entry).kind == WordKind::Applicant) {
                applicants << claim.value;
                organisations = organisations || id == "organisations"_L1;
                business = business || id != "natural_person"_L1;
            } else if (claim.reason == u"是渠道的分项"_s && headline) {
                channels << claim.value;
            }
        }
        if (!headline || contradictsTables())
            return;
        // 法人或其他组织 holds 企业 and the others
        if (!(organisations && applicants.size() > 2) && business)
            tell(*headline, carried, applicants, u"各类申请人"_s, Severity::Warning);
        tell(*headline, carried, channels, u"各渠道"_s, Severity::Hint);
    }

private:
    /// A number of the sentence was told to differ from its cell: that is the cause, and one finding says it.
    bool contradictsTables() const
    {
        const QList<Finding> &findings = m_run.findings();
        return std::any_of(findings.begin(), findings.end(),
            [&](const Finding &f) { return f.rule == "narrative.mismatch"_L1 && f.sources.contains(m_sentence.range()); });
    }

    void tell(const NarrativeClaim &headline, Decimal carried, const QList<Decimal> &parts, const QString &what, Severity severity)
    {
        Decimal sum;
        const QString terms = sumText(parts, sum);
        if (parts.size() < 2 || sum <= headline.value + carried)
            return;
        Finding *finding = tellProse(m_run, u"narrative.self"_s, severity, m_sentence, headline.source,
            {{"what"_L1, u"正文说 %1 件，%2 %3 = %4，多于总数"_s.arg(headline.value.toString(), what, terms, sum.toString())}});
        if (finding) {
            finding->found = headline.value.toString();
            finding->expected = sum.toString();
        }
    }

    CheckRun &m_run;
    const NarrativeSentence &m_sentence;
    const NarrativeWords &m_words;
    const QList<NarrativeClaim> &m_claims;
};

/// Those of the sentence; `at` moves on behind them.
QList<NarrativeClaim> claimsIn(const NarrativeSentence &sentence, const QList<NarrativeClaim> &claims, qsizetype &at)
{
    const TextRange range = sentence.range();
    while (at < claims.size() && claims[at].sentence.begin < range.begin)
        ++at;
    QList<NarrativeClaim> out;
    for (; at < claims.size() && claims[at].sentence == range; ++at)
        out << claims[at];
    return out;
}

/// |p − 100·x/base| within half a unit of the last printed digit.
bool shareFits(const ClauseNumber &share, Decimal part, Decimal base)
{
    if (base.isZero())
        return false;
    const double exact = 100.0 * double(part.units()) / double(base.units());
    const double printed = double(share.number.value.units()) / 10000.0;
    const double half = double(share.number.unit.units()) / 20000.0;
    return std::abs(exact - printed) <= half + 1e-9;
}

} // namespace

void checkLists(CheckRun &run, const QList<NarrativeSentence> &sentences)
{
    const NarrativeWords *words = run.rules().words();
    if (!words || !run.rule(u"narrative.self"_s))
        return;
    const QList<NarrativeClaim> &claims = run.claims();
    const qsizetype before = run.findings().size();
    constexpr qsizetype MostTold = 20;
    qsizetype at = 0; // claims stand in the order of the sentences
    for (const NarrativeSentence &sentence : sentences) {
        if (run.findings().size() - before >= MostTold)
            return;
        checkWholeLists(run, sentence);
        const QList<NarrativeClaim> own = claimsIn(sentence, claims, at);
        if (own.size() > 2)
            Breakdown(run, sentence, *words, own).check();
    }
}

QStringList ProseShare::texts() const
{
    QStringList out;
    for (const Decimal b : bases) {
        const QString one = u"%1 ÷ %2 = %3%"_s.arg(
            part.toString(), b.toString(), QString::number(100.0 * double(part.units()) / double(b.units()), 'f', 1));
        if (!out.contains(one))
            out << one;
    }
    return out;
}

QList<ProseShare> sharesOf(CheckRun &run, const QList<NarrativeSentence> &sentences)
{
    QList<ProseShare> out;
    const NarrativeWords *words = run.rules().words();
    const Report &report = run.report();
    if (!words)
        return out;
    const auto value = [&](const char *name) {
        const CellId id = report.catalogue().cell(QString::fromLatin1(name));
        const Operand o = id.isValid() ? operand(report, id) : Operand();
        return o.known && !o.doubtful && !o.blank ? std::optional(o.value) : std::nullopt;
    };
    const auto received = value("requests.new_received.total");
    const auto carried = value("requests.carried_over.total");
    const auto handled = value("requests.total_handled.total");
    qsizetype next = 0;
    for (const NarrativeSentence &sentence : sentences) {
        if (!sentence.text.contains(u'%') || !sentence.text.contains(u'占'))
            continue;
        const QList<NarrativeClaim> claims = claimsIn(sentence, run.claims(), next);
        const QList<ProseClause> clauses = clausesOf(sentence);
        for (const ProseClause &clause : clauses) {
            const auto share = std::find_if(clause.numbers.begin(), clause.numbers.end(), [](const ClauseNumber &n) { return n.percent; });
            const qsizetype takes = clause.text.indexOf(u'占');
            if (share == clause.numbers.end() || takes < 0 || share->number.approximate || clause.holds({u"约", u"近", u"超过"}))
                continue;
            // the number right before 占, and only one that is known to be a result
            const qsizetype at = clause.begin + takes;
            const NarrativeClaim *part = nullptr;
            for (const NarrativeClaim &claim : claims) {
                const WordKind kind = claim.matched() ? words->entry(claim.entry).kind : WordKind::Ignore;
                const bool label = claim.kind == NarrativeClaim::Kind::Number && (kind == WordKind::Label || kind == WordKind::Applicant);
                if (label && claim.exact && claim.source.end <= sentence.origin[size_t(at)]
                    && sentence.origin[size_t(at)] - claim.source.end <= 2)
                    part = &claim;
            }
            const QString base = sentence.text.mid(at + 1, share->begin - at - 1);
            if (!part || base.contains(u"不予"_s) || base.contains(u"类"_s))
                continue;
            ProseShare one{
                &sentence, sentence.text.mid(at, share->end - at), sentence.range(share->begin, share->end), part->value, {}, false, false};
            const bool ofHandled = base.contains(u"办结"_s) || base.contains(u"办理"_s) || base.contains(u"答复"_s);
            const bool ofReceived = words->entry(part->entry).kind == WordKind::Applicant || base.contains(u"申请"_s)
                || base.contains(u"收到"_s) || base.contains(u"受理"_s);
            if (handled && !ofReceived)
                one.bases << *handled;
            if (received && !ofHandled)
                one.bases << *received;
            if (received && carried)
                one.bases << *received + *carried;
            one.bases.removeIf([](Decimal b) { return b.isZero(); });
            one.fits = std::any_of(one.bases.begin(), one.bases.end(), [&](Decimal b) { return shareFits(*share, part->value, b); });
            one.baseKnown = ofHandled || ofReceived
                || std::all_of(one.bases.begin(), one.bases.end(), [&](Decimal b) { return b == one.bases.first(); });
            out << one;
        }
    }
    return out;
}

void checkShares(CheckRun &run, const QList<NarrativeSentence> &sentences)
{
    constexpr int MostTold = 20;
    int told = 0;
    if (!run.rule(u"narrative.percent"_s))
        return;
    for (const ProseShare &share : sharesOf(run, sentences)) {
        if (share.fits || share.bases.isEmpty() || told >= MostTold)
            continue;
        ++told;
        tellProse(run, u"narrative.percent"_s, share.baseKnown ? Severity::Warning : Severity::Hint, *share.sentence, share.source,
            {{"what"_L1, u"正文“%1”与 %2 不符"_s.arg(share.quote, share.texts().join(u"、"_s))}});
    }
}

} // namespace gouji
