// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventedstore.h"

#include "report/agencyname.h"
#include "samplereport.h"
#include "store/database.h"
#include "store/queuesummary.h"
#include "store/readingcodec.h"
#include "store/store.h"
#include "store/wordindex.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

namespace gouji::test {

using namespace Qt::StringLiterals;

namespace {

const QStringList Firsts{u"云"_s, u"青"_s, u"白"_s, u"临"_s, u"安"_s, u"永"_s, u"平"_s, u"长"_s, u"清"_s, u"明"_s, u"宁"_s, u"丰"_s};
const QStringList Seconds{u"岭"_s, u"川"_s, u"溪"_s, u"泽"_s, u"原"_s, u"阳"_s, u"湖"_s, u"桥"_s, u"陵"_s, u"峰"_s};
const QStringList Signs{u"市"_s, u"县"_s, u"区"_s};
const QStringList Offices{u"人民政府"_s, u"水务局"_s, u"财政局"_s, u"教育局"_s, u"市场监督管理局"_s, u"自然资源和规划局"_s,
    u"人力资源和社会保障局"_s, u"卫生健康委员会"_s, u"发展和改革委员会"_s, u"住房和城乡建设局"_s, u"交通运输局"_s, u"农业农村局"_s,
    u"文化广电和旅游局"_s, u"生态环境局"_s, u"应急管理局"_s, u"审计局"_s, u"统计局"_s, u"医疗保障局"_s, u"退役军人事务局"_s,
    u"行政审批服务局"_s, u"城市管理综合行政执法局"_s, u"机关事务服务中心"_s, u"信访局"_s, u"民政局"_s};
const QStringList Kinds{u"docx"_s, u"html"_s, u"pdf"_s, u"doc"_s, u"xlsx"_s, u"txt"_s};
const QStringList States{u"new"_s, u"new"_s, u"new"_s, u"open"_s, u"returned"_s, u"done"_s, u"done"_s};
const QStringList Reviewers{u"李审"_s, u"王核"_s, u"陈校"_s};
const QStringList Rules{u"requests.balance"_s, u"requests.row_total"_s, u"requests.handled_total"_s, u"remedies.total"_s, u"cell.blank"_s,
    u"cell.missing"_s, u"text.missing_section"_s, u"narrative.requests"_s};

struct Invented {
    QString agency, rules;
    int errors = 0, warnings = 0, waiting = 0;
};

Invented invent(int i, QRandomGenerator &chance)
{
    const int body = i / 6; // six years each
    const int place = body / int(Offices.size());
    Invented out;
    out.agency = Firsts[place % Firsts.size()] + Seconds[place / Firsts.size() % Seconds.size()]
        + Signs[place / (Firsts.size() * Seconds.size()) % Signs.size()] + Offices[body % Offices.size()];
    QStringList rules;
    for (const QString &rule : Rules) {
        if (chance.bounded(6) == 0)
            rules << rule;
    }
    out.rules = rules.join(u' ');
    out.errors = int(rules.size()) / 2;
    out.warnings = int(rules.size()) - out.errors;
    out.waiting = chance.bounded(3) == 0 ? chance.bounded(1, 12) : 0;
    return out;
}

void must(const auto &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

} // namespace

void inventStore(const QString &file, int reports)
{
    {
        auto store = Store::open(file, knowledge());
        must(store);
        if ((*store)->queue()->rows.size() >= reports)
            return;
    }
    const auto db = Database::open(file);
    must(db);
    must((*db)->run(u"PRAGMA synchronous = OFF"_s));
    QRandomGenerator chance(20231231);
    auto transaction = Transaction::begin(**db);
    must(transaction);
    for (int i = 0; i < reports; ++i) {
        const Invented made = invent(i, chance);
        const int year = 2020 + i % 6;
        const QString id = QUuid::createUuidV5(QUuid(), QByteArray::number(i)).toString(QUuid::WithoutBraces);
        const QString name = u"/reports/%1/%2%3年报告-%4.%5"_s.arg(year).arg(made.agency).arg(year).arg(i).arg(Kinds[i % Kinds.size()]);
        const QString state = States[chance.bounded(States.size())];
        const bool touched = state != "new"_L1;
        const QString when = QDateTime(QDate(2026, 1, 1), {}, Qt::UTC).addSecs(i * 37LL).toString(Qt::ISODateWithMs);
        const QByteArray hash = QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256).toHex();
        must((*db)->run(
            u"INSERT INTO report (id, sha256, file_name, agency, report_year, form, state, errors, warnings, kept_at, file_kind, "
            "waiting, reviewer, touched_at, number, agency_key, region, rules, prepared) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {id, QString::fromLatin1(hash), name, made.agency, year, u"2021"_s, state, made.errors, made.warnings, when,
                Kinds[i % Kinds.size()], made.waiting, touched ? Reviewers[i % 3] : QString(), touched ? when : QString(), i + 1,
                agencyKey(made.agency), agencyRegion(made.agency), made.rules, QueueSummary::Program}));
        must(WordIndex::add(**db, i + 1,
            u"%1 政府信息公开工作年度报告 本年新收 %2 结转 %3 行政复议 %4"_s.arg(made.agency).arg(i % 977).arg(i % 13).arg(i % 7)));
        if (i % 100 == 0) {
            ReadReport read = sampleReport({{u"requests.granted.total"_s, u"3"_s}}, u"第 %1 份。"_s.arg(i));
            read.report.agency = made.agency;
            read.report.year = year;
            must((*db)->run(u"INSERT INTO reading (report, program, packed) VALUES (?, 'bench', ?)"_s, {id, packReading(read)}));
            must((*db)->run(u"INSERT INTO original (report, packed) VALUES (?, ?)"_s, {id, compressed(read.document.text.toUtf8())}));
        }
    }
    must((*transaction)->commit());
}

} // namespace gouji::test
