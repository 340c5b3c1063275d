// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/oneof.h"
#include "base/wordsin.h"
#include "checks/checkrun.h"
#include "checks/form/formprose.h"

#include <QJsonArray>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// An aspect of section one: the words that name it, first, and words by which prose may speak of it.
struct Aspect {
    QString name;
    QStringList headings;
    QStringList words;
};

const QList<Aspect> &aspects()
{
    static const QList<Aspect> list = {
        {u"主动公开"_s, {u"主动公开"_s}, {u"公开"_s}},
        {u"依申请公开"_s, {u"依申请公开"_s, u"申请公开"_s, u"依申请"_s}, {u"申请"_s}},
        {u"政府信息管理"_s, {u"信息管理"_s, u"政府信息资源"_s}, {u"管理"_s, u"审核"_s, u"审查"_s, u"三审"_s, u"清理"_s, u"规范化"_s}},
        {u"政府信息公开平台建设"_s, {u"平台建设"_s, u"平台"_s, u"网站"_s}, {u"新媒体"_s, u"公众号"_s, u"专栏"_s, u"栏目"_s, u"载体"_s}},
        {u"监督保障"_s, {u"监督保障"_s, u"监督"_s, u"保障"_s}, {u"考核"_s, u"评议"_s, u"培训"_s, u"督查"_s, u"问责"_s, u"责任"_s}},
    };
    return list;
}

bool holdsOne(QStringView text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &w) { return holdsWords(text, w); });
}

bool isNumeral(QChar c) { return isOneOf(c, u"一二三四五六七八九十") || (c >= u'0' && c <= u'9'); }

/// The openings of the numbered paragraphs of section one: 「（一）主动公开情况」, 「二、主动公开工作」.
QStringList openings(const SourceDocument &document, TextRange body)
{
    QStringList out;
    constexpr qsizetype Longest = 24;
    qsizetype at = body.begin;
    const qsizetype end = std::min(body.end, document.text.size());
    while (at < end) {
        qsizetype stop = document.text.indexOf(u'\n', at);
        stop = stop < 0 || stop > end ? end : stop;
        const QString line = plainText(QStringView(document.text).mid(at, std::min<qsizetype>(stop - at, 2 * Longest)));
        const qsizetype bracket = line.startsWith(u'(');
        if (line.size() > bracket + 1 && isNumeral(line[bracket]))
            out << line.mid(bracket + 1, Longest);
        at = stop + 1;
    }
    return out;
}

bool isGovernment(const QString &agency) { return agency.endsWith(u"人民政府"_s); }

} // namespace

void checkAspects(CheckRun &run, const FormProse &prose)
{
    const Rule *rule = run.rule(u"form.aspects"_s);
    const Section *one = run.report().section(1);
    if (!rule || !one || !one->body.isValid())
        return;
    const QStringView said = prose.part(one->body);
    const QStringList heads = openings(run.document(), one->body);
    const auto tell = [&](const QString &what, Severity severity) {
        Finding &finding = run.add(*rule, {{"what"_L1, what}});
        finding.severity = std::max(severity, rule->severity);
        finding.place = u"第一部分"_s;
        finding.blame = Blame::Report;
        finding.sources = {one->source};
    };
    QStringList gone;
    QStringList unheaded;
    for (const Aspect &aspect : aspects()) {
        if (std::any_of(heads.begin(), heads.end(), [&](const QString &h) { return holdsOne(h, aspect.headings); }))
            continue;
        if (holdsOne(said, aspect.headings) || holdsOne(said, aspect.words))
            unheaded << aspect.name;
        else
            gone << aspect.name;
    }
    if (!gone.isEmpty())
        tell(u"没有写到"_s + gone.join(u'、'), run.report().ocrSigns ? Severity::Hint : Severity::Warning);
    // Whoever gives each aspect its paragraph gives all of them one.
    const qsizetype headed = aspects().size() - gone.size() - unheaded.size();
    if (!unheaded.isEmpty() && headed >= 3 && !run.report().ocrSigns)
        tell(u"中，其他方面分段写明，而%1没有单列一段"_s.arg(unheaded.join(u'、')), Severity::Hint);
    if (isGovernment(run.report().agency) && !holdsOne(prose.text, {u"考核"_s, u"评议"_s, u"责任追究"_s, u"追责"_s, u"问责"_s}))
        tell(u"没有写到工作考核、社会评议和责任追究结果，各级人民政府的报告应当写明"_s, Severity::Hint);
    for (const QJsonValue &word : rule->settings.value("words"_L1).toArray()) {
        if (!said.contains(word.toString()))
            tell(u"没有写到“%1”（本地要求）"_s.arg(word.toString()), Severity::Warning);
    }
}

