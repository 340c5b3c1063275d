// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativewords.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct KindName {
    const char *name;
    WordKind kind;
};

constexpr KindName Kinds[] = {
    {"verb", WordKind::Verb},
    {"object", WordKind::Object},
    {"topic", WordKind::Topic},
    {"weak_object", WordKind::WeakObject},
    {"carry", WordKind::Carry},
    {"label", WordKind::Label},
    {"applicant", WordKind::Applicant},
    {"remedy", WordKind::Remedy},
    {"outcome", WordKind::Outcome},
    {"closed", WordKind::Closed},
    {"negative", WordKind::Negative},
    {"none", WordKind::None},
    {"filler", WordKind::Filler},
    {"glue", WordKind::Glue},
    {"include", WordKind::Include},
    {"part", WordKind::Part},
    {"compare", WordKind::Compare},
    {"own_time", WordKind::OwnTime},
    {"other_time", WordKind::OtherTime},
    {"scope", WordKind::Scope},
    {"document", WordKind::Document},
    {"veto", WordKind::Veto},
    {"ignore", WordKind::Ignore},
};

bool namesCells(WordKind kind)
{
    return kind == WordKind::Verb || kind == WordKind::Carry || kind == WordKind::Label || kind == WordKind::Applicant
        || kind == WordKind::Remedy || kind == WordKind::Outcome || kind == WordKind::Closed || kind == WordKind::Negative;
}

Error refuse(const QString &file, const QString &place, const QString &reason)
{
    return Error{u"bad-rule"_s, u"词表文件 %1 的 %2 有误：%3。"_s.arg(file, place, reason)};
}

bool readTexts(const QJsonValue &value, QStringList &out)
{
    if (value.isUndefined())
        return true;
    for (const QJsonValue &v : value.toArray()) {
        if (!v.isString() || v.toString().isEmpty())
            return false;
        out << v.toString();
    }
    return value.isArray();
}

/// Fills the entry; the answer says what is wrong with it, empty where nothing is.
QString readEntry(const QJsonObject &o, NarrativeEntry &entry)
{
    entry.id = o.value("id"_L1).toString();
    if (entry.id.isEmpty())
        return u"“id”应为非空文字"_s;
    const QString kind = o.value("kind"_L1).toString();
    const auto *known
        = std::find_if(std::begin(Kinds), std::end(Kinds), [&](const KindName &k) { return kind == QLatin1StringView(k.name); });
    if (known == std::end(Kinds))
        return u"kind“%1”不认识"_s.arg(kind);
    entry.kind = known->kind;
    if (!readTexts(o.value("cells"_L1), entry.cells) || !readTexts(o.value("groups"_L1), entry.groups))
        return u"cells 和 groups 应为文字列表"_s;
    for (const QJsonValue &v : o.value("also"_L1).toArray()) {
        QStringList reading;
        if (!v.isArray() || !readTexts(v, reading) || reading.isEmpty())
            return u"also 应为单元格列表的列表"_s;
        entry.also << reading;
    }
    if (const QString also = o.value("alsoSeverity"_L1).toString(u"none"_s); also == "warning"_L1)
        entry.alsoSeverity = Severity::Warning;
    else if (also == "hint"_L1)
        entry.alsoSeverity = Severity::Hint;
    else if (also != "none"_L1)
        return u"alsoSeverity 应为 warning、hint 或 none"_s;
    entry.reason = o.value("reason"_L1).toString();
    if (namesCells(entry.kind) && entry.cells.isEmpty())
        return u"缺少 cells"_s;
    return {};
}

} // namespace

Result<std::shared_ptr<const NarrativeWords>> NarrativeWords::load(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{u"bad-rule"_s, u"词表文件 %1 无法读取：%2。"_s.arg(fileName, file.errorString())};
    return parse(file.readAll(), fileName);
}

