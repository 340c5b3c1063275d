// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rules/rulefile.h"

#include "checks/allchecks.h"

#include <QDate>
#include <QJsonArray>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

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

QString unknownKey(const QJsonObject &o, const QStringList &known)
{
    for (const QString &key : o.keys()) {
        if (!known.contains(key))
            return u"“%1”不认识"_s.arg(key);
    }
    return {};
}

QString readSeverity(const QJsonValue &v, Severity &out)
{
    const std::optional<Severity> severity = severityFromName(v.toString());
    if (!severity)
        return u"severity 应为 error、warning 或 hint"_s;
    out = *severity;
    return {};
}

QStringList formulaKeys() { return {u"formula"_s, u"each"_s, u"when"_s, u"tolerance"_s}; }

QString readCases(const QJsonObject &o, const FormCatalogue &forms, Rule &rule)
{
    QList<QJsonObject> objects;
    for (const QJsonValue &item : o.value("formulas"_L1).toArray())
        objects << item.toObject();
    if (objects.isEmpty())
        objects << o;
    else if (o.contains("formula"_L1))
        return u"“formula”与“formulas”只能有一个"_s;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        FormulaCase inherited;
        inherited.severity = rule.severity;
        inherited.message = rule.message;
        const QJsonObject &one = objects[i];
        QString fault;
        if (o.contains("formulas"_L1)) {
            fault = unknownKey(one, formulaKeys() + QStringList{u"severity"_s, u"message"_s});
            if (fault.isEmpty() && one.contains("severity"_L1))
                fault = readSeverity(one.value("severity"_L1), inherited.severity);
            if (one.contains("message"_L1))
                inherited.message = one.value("message"_L1).toString();
            if (fault.isEmpty())
                fault = templateFault(inherited.message, formulaPlaceholders());
        }
        if (fault.isEmpty())
            fault = readFormulaCases(one, forms, inherited, rule.cases);
        if (!fault.isEmpty())
            return objects.size() > 1 ? u"formulas 的第 %1 项："_s.arg(i + 1) + fault : fault;
    }
    rule.needsOthers
        = rule.needsOthers && std::all_of(rule.cases.begin(), rule.cases.end(), [](const FormulaCase &c) { return c.needsOthers(); });
    return {};
}

/// What is wrong with the value of a setting, or nothing.
QString settingFault(const RuleSetting &setting, const QJsonValue &v)
{
    switch (setting.kind) {
    case RuleSetting::Kind::Date:
        // in a year with a 29th of February
        if (v.isString() && (v.toString().isEmpty() || QDate::fromString(u"2000-"_s + v.toString(), u"yyyy-MM-dd"_s).isValid()))
            return {};
        return u"“%1”应为月日，如 \"01-31\"，没有期限时为 \"\""_s.arg(setting.name);
    case RuleSetting::Kind::Count:
        if (v.isDouble() && v.toDouble() >= 0 && v.toDouble() == double(v.toInt()))
            return {};
        return u"“%1”应为整数，不作要求时为 0"_s.arg(setting.name);
    case RuleSetting::Kind::Words:
        break;
    }
    const QJsonArray list = v.toArray();
    const bool texts = std::all_of(list.begin(), list.end(), [](const QJsonValue &item) { return !item.toString().isEmpty(); });
    return v.isArray() && texts ? QString() : u"“%1”应为文字的列表，如 [\"政策解读\"]"_s.arg(setting.name);
}

QString readSettings(const QJsonValue &v, const QList<RuleSetting> &known, QJsonObject &out)
{
    if (!v.isUndefined() && !v.isObject())
        return u"settings 应为一个对象"_s;
    out = v.toObject();
    for (const QString &key : out.keys()) {
        const auto setting = std::find_if(known.begin(), known.end(), [&](const RuleSetting &s) { return s.name == key; });
        if (setting == known.end())
            return u"settings 里的“%1”不认识"_s.arg(key);
        if (const QString fault = settingFault(*setting, out.value(key)); !fault.isEmpty())
            return u"settings 里的"_s + fault;
    }
    return {};
}

