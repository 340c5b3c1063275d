// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkrun.h"
#include "checks/narrative/prose.h"
#include "checks/narrative/proseclauses.h"

#include <QRegularExpression>

#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// What a sentence says of two years, and what its own numbers come to.
struct Growth {
    double now = 0;
    double before = 0;
    bool grows = true; ///< 增长, not 下降
    double percent = 0;
    double halfUnit = 0; ///< of the last printed digit
};

double toNumber(QString digits) { return digits.remove(u',').toDouble(); }

bool isUp(const QString &word) { return word == u"增长"_s || word == u"增加"_s || word == u"上升"_s || word == u"提高"_s; }

Growth percentOf(const QRegularExpressionMatch &match)
{
    const QString percent = match.captured(u"percent");
    const qsizetype point = percent.indexOf(u'.');
    const qsizetype digits = point < 0 ? 0 : percent.size() - point - 1;
    Growth out;
    out.percent = percent.toDouble();
    out.halfUnit = 0.5 * std::pow(10.0, -double(digits));
    out.grows = isUp(match.captured(u"turn"));
    out.now = toNumber(match.captured(u"now"));
    return out;
}

double actual(const Growth &g) { return 100.0 * (g.now - g.before) / g.before; }

bool fits(const Growth &g)
{
    const double signed_ = g.grows ? g.percent : -g.percent;
    return std::abs(actual(g) - signed_) <= g.halfUnit + 1e-9;
}

/// 「31件,其中自然人28件、企业3件,较上年的52件下降40.4%」: the comparison may be of any count told before.
bool fitsAnother(Growth g, const QString &text, const QRegularExpressionMatch &match, double by)
{
    static const QRegularExpression number(u"(?<![\\d.,])(\\d[\\d,]*)(件次|件|条|次|份|个|起|宗|项|场|部|篇)"_s);
    for (auto it = number.globalMatch(text.first(match.capturedStart(u"now"))); it.hasNext();) {
        const auto earlier = it.next();
        if (earlier.captured(2) != match.captured(u"unit"))
            continue;
        g.now = toNumber(earlier.captured(1));
        if (by != 0)
            g.before = g.now - by;
        if (g.before > 0 && fits(g))
            return true;
    }
    return false;
}

/// With last year's report at hand its numbers are the measure (year.growth) for what the tables hold.
bool isMeasuredByLastYear(CheckRun &run, const TextRange &number)
{
    if (!run.dossier().last)
        return false;
    for (const NarrativeClaim &claim : run.claims()) {
        if (claim.matched() && claim.source.begin < number.end && number.begin < claim.source.end)
            return true;
    }
    return false;
}

} // namespace

void checkGrowthInside(CheckRun &run, const QList<NarrativeSentence> &sentences)
{
    static const QString turn = u"增长|增加|上升|提高|下降|减少|降低"_s;
    static const QString count = u"(?<![\\d.,])(?<now>\\d[\\d,]*)(?<unit>件次|件|条|次|份|个|起|宗|项|场|部|篇)[,，]?"_s;
    static const QString other = u"(?:(?!%1)[^,，。;；%\\d])"_s.arg(turn); // anything but what the sentence is about
    static const QString then = u"(?:同比|(?:较|比|与)%1{0,8}(?:20\\d\\d年度?)?%1{0,6})"_s.arg(other);
    static const QString grown = u"(?<turn>%1)了?(?<percent>\\d+(?:\\.\\d+)?)%"_s.arg(turn);
    // 「267件,较2022年的198件增长34.8%」
    static const QRegularExpression both(count + then + u"(?<before>\\d[\\d,]*)\\g{unit}(?:相比)?[,，]?"_s + grown);
    // 「60件,较上年增加12件,增长25%」
    static const QRegularExpression difference(
        count + then + u"(?<way>%1)了?(?<by>\\d[\\d,]*)\\g{unit}[,，]?(?:同比)?"_s.arg(turn) + grown);
    constexpr int MostTold = 20;
    int told = 0;
    if (!run.rule(u"narrative.percent"_s))
        return;
    const auto tell = [&](const NarrativeSentence &sentence, const QRegularExpressionMatch &match, const Growth &g, const QString &how,
                          double by) {
        const TextRange number = sentence.range(match.capturedStart(u"now"), match.capturedEnd(u"unit"));
        if (g.before <= 0 || fits(g) || fitsAnother(g, sentence.text, match, by) || isMeasuredByLastYear(run, number) || ++told > MostTold)
            return;
        const int digits = g.halfUnit < 0.01 ? 2 : 1;
        tellProse(run, u"narrative.percent"_s, Severity::Warning, sentence,
            sentence.range(match.capturedStart(u"percent"), match.capturedEnd(u"percent") + 1),
            {{"what"_L1, u"正文“%1”与 %2 = %3% 不符"_s.arg(shortQuote(match.captured()), how, QString::number(actual(g), 'f', digits))}});
    };
    for (const NarrativeSentence &sentence : sentences) {
        if (!sentence.text.contains(u'%'))
            continue;
        for (auto it = both.globalMatch(sentence.text); it.hasNext();) {
            const auto match = it.next();
            Growth g = percentOf(match);
            g.before = toNumber(match.captured(u"before"));
            const QString before = match.captured(u"before");
            tell(sentence, match, g, u"(%1 − %2) ÷ %2"_s.arg(match.captured(u"now"), before), 0);
        }
        for (auto it = difference.globalMatch(sentence.text); it.hasNext();) {
            const auto match = it.next();
            Growth g = percentOf(match);
            const double by = toNumber(match.captured(u"by")) * (isUp(match.captured(u"way")) ? 1 : -1);
            g.before = g.now - by;
            tell(sentence, match, g, u"%1 ÷ %2"_s.arg(QString::number(by), QString::number(g.before)), by);
        }
    }
}

} // namespace gouji
