// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/oneof.h"
#include "base/wordsin.h"
#include "checks/exactmath.h"
#include "checks/narrative/prose.h"
#include "checks/operands.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// What a clause counts, by the words before its number.
struct TableTwoTalk {
    QString row;
    QString column;
};

/// 「规范性文件」 or 「规章」 in the words before a number; empty where neither, or where documents are told of for another reason.
QString documentRow(const QString &words)
{
    if (words.contains(u"规范性文件"_s))
        return u"normative_documents"_s;
    return words.contains(u"规章"_s) && !words.contains(u"规章制度"_s) ? u"regulations"_s : QString();
}

QString documentColumn(const QString &words)
{
    if (words.contains(u"现行有效"_s))
        return u"in_force"_s;
    if (words.contains(u"废止"_s))
        return u"repealed"_s;
    return words.contains(u"制发"_s) || words.contains(u"制定"_s) || words.contains(u"出台"_s) ? u"issued"_s : QString();
}

/// Words that make the number one of pages, of a part, or of somebody else.
bool vetoed(ProseClause clause)
{
    clause.text.replace(u"清理废止"_s, u"废止"_s);
    return clause.holds({u"公开", u"公布", u"发布", u"解读", u"公示", u"备案", u"审查", u"审核", u"清理", u"其中", u"修改", u"修订",
        u"起草", u"拟", u"网站", u"部门规范性文件", u"全区", u"全市", u"全县", u"全省", u"各部门", u"各单位", u"失效", u"增", u"减",
        u"下降", u"同比", u"比", u"较", u"各类", u"等", u"推送", u"汇编", u"约", u"政策", u"党"});
}

/// 「2023年度我局共」: who and when, before what was done.
QString withoutSubject(const QString &words, int year)
{
    QString out = words;
    for (bool again = true; again;) {
        again = false;
        for (const QString &opening : {QString::number(year) + u"年度"_s, QString::number(year) + u'年', u"全年"_s, u"本年度"_s, u"本年"_s,
                 u"年内"_s, u"我局"_s, u"我委"_s, u"我办"_s, u"全局"_s, u"本机关"_s, u"共"_s, u"累计"_s, u"依法"_s}) {
            if (!out.startsWith(opening))
                continue;
            out.remove(0, opening.size());
            again = true;
        }
    }
    return out;
}

/// `going`: the numbers before were decisions, too.
QString decisionRow(const QString &words, int year, bool going)
{
    QString plain = withoutSubject(words, year);
    for (const QString &passed : {u"共"_s, u"计"_s, u"处理"_s, u"决定"_s, u"数量"_s, u"为"_s, u"案件"_s, u"各类"_s})
        plain.remove(passed);
    for (const auto &[word, row] : {std::pair(u"行政许可"_s, u"licensing"_s), std::pair(u"行政处罚"_s, u"penalties"_s),
             std::pair(u"行政强制"_s, u"coercive_measures"_s)}) {
        if (plain == u"作出"_s + word || plain == u"做出"_s + word)
            return row;
        // 「行政处罚决定12件」
        if (plain == word && (going || words.contains(u"决定"_s)))
            return row;
    }
    return {};
}

/// A clause that lists (「制发6件、废止2件」) as clauses of one number each; nothing where it has another shape.
QList<ProseClause> listedIn(const ProseClause &clause, const QString &text)
{
    QList<ProseClause> out;
    qsizetype begin = clause.begin;
    for (qsizetype i = 0; i < clause.numbers.size(); ++i) {
        const bool last = i + 1 == clause.numbers.size();
        const qsizetype end = clause.numbers[i].end;
        if (!last && (end >= clause.end || !isOneOf(text[end], u"、和及与")))
            return {};
        out << ProseClause{begin, last ? clause.end : end, text.mid(begin, (last ? clause.end : end) - begin), {clause.numbers[i]}};
        begin = end + 1;
    }
    return out;
}

} // namespace

