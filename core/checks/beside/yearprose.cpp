// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/normalizedtext.h"
#include "base/oneof.h"
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/narrative/narrativereader.h"
#include "checks/operands.h"

#include <QRegularExpression>

#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// 「同比增长1.05%」 behind a number.
struct Growth {
    double percent = 0; ///< negative where it fell
    double halfUnit = 0; ///< of the last digit printed
    QString words;
};

std::optional<Growth> growthBehind(QStringView text)
{
    static const QRegularExpression pattern(
        u"^[^，,。；;0-9]{0,4}[，,（(]?(?:同比|(?:比|较|与)(?:上年|上一年|上年度|去年)(?:同期|相比)?)[，,]?"
        "(增长|增加|上升|提高|下降|减少|降低)了?约?([0-9]+)(?:[.]([0-9]+))?%"_s);
    const auto match = pattern.match(normalized(text).remove(u' ').remove(u'\n'));
    if (!match.hasMatch() || match.captured(0).contains(u'约'))
        return std::nullopt;
    const QString verb = match.captured(1);
    const bool fell = verb == u"下降" || verb == u"减少" || verb == u"降低";
    Growth out;
    out.percent = (match.captured(2) + u'.' + match.captured(3) + u'0').toDouble() * (fell ? -1 : 1);
    out.halfUnit = 0.5 * std::pow(10.0, -double(match.captured(3).size()));
    out.words = match.captured(0).section(QRegularExpression(u"[，,（(]"_s), -1);
    return out;
}

/// The cells that a word names, where it names them one by one.
QList<CellId> cellsOf(const FormCatalogue &forms, const QStringList &names)
{
    QList<CellId> out;
    for (const QString &name : names) {
        const CellId id = forms.cell(name);
        if (!id.isValid())
            return {};
        out << id;
    }
    return out;
}

class GrowthCheck {
public:
    explicit GrowthCheck(CheckRun &run, const Rule &rule)
        : m_run(run)
        , m_rule(rule)
    {
    }

    void look(const NarrativeClaim &claim, const NarrativeEntry &entry);

private:
    CheckRun &m_run;
    const Rule &m_rule;
};

void GrowthCheck::look(const NarrativeClaim &claim, const NarrativeEntry &entry)
{
    constexpr qsizetype Behind = 30;
    const SourceDocument &document = m_run.document();
    const qsizetype at = claim.source.end;
    const auto said = growthBehind(QStringView(document.text).mid(at, qMin(Behind, qsizetype(claim.sentence.end) - at)));
    if (!said || !claim.exact)
        return;
    const Report &last = *m_run.dossier().last;
    QList<CellId> told;
    double right = 0;
    Decimal before;
    for (const QStringList &names : QList<QStringList>{entry.cells} + entry.also) {
        const QList<CellId> cells = cellsOf(last.catalogue(), names);
        const OperandSum now = sumOf(m_run.report(), cells);
        const OperandSum then = sumOf(last, cells);
        const bool clear
            = now.known && then.known && now.blanks.isEmpty() && then.blanks.isEmpty() && now.doubtful.isEmpty() && then.doubtful.isEmpty();
        if (cells.isEmpty() || !clear || now.value != claim.value || then.value.isZero())
            continue;
        const double growth = 100.0 * double(now.value.units() - then.value.units()) / double(then.value.units());
        if (std::abs(growth - said->percent) <= said->halfUnit + 1e-9)
            return; // a reading that fits
        if (told.isEmpty()) {
            told = cells;
            right = growth;
            before = then.value;
        }
    }
    if (told.isEmpty())
        return;
    const int digits = said->halfUnit < 0.1 ? 2 : 1;
    const QString should = (right < 0 ? u"下降"_s : u"增长"_s) + QString::number(std::abs(right), 'f', digits) + u'%';
    Finding &finding = m_run.add(m_rule,
        {{"quote"_L1, document.at(claim.phrase).toString().simplified() + u'，' + said->words},
            {"cells"_L1, cellListText(last.catalogue(), told)}, {"now"_L1, claim.value.toString()},
            {"last"_L1, lastYearText(m_run.dossier())}, {"before"_L1, before.toString()}, {"should"_L1, should}});
    finding.place = u"正文"_s;
    finding.cells = told;
    finding.found = said->words;
    finding.expected = should;
    finding.blame = Blame::Report;
    finding.sources = {claim.sentence, claim.source};
}

void tellStale(CheckRun &run, const Rule &rule, Severity severity, const TextRange &range, int written)
{
    const QString year = QString::number(run.report().year);
    Finding &finding = run.add(rule,
        {{"quote"_L1, run.document().at(range).toString().simplified().left(60)}, {"before"_L1, QString::number(written)},
            {"year"_L1, year}});
    finding.severity = std::max(severity, rule.severity);
    finding.place = u"正文"_s;
    finding.found = QString::number(written);
    finding.expected = year;
    finding.blame = Blame::Report;
    finding.sources << range;
}

} // namespace

void checkGrowth(CheckRun &run)
{
    const Rule *rule = run.rule(u"year.growth"_s);
    const NarrativeWords *words = run.rules().words();
    if (!rule || !words || !run.dossier().last)
        return;
    GrowthCheck growth(run, *rule);
    for (const NarrativeClaim &claim : run.claims()) {
        if (claim.matched() && claim.kind == NarrativeClaim::Kind::Number)
            growth.look(claim, words->entry(claim.entry));
    }
}

