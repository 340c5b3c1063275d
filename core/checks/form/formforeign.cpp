// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/oneof.h"
#include "checks/checkrun.h"
#include "checks/companions.h"
#include "checks/form/formprose.h"
#include "checks/form/placenames.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool holdsOne(QStringView text, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QStringView w) { return text.contains(w); });
}

/// Others are spoken of in good faith: visits, lessons, cooperation, courts.
bool speaksOfOthers(QStringView sentence)
{
    return holdsOne(sentence,
        {u"学习", u"考察", u"调研", u"交流", u"借鉴", u"赴", u"对标", u"来访", u"兄弟", u"帮扶", u"支援", u"援", u"结对", u"合作", u"协作",
            u"先进", u"经验", u"转送", u"移送", u"迁", u"法院", u"协查", u"协助", u"跨省", u"区域"});
}

/// The county or city whose body it is, where its name says so: 「麻阳苗族自治县」; empty where it begins with another word.
QString ownPlace(const QString &agency)
{
    for (qsizetype i = 2; i < agency.size() - 1; ++i) {
        if (isOneOf(agency[i], u"县市旗区"))
            return agency.left(i + 1);
    }
    return {};
}

/// Counties and districts: none of them governs another.
bool isCountyName(const PlaceNames &places, const QString &name)
{
    return places.knows(name) ? places.isCounty(name) : name.size() > 2 && isOneOf(name.back(), u"县旗区");
}

/// Whether a body of the place could not be meant by this report: neither its own, nor above, nor below it.
bool isForeign(const PlaceNames &places, const QString &agency, const QString &name)
{
    const QString own = places.placeOf(agency);
    if (agency.contains(name) || own == name)
        return false;
    if (!own.isEmpty() && places.knows(name))
        return !places.areRelated(own, name);
    // One of the two is not in the list: what governs it is not known, but a county governs no county.
    const QString place = own.isEmpty() ? ownPlace(agency) : own;
    const bool county = own.isEmpty() ? !place.isEmpty() && (places.knows(name) || isCountyName(places, place)) : places.isCounty(own);
    return county && isCountyName(places, name);
}

} // namespace

/// What follows the name of a place when its authorities are meant, not the place.
bool namesAuthorities(QStringView behind)
{
    static constexpr QStringView Bodies[] = {u"人民政府", u"政府", u"门户", u"政务", u"信息公开", u"公众号", u"委办公室", u"办公室",
        u"委员会", u"教育局", u"公安局", u"财政局", u"民政局", u"司法局", u"审计局", u"统计局", u"水利局", u"水务局", u"农业农村局",
        u"交通运输局", u"自然资源", u"住房和城乡建设局", u"生态环境局", u"卫生健康委", u"市场监督管理局", u"应急管理局", u"行政审批",
        u"政务服务", u"委县政府", u"委、县政府", u"委区政府", u"委、区政府", u"委和县", u"委和区", u"发展和改革", u"人力资源",
        u"科学技术局", u"城市管理", u"林业", u"商务局", u"医疗保障局", u"退役军人", u"文化", u"信访局", u"乡村振兴局"};
    return std::any_of(std::begin(Bodies), std::end(Bodies), [&](QStringView w) { return behind.startsWith(w); });
}

/// The name of other places' authorities in the prose: text that was copied.
void checkForeignNames(CheckRun &run, const FormProse &prose)
{
    const Rule *rule = run.rule(u"form.foreign_name"_s);
    const Report &report = run.report();
    const bool sure = report.agencyStatus == FieldStatus::Read || report.agencyStatus == FieldStatus::Corrected;
    if (!rule || !sure || report.agency.isEmpty() || prose.authorities.empty())
        return;
    const PlaceNames &places = PlaceNames::shipped();
    const QSet<QString> *others = run.dossier().companions ? &run.dossier().companions->places : nullptr;
    const QStringView text = prose.text;
    QStringList told;
    constexpr qsizetype Most = 3;
    for (const int at : prose.authorities) {
        if (told.size() >= Most)
            break;
        QString name;
        for (qsizetype length = 3; length <= std::min<qsizetype>(places.longest(), at + 1); ++length) {
            const QString one = text.mid(at + 1 - length, length).toString();
            if (places.knows(one) || (others && others->contains(one)))
                name = one;
        }
        if (name.isEmpty() || told.contains(name) || !isForeign(places, report.agency, name))
            continue;
        qsizetype begin = at;
        while (begin > 0 && text[begin - 1] != u'。' && at - begin < 80)
            --begin;
        qsizetype end = at;
        while (end < text.size() && text[end] != u'。' && end - at < 40)
            ++end;
        if (speaksOfOthers(text.mid(begin, end - begin)))
            continue;
        told << name;
        const qsizetype from = std::max<qsizetype>(begin, at - 14);
        Finding &finding
            = run.add(*rule, {{"quote"_L1, text.mid(from, std::min<qsizetype>(end, at + 12) - from).toString()}, {"what"_L1, name}});
        finding.place = u"正文"_s;
        finding.blame = Blame::Report;
        finding.sources = {prose.source(at + 1 - name.size(), name.size())};
    }
}

} // namespace gouji
