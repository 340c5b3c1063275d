// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rulebook.h"

#include "checks/allchecks.h"
#include "checks/narrativewords.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

Error refuse(const QString &file, const QString &place, const QString &reason)
{
    return Error{u"bad-rule"_s, u"规则文件 %1 的 %2 有误：%3。"_s.arg(file, place, reason)};
}

std::optional<Severity> severityFromName(const QString &name)
{
    for (const Severity s : {Severity::Error, Severity::Warning, Severity::Hint}) {
        if (severityName(s) == name)
            return s;
    }
    return std::nullopt;
}

bool isRuleId(const QString &id)
{
    const qsizetype dot = id.indexOf(u'.');
    if (dot <= 0 || dot == id.size() - 1 || id.indexOf(u'.', dot + 1) >= 0)
        return false;
    for (const QChar c : id) {
        if (c != u'.' && c != u'_' && (c < u'a' || c > u'z'))
            return false;
    }
    return true;
}

/// What is wrong with the template, or nothing.
QString templateFault(const QString &message, const QStringList &known)
{
    qsizetype at = 0;
    while ((at = message.indexOf(u'{', at)) >= 0) {
        const qsizetype end = message.indexOf(u'}', at);
        if (end < 0)
            return u"message 里有没有闭合的“{”"_s;
        const QString name = message.mid(at + 1, end - at - 1);
        if (!known.contains(name))
            return u"message 里的 {%1} 不认识，可用的是 %2"_s.arg(name, known.isEmpty() ? u"（无）"_s : known.join(u'、'));
        at = end;
    }
    return {};
}

/// Fills the rule; the answer says what is wrong with it, empty where nothing is.
QString readRule(const QJsonObject &o, Rule &rule)
{
    static constexpr const char *Known[] = {"id", "severity", "title", "message", "basis", "check", "forms"};
    for (const QString &key : o.keys()) {
        if (std::none_of(std::begin(Known), std::end(Known), [&](const char *k) { return key == QLatin1StringView(k); }))
            return u"“%1”不认识"_s.arg(key);
    }
    const std::pair<QLatin1StringView, QString *> texts[] = {{"id"_L1, &rule.id}, {"title"_L1, &rule.title}, {"message"_L1, &rule.message},
        {"basis"_L1, &rule.basis}, {"check"_L1, &rule.check}};
    for (const auto &[key, target] : texts) {
        const QJsonValue v = o.value(key);
        if (!v.isString() || v.toString().isEmpty())
            return u"“%1”应为非空文字"_s.arg(key);
        *target = v.toString();
    }
    if (!isRuleId(rule.id))
        return u"id 应为“领域.名称”，只用小写字母和下划线"_s;
    const std::optional<Severity> severity = severityFromName(o.value("severity"_L1).toString());
    if (!severity)
        return u"severity 应为 error、warning 或 hint"_s;
    rule.severity = *severity;
    const CheckFunction *function = checkFunction(rule.check);
    if (!function)
        return u"check“%1”不认识"_s.arg(rule.check);
    if (const QString fault = templateFault(rule.message, function->placeholders); !fault.isEmpty())
        return fault;
    const QJsonValue forms = o.value("forms"_L1);
    if (!forms.isUndefined() && !forms.isArray())
        return u"forms 应为格式名称的列表"_s;
    for (const QJsonValue &f : forms.toArray()) {
        if (!f.isString() || f.toString().isEmpty())
            return u"forms 应为格式名称的列表"_s;
        rule.forms << f.toString();
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const RuleBook>> RuleBook::load(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{u"bad-rule"_s, u"规则文件 %1 无法读取：%2。"_s.arg(fileName, file.errorString())};
    return parse(file.readAll(), fileName);
}

Result<std::shared_ptr<const RuleBook>> RuleBook::parse(const QByteArray &json, const QString &file)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return refuse(file, u"第 %1 行"_s.arg(json.left(parsed.offset).count('\n') + 1), u"语法错误，"_s + parsed.errorString());
    const QJsonObject root = document.object();
    if (!document.isObject() || !root.value("rules"_L1).isArray())
        return refuse(file, u"开头"_s, u"应为一个含列表“rules”的对象"_s);

    auto book = std::make_shared<RuleBook>();
    book->m_version = root.value("version"_L1).toInt();
    if (book->m_version < 1)
        return refuse(file, u"开头"_s, u"version 应为正整数"_s);
    const QJsonArray rules = root.value("rules"_L1).toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        Rule rule;
        const QString named = rules[i].toObject().value("id"_L1).toString();
        const QString place = named.isEmpty() ? u"第 %1 条规则"_s.arg(i + 1) : u"规则“%1”"_s.arg(named);
        if (const QString fault = readRule(rules[i].toObject(), rule); !fault.isEmpty())
            return refuse(file, place, fault);
        if (book->rule(rule.id))
            return refuse(file, place, u"重复"_s);
        book->m_rules << rule;
    }
    if (const QJsonValue words = root.value("narrative"_L1); !words.isUndefined()) {
        auto loaded = NarrativeWords::load(QFileInfo(file).path() + u'/' + words.toString());
        if (!loaded)
            return loaded.error();
        book->m_words = *loaded;
    }
    return std::shared_ptr<const RuleBook>(std::move(book));
}

qsizetype RuleBook::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        if (m_rules[i].id == id)
            return i;
    }
    return -1;
}

const Rule *RuleBook::rule(const QString &id) const
{
    const qsizetype i = indexOf(id);
    return i < 0 ? nullptr : &m_rules[i];
}

} // namespace gouji
