// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkrun.h"
#include "checks/form/formprose.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Says whether characters of a heading stand close together somewhere in the text: a heading that was torn or misread
/// looks like that, and then nobody may be told that it is not there.
bool maybeHolds(QStringView text, QStringView title)
{
    constexpr qsizetype Longest = 20000;
    if (text.size() > Longest)
        return true; // nobody knows what so long a part holds
    const qsizetype window = title.size() + 6;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!title.contains(text[at]))
            continue;
        const QStringView near = text.mid(at, window);
        const auto found = std::count_if(title.begin(), title.end(), [&](QChar c) { return near.contains(c); });
        if (found * 10 >= title.size() * 7)
            return true;
    }
    return false;
}

class SectionCheck {
public:
    SectionCheck(CheckRun &run, const Rule &rule, const Form &form, const FormProse &prose)
        : m_run(run)
        , m_rule(rule)
        , m_form(form)
        , m_prose(prose)
    {
    }

    void missing();
    void order();
    void wording();
    void problems();

private:
    Finding &tell(const QString &what, Severity severity, const QString &place, const QList<TextRange> &sources);
    TextRange gap(int number) const;

    CheckRun &m_run;
    const Rule &m_rule;
    const Form &m_form;
    const FormProse &m_prose;
};

Finding &SectionCheck::tell(const QString &what, Severity severity, const QString &place, const QList<TextRange> &sources)
{
    Finding &finding = m_run.add(m_rule, {{"what"_L1, what}});
    finding.severity = std::max(severity, m_rule.severity);
    finding.place = place;
    finding.blame = m_run.report().ocrSigns ? Blame::Open : Blame::Report;
    finding.sources = sources;
    return finding;
}

/// Where the heading would have to stand: between its neighbours that were found.
TextRange SectionCheck::gap(int number) const
{
    TextRange out{0, m_run.document().text.size()};
    for (const Section &s : m_run.report().sections) {
        if (s.number < number)
            out.begin = std::max(out.begin, s.source.end);
        else if (s.number > number)
            out.end = std::min(out.end, s.source.begin);
    }
    return out;
}

void SectionCheck::missing()
{
    const Report &report = m_run.report();
    QStringList gone;
    for (const FormSection &s : m_form.sections) {
        if (report.section(s.number))
            continue;
        const TextRange where = gap(s.number);
        // also where a table was taken to end: it may have taken in a heading that nobody recognised
        if (!where.isValid() || maybeHolds(plainText(m_run.document().at(where)), plainText(s.title)))
            return; // one heading that may have been torn puts all others in doubt
        gone << s.numeral + u'、' + s.title;
    }
    // Where most headings are not found, it is the reading that failed.
    if (gone.isEmpty() || gone.size() * 2 > m_form.sections.size())
        return;
    int last = 0;
    for (const Section &s : report.sections)
        last = std::max(last, s.number);
    const bool cut = gone.size() > 1 && gone.size() == m_form.sections.size() - last;
    const Severity severity = report.ocrSigns ? Severity::Hint : cut ? Severity::Warning : Severity::Error;
    tell(u"没有“%1”%2的标题%3"_s.arg(
             gone.join(u"”“"_s), gone.size() > 1 ? u"各部分"_s : u"这一部分"_s, cut ? u"，文件可能不完整"_s : QString()),
        severity, u"各部分标题"_s, {});
}

void SectionCheck::order()
{
    const QList<Section> &sections = m_run.report().sections;
    for (qsizetype i = 1; i < sections.size(); ++i) {
        if (sections[i].number < sections[i - 1].number) {
            tell(
                u"“%1”排在“%2”之后"_s.arg(sections[i].title, sections[i - 1].title), Severity::Hint, u"各部分标题"_s, {sections[i].source});
            return;
        }
    }
}

/// Only wordings that are known word for word: what is merely similar may have been misread.
void SectionCheck::wording()
{
    const Report &report = m_run.report();
    for (const Section &s : report.sections) {
        const auto of = [&](const Form &form) {
            return std::find_if(form.sections.begin(), form.sections.end(), [&](const FormSection &f) { return f.number == s.number; });
        };
        const auto official = of(m_form);
        if (official == m_form.sections.end())
            continue;
        const QString printed = plainText(s.title);
        const QString title = plainText(official->title);
        qsizetype head = 0;
        while (head < std::min<qsizetype>(3, printed.size()) && !printed[head].isPunct())
            ++head;
        const bool numbered = head < printed.size() && printed[head].isPunct() && head < 3;
        const QString numeral = numbered ? printed.left(head + (head == 0)) : QString();
        const QString rest = numbered ? printed.mid(head + 1 + (head == 0)) : printed;
        QStringList known = official->variants;
        for (const Form &form : report.catalogue().forms()) {
            if (const auto other = of(form); other != form.sections.end())
                known << other->title << other->variants;
        }
        const QString where = u"第%1部分标题"_s.arg(official->numeral);
        if (rest != title) {
            const bool sure = std::any_of(known.begin(), known.end(), [&](const QString &k) { return plainText(k) == rest; });
            if (sure)
                tell(u"“%1”的标题应为“%2、%3”"_s.arg(s.title, official->numeral, official->title), Severity::Hint, where, {s.source});
        } else if (numbered && numeral != official->numeral && !report.ocrSigns) {
            tell(u"“%1”的序号应为“%2、”"_s.arg(s.title, official->numeral), Severity::Hint, where, {s.source});
        }
    }
}

/// Section five has to name problems and what is done about them.
void SectionCheck::problems()
{
    const Section *five = m_run.report().section(5);
    if (!five || !five->body.isValid())
        return;
    constexpr qsizetype Short = 50;
    const QString place = u"第五部分"_s;
    QString said = m_prose.part(five->body).toString();
    while (!said.isEmpty() && said.back().isPunct())
        said.chop(1);
    QString what;
    if (said.isEmpty())
        what = u"“%1”没有内容"_s.arg(five->title);
    else if (said == u"无"_s || said == u"暂无"_s)
        what = u"“%1”只写了“%2”"_s.arg(five->title, said);
    const bool nothing = !what.isEmpty();
    if (!nothing && said.size() < Short)
        what = u"“%1”只有 %2 个字，问题或改进情况可能没有写全"_s.arg(five->title).arg(said.size());
    if (what.isEmpty())
        return;
    Finding &finding = tell(what, nothing && !m_run.report().ocrSigns ? Severity::Error : Severity::Hint, place, {five->source});
    if (m_rule.changedBy.isEmpty()) // the rule's own is about titles
        finding.basis = u"《中华人民共和国政府信息公开条例》第五十条：年度报告应当包括政府信息公开工作存在的主要问题及改进情况"_s;
}

} // namespace

void checkSections(CheckRun &run, const FormProse &prose)
{
    const Rule *rule = run.rule(u"form.sections"_s);
    const Form *form = run.report().catalogue().form(run.report().form);
    if (!rule || !form || run.report().sections.isEmpty())
        return;
    SectionCheck check(run, *rule, *form, prose);
    check.missing();
    check.order();
    check.wording();
    check.problems();
}

} // namespace gouji
