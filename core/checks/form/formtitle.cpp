// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wordsin.h"
#include "checks/checkrun.h"
#include "checks/form/formprose.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// What may stand behind the year in a title, in this order; what is no such word ends the title.
struct TitleWords {
    QString text;
    bool report = false; ///< ends in a word for a report: only then it is sure to be a title and whole
};

TitleWords titleWords(QStringView from)
{
    static constexpr QStringView Words[]
        = {u"年度", u"年", u"政府信息公开", u"政务公开", u"信息公开", u"工作", u"情况", u"的", u"报告", u"年报", u"总结"};
    TitleWords out;
    bool more = true;
    while (more && !out.report) {
        more = false;
        for (const QStringView word : Words) {
            if (!from.startsWith(word))
                continue;
            out.text += word;
            out.report = word == u"报告" || word == u"年报" || word == u"总结";
            from = from.mid(word.size());
            more = true;
            break;
        }
    }
    return out;
}

bool isSure(FieldStatus status) { return status == FieldStatus::Read; }

void addFinding(CheckRun &run, const Rule &rule, const QString &what, const QString &place, Severity severity, const TextRange &source)
{
    Finding &finding = run.add(rule, {{"what"_L1, what}});
    finding.severity = std::max(severity, rule.severity);
    finding.place = place;
    finding.blame = Blame::Report;
    finding.sources = {source};
}

} // namespace

void checkTitle(CheckRun &run, const FormProse &prose)
{
    const Rule *rule = run.rule(u"form.title"_s);
    const Report &report = run.report();
    // Where recovery is not sure of the name or the year, the title itself is in doubt.
    if (!rule || !isSure(report.agencyStatus) || !isSure(report.yearStatus) || !report.agencySource.isValid()
        || !report.yearSource.isValid())
        return;
    const auto tell = [&](const QString &what, Severity severity, qsizetype begin, qsizetype length) {
        addFinding(run, *rule, what, u"标题"_s, severity, prose.source(begin, length));
    };
    const QString right = u"年政府信息公开工作年度报告"_s;
    const QString year = QString::number(report.year);
    const qsizetype agency = prose.at(report.agencySource.begin);
    const qsizetype afterAgency = prose.at(report.agencySource.end);
    const QStringView behind = QStringView(prose.text).mid(afterAgency, 60);
    const qsizetype begin = prose.at(report.yearSource.begin);
    if (begin < agency) {
        // the year first: 「2023年某某局政府信息公开工作年度报告」
        const TitleWords words = titleWords(behind);
        if (words.report && prose.text.mid(begin, 5) == year + u'年' && agency == begin + 5)
            tell(u"应为“%1”，年份在机关名称之后"_s.arg(report.agency + year + right), Severity::Hint, begin,
                afterAgency + words.text.size() - begin);
        return;
    }
    if (!behind.startsWith(year))
        return;
    const TitleWords words = titleWords(behind.mid(year.size()));
    if (!words.report || words.text == right)
        return;
    tell(u"印作“%1”，应为“%2”"_s.arg(report.agency + year + words.text, report.agency + year + right), Severity::Warning, agency,
        afterAgency - agency + year.size() + words.text.size());
}

void checkCitation(CheckRun &run, const FormProse &prose)
{
    const Rule *rule = run.rule(u"form.citation"_s);
    if (!rule)
        return;
    const Report &report = run.report();
    const auto tell = [&](const QString &what, Severity severity, qsizetype begin, qsizetype length) {
        addFinding(run, *rule, what, u"正文"_s, severity, prose.source(begin, length));
    };
    const QString law = u"《中华人民共和国信息公开条例》"_s;
    if (const qsizetype at = findWords(prose.text, law); at >= 0)
        tell(u"法规名称应为《中华人民共和国政府信息公开条例》，印作"_s + law, Severity::Warning, at, law.size());
    const QString repealed = u"国务院令第492号"_s;
    if (const qsizetype at = prose.text.indexOf(repealed); at >= 0 && report.year >= 2019)
        tell(u"《中华人民共和国政府信息公开条例》自 2019 年 5 月 15 日起为国务院令第711号，印作"_s + repealed, Severity::Warning, at,
            repealed.size());
    const QString head = u"公开办函"_s;
    qsizetype first = -1;
    qsizetype length = 0;
    QStringList cited;
    for (qsizetype at = findWords(prose.text, head); at >= 0; at = findWords(prose.text, head, at + 1)) {
        const QStringView behind = QStringView(prose.text).mid(at + head.size(), 14);
        const bool bracket = behind.startsWith(u'[') || behind.startsWith(u'(');
        const QStringView year = behind.mid(bracket, 4);
        const qsizetype close = bracket + 4;
        const bool closed = behind.size() > close && (behind[close] == u']' || behind[close] == u')');
        const QStringView number = behind.mid(close + closed);
        const QString notice = number.startsWith(u"60号") ? u"2019"_s : number.startsWith(u"30号") ? u"2021"_s : QString();
        if (notice.isEmpty() || year != notice)
            continue;
        cited << notice;
        if (first < 0) {
            first = at;
            length = head.size() + close + closed + 3;
        }
    }
    const int year = report.year;
    // both notices may be named: what the form is now, and what it was
    if (year >= 2021 && !cited.isEmpty() && !cited.contains(u"2021"_s))
        tell(u"%1 年的报告引用的是国办公开办函〔2019〕60号，2021 年起的格式出自国办公开办函〔2021〕30号"_s.arg(year), Severity::Warning,
            first, length);
    else if (year > 0 && year < 2021 && !cited.isEmpty() && !cited.contains(u"2019"_s))
        tell(u"%1 年的报告引用的是国办公开办函〔2021〕30号，该格式自 2021 年的报告起使用"_s.arg(year), Severity::Warning, first, length);
}

} // namespace gouji
