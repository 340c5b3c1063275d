// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkrun.h"
#include "checks/form/formprose.h"

#include <QDate>
#include <QRegularExpression>

#include <optional>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Name of the setting that holds the limit of such a body; empty where none is known to bind it.
QString levelOf(const QString &agency)
{
    const auto ends = [&](std::initializer_list<QStringView> tails) {
        return std::any_of(tails.begin(), tails.end(), [&](QStringView tail) { return agency.endsWith(tail); });
    };
    if (ends({u"镇人民政府", u"乡人民政府", u"街道办事处", u"办事处"}) || agency.contains(u"街道"_s))
        return u"town"_s;
    if (ends({u"人民政府", u"人民政府办公室", u"人民政府办公厅", u"管理委员会", u"管委会"}))
        return u"government"_s;
    if (ends({u"局", u"厅", u"委员会", u"委", u"部", u"署"}))
        return u"department"_s;
    return {};
}

/// The day after which the report is late: a setting like "01-31" in the year after the one reported.
std::optional<QDate> limitOf(const QString &setting, int year)
{
    const QDate date = QDate::fromString(u"%1-%2"_s.arg(year + 1).arg(setting), u"yyyy-MM-dd"_s);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

struct Dated {
    QDate date;
    TextRange source;
};

std::optional<Dated> dateIn(QStringView text, qsizetype offset)
{
    static const QRegularExpression pattern(u"(20[0-9]{2})\\s*[年./-]\\s*([0-9]{1,2})\\s*[月./-]\\s*([0-9]{1,2})(\\s*日|(?![0-9年月]))"_s);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    if (!m.hasMatch())
        return std::nullopt;
    const QDate date(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    return date.isValid() ? std::optional(Dated{date, {offset + m.capturedStart(), offset + m.capturedEnd()}}) : std::nullopt;
}

/// When the report was published: what the page says, else the date under it.
std::optional<Dated> publication(const SourceDocument &document, const Report &report)
{
    const QString &text = document.text;
    const qsizetype head = report.sections.isEmpty() ? 0 : std::min<qsizetype>(report.sections.first().source.begin, 3000);
    for (const QStringView label :
        {u"发布日期", u"发布时间", u"公布日期", u"公开日期", u"公开时间", u"发文日期", u"成文日期", u"生成日期"}) {
        const qsizetype at = QStringView(text).left(head).indexOf(label);
        if (at >= 0) {
            if (const auto found = dateIn(QStringView(text).mid(at + label.size(), 24), at + label.size()))
                return found;
        }
    }
    // a line of its own behind the last section: name and date of whoever signs
    const qsizetype from = report.sections.isEmpty() ? text.size() : std::max(report.sections.last().source.end, text.size() - 400);
    std::optional<Dated> last;
    qsizetype at = from;
    while (at < text.size()) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 ? text.size() : end;
        const QStringView line = QStringView(text).mid(at, end - at);
        if (const auto found = line.size() < 60 ? dateIn(line, at) : std::nullopt;
            found && plainText(line).size() <= found->source.length())
            last = found;
        at = end + 1;
    }
    return last;
}

} // namespace

void checkDeadline(CheckRun &run, const FormProse &)
{
    const Rule *rule = run.rule(u"form.deadline"_s);
    const Report &report = run.report();
    if (!rule || report.year == 0 || report.agencyStatus == FieldStatus::Missing || report.agencyStatus == FieldStatus::Suspect
        || report.yearStatus == FieldStatus::Suspect)
        return;
    const QString level = levelOf(report.agency);
    const std::optional<QDate> limit = level.isEmpty() ? std::nullopt : limitOf(rule->settings.value(level).toString(), report.year);
    if (!limit)
        return;
    const std::optional<Dated> published = publication(run.document(), report);
    // A date of another year is that of a copy, a print, or of something else.
    if (!published || published->date.year() != report.year + 1 || published->date <= *limit)
        return;
    const auto text = [](QDate d) { return u"%1年%2月%3日"_s.arg(d.year()).arg(d.month()).arg(d.day()); };
    Finding &finding = run.add(*rule, {{"date"_L1, text(published->date)}, {"limit"_L1, text(*limit)}});
    finding.place = u"公布日期"_s;
    finding.expected = limit->toString(Qt::ISODate);
    finding.found = published->date.toString(Qt::ISODate);
    finding.blame = Blame::Report;
    finding.sources = {published->source};
}

} // namespace gouji