Result<std::shared_ptr<const NarrativeWords>> NarrativeWords::parse(const QByteArray &json, const QString &file)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return refuse(file, u"第 %1 行"_s.arg(json.left(parsed.offset).count('\n') + 1), u"语法错误，"_s + parsed.errorString());
    const QJsonObject root = document.object();
    auto words = std::make_shared<NarrativeWords>();
    if (!readTexts(root.value("counters"_L1), words->m_counters) || words->m_counters.isEmpty())
        return refuse(file, u"counters"_s, u"应为文字列表"_s);
    const auto longer = [](const QString &a, const QString &b) { return a.size() > b.size(); };
    std::stable_sort(words->m_counters.begin(), words->m_counters.end(), longer);
    const QJsonObject lookalikes = root.value("lookalikes"_L1).toObject();
    for (auto it = lookalikes.begin(); it != lookalikes.end(); ++it) {
        if (it.key().size() != 2 || it.value().toString().size() != 2)
            return refuse(file, u"lookalikes“%1”"_s.arg(it.key()), u"应为两字换两字"_s);
        words->m_lookalikes.insert(it.key(), it.value().toString());
        words->m_lookalikeFirst.set(it.key()[0].unicode());
    }
    QSet<QString> seen;
    for (const QJsonValue &v : root.value("entries"_L1).toArray()) {
        NarrativeEntry entry;
        QStringList texts;
        const QString place = u"“%1”"_s.arg(v.toObject().value("id"_L1).toString());
        if (const QString fault = readEntry(v.toObject(), entry); !fault.isEmpty())
            return refuse(file, place, fault);
        if (!readTexts(v.toObject().value("words"_L1), texts) || texts.isEmpty())
            return refuse(file, place, u"words 应为文字列表"_s);
        for (const QString &text : texts) {
            if (seen.contains(text))
                return refuse(file, place, u"词“%1”重复"_s.arg(text));
            seen << text;
            if (!words->m_byFirst.contains(text[0])) {
                words->m_byFirst.insert(text[0], int(words->m_words.size()));
                words->m_words.emplace_back();
            }
            words->m_words[size_t(words->m_byFirst.value(text[0]))].push_back(
                {text, int(words->m_entries.size()), int(text.size()), text.back()});
            words->m_first.set(text[0].unicode());
        }
        entry.words = texts;
        words->m_entries << entry;
    }
    if (words->m_entries.isEmpty())
        return refuse(file, u"entries"_s, u"是空的"_s);
    for (auto &list : words->m_words)
        std::stable_sort(list.begin(), list.end(), [&](const Word &a, const Word &b) { return longer(a.text, b.text); });
    return std::shared_ptr<const NarrativeWords>(std::move(words));
}

NarrativeWords::Match NarrativeWords::match(QStringView text, qsizetype at) const
{
    if (!m_first.test(text[at].unicode()))
        return {};
    const QStringView rest = text.mid(at);
    for (const Word &word : m_words[size_t(m_byFirst.value(text[at]))]) {
        if (word.size > rest.size() || word.last != rest[word.size - 1]) // the first one agrees
            continue;
        if (std::equal(word.text.cbegin(), word.text.cend(), rest.begin()))
            return {word.entry, word.size};
    }
    return {};
}

int NarrativeWords::counter(QStringView text, qsizetype at) const
{
    for (const QString &c : m_counters) {
        if (at < text.size() && !c.isEmpty() && c.front() == text[at] && text.mid(at).startsWith(c))
            return int(c.size());
    }
    return 0;
}

void NarrativeWords::mendLookalikes(QString &text) const
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (!m_lookalikeFirst.test(text[i].unicode()))
            continue;
        const auto it = m_lookalikes.constFind(text.mid(i, 2));
        if (it != m_lookalikes.constEnd())
            text.replace(i, 2, *it);
    }
}

int NarrativeWords::entryNamed(QStringView id) const
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(), [&](const NarrativeEntry &e) { return e.id == id; });
    return at == m_entries.end() ? -1 : int(at - m_entries.begin());
}

int NarrativeWords::entryOfKind(WordKind kind) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [kind](const NarrativeEntry &e) { return e.kind == kind; });
    return it == m_entries.end() ? -1 : int(it - m_entries.begin());
}

} // namespace gouji