QList<TableTwoNumber> tableTwoNumbers(const QList<NarrativeSentence> &sentences, const Report &report)
{
    QList<TableTwoNumber> out;
    if (report.form != "2021"_L1)
        return out;
    const auto compare = [&](const NarrativeSentence &sentence, const ProseClause &clause, const ClauseNumber &n, const QString &name) {
        const CellId id = report.catalogue().cell(u"proactive."_s + name);
        if (!id.isValid())
            return;
        const Operand table = operand(report, id);
        ProseNumber said = n.number;
        if (n.money) { // the cell is in 万元
            const Decimal by = Decimal::fromUnits(n.value.units() / 10000);
            said.unit = n.number.value.isZero()
                ? Decimal(1)
                : Decimal::fromUnits(
                    std::max<qint64>(1, said.unit.units() / 10000 * (n.value.units() / std::max<qint64>(1, n.number.value.units()))));
            said.value = by;
            said.scaled = true;
        }
        const bool agrees = said.covers(table.value) || (said.approximate && table.value >= said.value);
        out << TableTwoNumber{id, said.value, said.approximate, n.money, agrees,
            shortQuote(sentence.text.mid(clause.begin, n.end - clause.begin)), sentence.range(n.begin, n.end), &sentence};
    };
    for (const NarrativeSentence &sentence : sentences) {
        const QString &text = sentence.text;
        const bool documents = holdsWords(text, u"规范性文件") || holdsWords(text, u"规章");
        const bool administrative = holdsWords(text, u"行政");
        const bool decisions
            = administrative && (holdsWords(text, u"行政许可") || holdsWords(text, u"行政处罚") || holdsWords(text, u"行政强制"));
        const bool fees = administrative && holdsWords(text, u"行政事业性收费");
        if ((!documents && !decisions && !fees) || speaksOfOtherTime(text, report.year))
            continue;
        QList<ProseClause> clauses;
        for (const ProseClause &clause : clausesOf(sentence)) {
            const QList<ProseClause> listed = vetoed(clause) ? QList<ProseClause>() : listedIn(clause, text);
            clauses += listed.size() > 1 ? listed : QList{clause};
        }
        QString row; // named by an earlier clause: 「制发规范性文件6件,废止2件」
        bool decided = false;
        for (const ProseClause &clause : std::as_const(clauses)) {
            if (clause.numbers.size() != 1) {
                row.clear();
                decided = false;
                continue;
            }
            const ClauseNumber &n = clause.numbers.first();
            const QString words = text.mid(clause.begin, n.begin - clause.begin);
            const QString behind = text.mid(n.end, clause.end - n.end);
            if (fees && n.money && words.contains(u"行政事业性收费"_s) && behind.isEmpty()
                && !clause.holds({u"减", u"免", u"项目", u"处理费", u"其中", u"增", u"降", u"全市", u"全区", u"全县", u"较", u"比"})) {
                compare(sentence, clause, n, u"fees.amount"_s);
                continue;
            }
            if (n.counter.isNull() || !isOneOf(n.counter, u"件个份部宗起项") || vetoed(clause)) {
                row.clear();
                continue;
            }
            const bool bare = behind.isEmpty() || documentRow(behind) == u"normative_documents"_s;
            const QString decision = decisions ? decisionRow(words, report.year, decided) : QString();
            decided = !decision.isEmpty() && behind.isEmpty();
            if (decided) {
                compare(sentence, clause, n, decision + u".decisions"_s);
                continue;
            }
            const QString here = documentRow(words + behind);
            const QString column = documentColumn(words);
            // a clause that goes on without naming them again names nothing else either
            const bool carries = here.isEmpty() && !row.isEmpty() && words.size() <= 8;
            row = here.isEmpty() ? (carries ? row : QString()) : here;
            if (!row.isEmpty() && !column.isEmpty() && bare && (here.isEmpty() || words.size() <= 24))
                compare(sentence, clause, n, row + u'.' + column);
        }
    }
    return out;
}

void checkTableTwo(CheckRun &run, const QList<NarrativeSentence> &sentences)
{
    const Report &report = run.report();
    const Rule *rule = run.rule(u"narrative.mismatch"_s);
    if (!rule)
        return;
    constexpr int MostTold = 20; // prose with more contradictions is not about these tables
    int told = 0;
    for (const TableTwoNumber &n : tableTwoNumbers(sentences, report)) {
        const Operand table = operand(report, n.cell);
        if (n.agrees || !table.known || told >= MostTold)
            continue;
        const Severity severity = n.approximate || table.doubtful ? Severity::Hint : Severity::Warning;
        QString note;
        if (table.doubtful)
            note = u"；其中"_s + cellText(report.catalogue(), n.cell) + u"的读数有疑，请先核对原文"_s;
        const QString blank = table.blank ? u"若空白按 0 计，则"_s : QString();
        const QString unit = n.money ? u" 万元"_s : QString();
        Finding *finding = tellProse(run, rule->id, severity, *n.sentence, n.source,
            {{"quote"_L1, n.quote}, {"number"_L1, n.value.toString() + unit}, {"blank"_L1, blank},
                {"table"_L1,
                    u"表二"_s + cellText(report.catalogue(), n.cell).section(u'（', 0, 0) + u"为 "_s + table.value.toString() + unit},
                {"note"_L1, note}});
        ++told;
        if (finding) {
            finding->cells = {n.cell};
            finding->expected = table.value.toString();
            finding->found = n.value.toString();
            finding->blame = table.doubtful ? Blame::Reading : Blame::Report;
        }
    }
}

} // namespace gouji
