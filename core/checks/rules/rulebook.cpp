// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rules/rulebook.h"

#include "checks/narrative/narrativewords.h"
#include "checks/rules/rulefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

Error refuse(const QString &file, const QString &place, const QString &reason)
{
    return Error{u"bad-rule"_s, u"规则文件 %1 的%2有误：%3。"_s.arg(file, place, reason)};
}

/// What one rule says after a later file spoke of it: only what that file says is changed, setting by setting.
QJsonObject changed(QJsonObject source, const QJsonObject &said)
{
    for (auto at = said.begin(); at != said.end(); ++at) {
        if (at.key() == "settings"_L1 && at.value().isObject())
            source.insert(at.key(), changed(source.value(at.key()).toObject(), at.value().toObject()));
        else
            source.insert(at.key(), at.value());
    }
    return source;
}

/// Rule files are written by hand; more than this is something else.
constexpr qint64 MostBytes = 1 << 20;
constexpr qsizetype MostCases = 20000;

} // namespace

Result<std::shared_ptr<const RuleBook>> RuleBook::load(const QStringList &files, const FormCatalogue &forms)
{
    auto book = std::make_shared<RuleBook>();
    for (const QString &fileName : files) {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly))
            return Error{u"bad-rule"_s, u"规则文件 %1 无法读取：%2。"_s.arg(fileName, file.errorString())};
        if (file.size() > MostBytes)
            return refuse(fileName, u"大小"_s, u"规则文件不应超过 1 MB"_s);
        if (Status done = book->add(file.read(MostBytes), fileName, forms); !done)
            return done.error();
    }
    book->makeIndex();
    return std::shared_ptr<const RuleBook>(std::move(book));
}

Result<std::shared_ptr<const RuleBook>> RuleBook::parse(const QByteArray &json, const QString &file, const FormCatalogue &forms)
{
    auto book = std::make_shared<RuleBook>();
    if (Status done = book->add(json, file, forms); !done)
        return done.error();
    book->makeIndex();
    return std::shared_ptr<const RuleBook>(std::move(book));
}

Status RuleBook::add(const QByteArray &json, const QString &file, const FormCatalogue &forms)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return refuse(file, u"第 %1 行"_s.arg(json.left(parsed.offset).count('\n') + 1), u"语法错误，"_s + parsed.errorString());
    const QJsonObject root = document.object();
    if (!document.isObject() || !root.value("rules"_L1).isArray())
        return refuse(file, u"开头"_s, u"应为一个含列表“rules”的对象"_s);
    const int version = root.value("version"_L1).toInt();
    if (version < 1)
        return refuse(file, u"开头"_s, u"version 应为正整数"_s);
    m_version = m_version > 0 ? m_version : version;

    const QJsonArray list = root.value("rules"_L1).toArray();
    const QList<qsizetype> lines = ruleLines(json);
    const bool allObjects = lines.size() == list.size();
    QStringList inThisFile;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject source = list[i].toObject();
        const QString named = source.value("id"_L1).toString();
        const QString place = (allObjects ? u"第 %1 行的"_s.arg(lines[i]) : QString())
            + (named.isEmpty() ? u"第 %1 条规则"_s.arg(i + 1) : u"规则“%1”"_s.arg(named));
        if (!named.isEmpty() && inThisFile.contains(named))
            return refuse(file, place, u"重复"_s);
        inThisFile << named;
        if (const QString fault = addRule(source, forms, version, m_files > 0 ? QFileInfo(file).fileName() : QString()); !fault.isEmpty())
            return refuse(file, place, fault);
    }
    ++m_files;
    if (const QJsonValue words = root.value("narrative"_L1); !words.isUndefined()) {
        auto loaded = NarrativeWords::load(QFileInfo(file).path() + u'/' + words.toString());
        if (!loaded)
            return loaded.error();
        m_words = *loaded;
    }
    return Done{};
}

/// The answer says what is wrong with what was said of the rule, empty where nothing is.
QString RuleBook::addRule(const QJsonObject &said, const FormCatalogue &forms, int version, const QString &ownFile)
{
    const QString id = said.value("id"_L1).toString();
    const auto known = std::find_if(m_rules.cbegin(), m_rules.cend(), [&id](const Rule &other) { return other.id == id; });
    const qsizetype before = known == m_rules.cend() ? -1 : known - m_rules.cbegin();
    const QJsonObject source = before >= 0 ? changed(m_sources[before], said) : said;
    Rule rule;
    if (const QString fault = readRule(source, forms, rule); !fault.isEmpty())
        return fault;
    rule.version = version;
    rule.changedBy = ownFile;
    rule.own = !ownFile.isEmpty() && (before < 0 || m_rules[before].own);
    qsizetype cases = rule.cases.size();
    for (const Rule &other : std::as_const(m_rules))
        cases += other.cases.size();
    if (cases > MostCases)
        return u"全部规则展开后超过 %1 个式子，太多"_s.arg(MostCases);
    const bool off = source.value("off"_L1).toBool();
    if (before >= 0 && off) {
        m_rules.removeAt(before);
        m_sources.removeAt(before);
    } else if (before >= 0) {
        m_rules[before] = rule;
        m_sources[before] = source;
    } else if (!off) {
        m_rules << rule;
        m_sources << source;
    }
    return {};
}

void RuleBook::makeIndex()
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        m_byId.insert(m_rules[i].id, i);
        m_checks += QSet<QString>(m_rules[i].checks.begin(), m_rules[i].checks.end());
    }
}

const Rule *RuleBook::rule(const QString &id) const
{
    const qsizetype i = indexOf(id);
    return i < 0 ? nullptr : &m_rules[i];
}

} // namespace gouji