/// Where a year is named as such; `heading` a sentence or what follows a heading.
QList<qsizetype> placesOfYear(QStringView text, int year, bool heading)
{
    const QString digits = QString::number(year);
    QList<qsizetype> out;
    for (qsizetype at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
        if (!text.mid(at + digits.size()).trimmed().startsWith(u'年'))
            continue;
        qsizetype before = at;
        while (before > 0 && text[before - 1].isSpace() && text[before - 1] != u'\n')
            --before;
        if (!heading || before == 0 || isOneOf(text[before - 1], u"。；;：:）)\n"))
            out << at;
    }
    return out;
}

/// The year before where the report's own belongs: in the time it covers, in its opening, at the head of a sentence.
/// Section five may well speak of last year's problems.
void checkStale(CheckRun &run)
{
    const Report &report = run.report();
    const Rule *rule = run.rule(u"year.stale"_s);
    const Section *first = report.section(1);
    if (!rule || report.yearStatus != FieldStatus::Read || !report.yearSource.isValid() || !first)
        return;
    const QString year = QString::number(report.year - 1);
    const QString next = QString::number(report.year + 1);
    const QString &text = run.document().text;
    bool any = false; // in most reports there is none, and no expression has to be made for them
    for (qsizetype at = text.indexOf(u'年'); at >= 0 && !any; at = text.indexOf(u'年', at + 1)) {
        const QStringView before = QStringView(text).first(at);
        any = before.endsWith(year) || before.endsWith(next);
    }
    if (!any)
        return;
    const auto each = [&](const QRegularExpression &pattern, const TextRange &within, const auto &visit) {
        if (!within.isValid() || within.end > text.size() || within.length() <= 0)
            return;
        const QString part = text.mid(within.begin, within.length());
        for (auto it = pattern.globalMatch(part); it.hasNext();) {
            const auto match = it.next();
            visit(match, TextRange{within.begin + match.capturedStart(1), within.begin + match.capturedEnd(1)});
        }
    };
    const TextRange opening{report.yearSource.end, first->source.begin};
    const Section *sixth = report.section(6);
    static const QRegularExpression period(
        u"((\\d{4})年\\s*1\\s*月\\s*1\\s*日.{0,8}?(?:至|到|—|-|～|~)\\s*(?:(\\d{4})年)?\\s*12\\s*月\\s*31\\s*日)"_s);
    bool told = false;
    for (const TextRange &where : {opening, first->body, sixth ? sixth->body : TextRange()}) {
        each(period, where, [&](const QRegularExpressionMatch &match, const TextRange &at) {
            for (const int group : {2, 3}) {
                const int written = match.captured(group).toInt();
                if (written != 0 && std::abs(written - report.year) == 1) {
                    tellStale(run, *rule, Severity::Error, at, written);
                    told = true;
                    return;
                }
            }
        });
    }
    const QRegularExpression heading(
        u"((?:编制|现将|现予|公布|本报告|公开)[^。\\n]{0,40}%1年度?政府信息公开(?:工作)?(?:的)?年度报告)"_s.arg(year));
    each(heading, opening,
        [&](const QRegularExpressionMatch &, const TextRange &at) { tellStale(run, *rule, Severity::Warning, at, report.year - 1); });
    const QRegularExpression sentence(u"(?:^|[。\\n])\\s*(%1年(?:度)?[，,][^。\\n]*)"_s.arg(year));
    static const QRegularExpression lookingBack(u"同比|相比|较|比上|以来|结转|年底|上年|上一年|问题"_s);
    each(sentence, first->body, [&](const QRegularExpressionMatch &match, const TextRange &at) {
        if (!lookingBack.match(match.captured(1)).hasMatch())
            tellStale(run, *rule, Severity::Warning, at, report.year - 1);
    });
    // A title of the year before over the report of this one: what has happened cannot have happened in the year after.
    const QRegularExpression after(u"(?:^|[。\\n])\\s*(%1年(?:度)?[，,][^。\\n]*)"_s.arg(next));
    static const QRegularExpression lookingAhead(u"将|计划|下一步|拟|力争|争取|继续|进一步|要|目标|预计|着力|持续"_s);
    each(after, first->body, [&](const QRegularExpressionMatch &match, const TextRange &at) {
        if (!told && !lookingAhead.match(match.captured(1)).hasMatch()) {
            tellStale(run, *rule, Severity::Warning, at, report.year + 1);
            told = true;
        }
    });
    const QList<Finding> &findings = run.findings();
    if (std::any_of(findings.begin(), findings.end(), [&](const Finding &f) { return f.rule == rule->id; }))
        return;
    // A title of another year: the prose names the neighbouring year again and again and this one never.
    const QStringView behindTitle = QStringView(text).mid(report.yearSource.end);
    const QStringView prose = QStringView(text).mid(first->body.begin, first->body.length());
    constexpr qsizetype Often = 2;
    if (!placesOfYear(behindTitle, report.year, false).isEmpty())
        return;
    for (const int other : {report.year - 1, report.year + 1}) {
        const QList<qsizetype> named = placesOfYear(prose, other, true);
        if (named.size() < Often)
            continue;
        const qsizetype from = first->body.begin + named.first();
        tellStale(run, *rule, Severity::Warning, {from, std::min(from + 30, first->body.end)}, other);
        return;
    }
}

} // namespace gouji