void checkLeftovers(CheckRun &run, const FormProse &prose)
{
    const Rule *rule = run.rule(u"form.leftover"_s);
    if (!rule)
        return;
    constexpr qsizetype Most = 5;
    qsizetype told = 0;
    const QStringView text = prose.text;
    const auto tell = [&](const QString &what, Severity severity, qsizetype begin, qsizetype length) {
        if (++told > Most)
            return;
        const qsizetype from = std::max<qsizetype>(0, begin - 8);
        const QString quote = text.mid(from, begin + length + 6 - from).toString();
        Finding &finding = run.add(*rule, {{"quote"_L1, quote}, {"what"_L1, what}});
        finding.severity = std::max(severity, rule->severity);
        finding.place = u"正文"_s;
        finding.blame = Blame::Report;
        finding.sources = {prose.source(begin, length)};
    };
    const auto isMark = [](QChar c) { return c == u'X' || c == u'x' || c == u'×' || c == u'Ｘ' || c == u'＊'; };
    const auto isWord = [](QChar c) { return c.unicode() > 0x2E80 || c.isDigit(); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isMark(c)) {
            qsizetype end = i;
            while (end < text.size() && text[end] == c)
                ++end;
            // 「XX局」, 「20××年」: between Chinese words, never inside an address or a name in letters
            const bool before = i == 0 || isWord(text[i - 1]) || text[i - 1].isPunct();
            const bool after = end < text.size() && text[end].unicode() > 0x3400 && text[end].isLetter();
            constexpr qsizetype Longest = 12; // a longer run is a line or rubble
            if (end - i >= 2 && end - i <= Longest && before && after)
                tell(u"似为范本中没有填写的“%1”"_s.arg(text.mid(i, end - i)), Severity::Warning, i, end - i);
            i = end - 1;
        } else if (c == u'[') {
            const QStringView behind = text.mid(i);
            if (behind.startsWith(u"[]") && i > 0 && text[i - 1].unicode() > 0x2E80)
                tell(u"文号的年份没有填写"_s, Severity::Warning, i, 2);
            else if (behind.startsWith(u"[bookmark:") || behind.startsWith(u"[image:"))
                tell(u"是文字处理软件的标记，不是正文"_s, Severity::Hint, i,
                    std::clamp<qsizetype>(behind.left(60).indexOf(u']') + 1, 1, 60));
        }
    }
}

void checkLength(CheckRun &run, const FormProse &prose)
{
    const Rule *rule = run.rule(u"form.length"_s);
    const Section *one = run.report().section(1);
    const int most = rule ? rule->settings.value("sectionOne"_L1).toInt() : 0;
    if (most <= 0 || !one || !one->body.isValid())
        return;
    const qsizetype size = prose.part(one->body).size();
    if (size <= most)
        return;
    Finding &finding = run.add(*rule, {{"what"_L1, u"“%1”有 %2 字，超过 %3 字"_s.arg(one->title).arg(size).arg(most)}});
    finding.place = u"第一部分"_s;
    finding.expected = QString::number(most);
    finding.found = QString::number(size);
    finding.blame = Blame::Report;
    finding.sources = {one->source};
}

} // namespace gouji
