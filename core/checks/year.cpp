// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/companions.h"
#include "checks/operands.h"

#include <QHash>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Prose as far as it can be anybody's: without numbers, signs and white space.
QString bareText(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetter() && !QStringView(u"〇零一二三四五六七八九十百千万亿两").contains(c))
            out += c;
    }
    return out;
}

/// How much two texts share, from 0 to 1: twice the triples of letters both have, by all they have.
double similarity(const QString &a, const QString &b)
{
    constexpr qsizetype Length = 3;
    if (a.size() < Length || b.size() < Length)
        return 0;
    QHash<QStringView, int> triples;
    for (qsizetype i = 0; i + Length <= a.size(); ++i)
        ++triples[QStringView(a).mid(i, Length)];
    qsizetype shared = 0;
    for (qsizetype i = 0; i + Length <= b.size(); ++i) {
        const auto found = triples.find(QStringView(b).mid(i, Length));
        if (found != triples.end() && found.value() > 0) {
            --found.value();
            ++shared;
        }
    }
    return 2.0 * double(shared) / double(a.size() + b.size() - 2 * (Length - 1));
}

/// The longest sentence of `text` that stands in `other` too, but for its numbers.
QString sharedSentence(QStringView text, const QString &bareOther)
{
    QStringView longest;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && text[end] != u'。' && text[end] != u'\n')
            ++end;
        const QStringView sentence = text.mid(begin, end - begin).trimmed();
        if (sentence.size() > longest.size() && bareOther.contains(bareText(sentence)))
            longest = sentence;
        begin = end + 1;
    }
    constexpr qsizetype Most = 40;
    return longest.size() > Most ? longest.left(Most).toString() + u'…' : longest.toString();
}

/// A number of what was done in the year, not of what is there: that one may well stay the same.
bool isOfTheYear(const CellInfo &info) { return info.column != "in_force"_L1 && info.column != "total_disclosed"_L1; }

} // namespace

void checkUnchanged(CheckRun &run)
{
    const Rule *rule = run.rule(u"year.unchanged"_s);
    const Report *last = run.dossier().last;
    if (!rule || !last || last->form != run.report().form)
        return;
    const QList<CellId> cells = run.report().cellIds();
    bool somethingDone = false;
    for (const CellId id : cells) {
        const Operand now = operand(run.report(), id);
        const Operand before = operand(*last, id);
        if (!now.known || !before.known || now.doubtful || before.doubtful || now.value != before.value)
            return;
        somethingDone = somethingDone || (!now.value.isZero() && isOfTheYear(run.report().catalogue().info(id)));
    }
    if (!somethingDone)
        return;
    Finding &finding = run.add(*rule, {{"last"_L1, lastYearText(run.dossier())}, {"count"_L1, QString::number(cells.size())}});
    finding.place = u"三张表"_s;
    finding.blame = Blame::Report;
}

void checkFormChange(CheckRun &run)
{
    const Rule *rule = run.rule(u"year.stock"_s);
    const Report *last = run.dossier().last;
    if (!rule || !last)
        return;
    const auto formOf = [](const Report &report) {
        for (const TableReading &t : report.tables) {
            if (t.table == "proactive"_L1)
                return t.form;
        }
        return report.form;
    };
    const QString before = formOf(*last);
    const QString now = formOf(run.report());
    if (before == now)
        return;
    Finding &finding = run.add(*rule, u"表二：{last}报告用 {before} 年格式，本年用 {now} 年格式，两种格式的栏目含义不同，未作比较。"_s,
        {{"last"_L1, lastYearText(run.dossier())}, {"before"_L1, before}, {"now"_L1, now}});
    finding.severity = std::max(Severity::Hint, rule->severity);
    finding.place = u"表二"_s;
    finding.blame = Blame::Open;
}

void checkTextReuse(CheckRun &run)
{
    constexpr qsizetype FewestLetters = 100; // a few set phrases are everybody's
    constexpr int FewestPercent = 80;
    const Rule *rule = run.rule(u"year.text_reuse"_s);
    const Companions *others = run.dossier().companions;
    if (!rule || !others || !others->last)
        return;
    for (const int number : {1, 5}) {
        const Section *now = run.report().section(number);
        const Section *before = others->last->report->section(number);
        if (!now || !before)
            continue;
        const QStringView text = run.document().at(now->body);
        const QString bare = bareText(text);
        const QString bareLast = bareText(others->last->document->at(before->body));
        const int percent = int(similarity(bare, bareLast) * 100);
        if (bare.size() < FewestLetters || bareLast.size() < FewestLetters || percent < FewestPercent)
            continue;
        const QString sentence = sharedSentence(text, bareLast);
        Finding &finding = run.add(*rule,
            {{"section"_L1, now->title}, {"last"_L1, lastYearText(run.dossier())}, {"percent"_L1, QString::number(percent)},
                {"note"_L1, sentence.isEmpty() ? QString() : u"，如“%1”"_s.arg(sentence)}});
        finding.place = now->title;
        finding.blame = Blame::Report;
        finding.sources << now->body;
    }
}

} // namespace gouji