QString readChecks(const QJsonObject &o, const FormCatalogue &forms, Rule &rule)
{
    QStringList placeholders;
    rule.needsOthers = true;
    QList<RuleSetting> settings;
    for (const QString &name : std::as_const(rule.checks)) {
        const CheckFunction *function = checkFunction(name);
        if (!function)
            return u"check“%1”不认识"_s.arg(name);
        placeholders += function->placeholders;
        settings += function->settings;
        rule.needsOthers = rule.needsOthers && (function->needsOthers || name == "formula"_L1);
    }
    if (const QString fault = templateFault(rule.message, placeholders); !fault.isEmpty())
        return fault;
    if (const QString fault = readSettings(o.value("settings"_L1), settings, rule.settings); !fault.isEmpty())
        return fault;
    if (rule.checks.contains("formula"_L1))
        return readCases(o, forms, rule);
    for (const QString &key : formulaKeys() + QStringList{u"formulas"_s}) {
        if (o.contains(key))
            return u"“%1”只用于 check 为 formula 的规则"_s.arg(key);
    }
    return {};
}

} // namespace

QString readRule(const QJsonObject &o, const FormCatalogue &forms, Rule &rule)
{
    static const QStringList known = formulaKeys()
        + QStringList{u"id"_s, u"severity"_s, u"title"_s, u"message"_s, u"basis"_s, u"check"_s, u"forms"_s, u"formulas"_s, u"merge"_s,
            u"settings"_s, u"exceptAgencies"_s, u"off"_s};
    if (const QString fault = unknownKey(o, known); !fault.isEmpty())
        return fault;
    const std::pair<QLatin1StringView, QString *> texts[]
        = {{"id"_L1, &rule.id}, {"title"_L1, &rule.title}, {"message"_L1, &rule.message}, {"basis"_L1, &rule.basis}};
    for (const auto &[key, target] : texts) {
        const QJsonValue v = o.value(key);
        if (!v.isString() || v.toString().isEmpty())
            return u"“%1”应为非空文字"_s.arg(key);
        *target = v.toString();
    }
    if (!isRuleId(rule.id))
        return u"id 应为“领域.名称”，只用小写字母和下划线"_s;
    if (const QString fault = readSeverity(o.value("severity"_L1), rule.severity); !fault.isEmpty())
        return fault;
    const QJsonValue check = o.value("check"_L1);
    for (const QJsonValue &name : check.isString() ? QJsonArray{check} : check.toArray())
        rule.checks << name.toString();
    if (rule.checks.isEmpty() || rule.checks.contains(QString()))
        return u"“check”应为非空文字"_s;
    rule.merge = o.value("merge"_L1).toBool();
    if (const QJsonValue v = o.value("exceptAgencies"_L1); !v.isUndefined()) {
        rule.exceptAgencies.setPattern(v.toString());
        if (v.toString().isEmpty() || !rule.exceptAgencies.isValid())
            return u"exceptAgencies 应为正则表达式"_s;
    }
    const QJsonValue editions = o.value("forms"_L1);
    if (!editions.isUndefined() && !editions.isArray())
        return u"forms 应为格式名称的列表"_s;
    for (const QJsonValue &f : editions.toArray()) {
        if (!f.isString() || f.toString().isEmpty())
            return u"forms 应为格式名称的列表"_s;
        if (!forms.form(f.toString()))
            return u"forms 里的格式“%1”不认识"_s.arg(f.toString());
        rule.forms << f.toString();
    }
    return readChecks(o, forms, rule);
}

QList<qsizetype> ruleLines(const QByteArray &json)
{
    QList<qsizetype> out;
    QByteArray open; // the brackets around the place
    QByteArray string;
    QByteArray key; // of the outermost object
    qsizetype line = 1;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            const qsizetype begin = ++i;
            while (i < json.size() && json[i] != '"')
                i += json[i] == '\\' ? 2 : 1;
            string = json.mid(begin, i - begin);
        } else if (c == ':' && open == "{") {
            key = string;
        } else if (c == '{' || c == '[') {
            if (c == '{' && open == "{[" && key == "rules")
                out << line;
            open += c;
        } else if (c == '}' || c == ']') {
            open.chop(1);
        }
        line += c == '\n';
    }
    return out;
}

} // namespace gouji
