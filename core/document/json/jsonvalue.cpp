// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/jsonvalue.h"

#include "base/oneof.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int Deepest = 100;
constexpr size_t MostValues = 1024 * 1024;

class Parser {
public:
    explicit Parser(QStringView text)
        : m_text(text)
    {
    }

    std::optional<std::vector<JsonValue>> values()
    {
        std::vector<JsonValue> out;
        for (passBlanks(); m_at < m_text.size(); passBlanks()) {
            JsonValue value;
            if (!read(value, 0))
                return std::nullopt;
            out.push_back(std::move(value));
        }
        return out;
    }

private:
    void passBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == QChar::ByteOrderMark))
            ++m_at;
    }

    bool pass(QChar c)
    {
        passBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool read(JsonValue &value, int depth)
    {
        passBlanks();
        if (m_at >= m_text.size() || depth > Deepest || ++m_values > MostValues)
            return false;
        const QChar c = m_text[m_at];
        if (c == u'{' || c == u'[')
            return readItems(value, c == u'{', depth);
        if (c == u'"') {
            value.kind = JsonValue::String;
            return readString(value.text);
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || isOneOf(m_text[m_at], u"+-.")))
            ++m_at;
        const QStringView word = m_text.mid(begin, m_at - begin);
        if (word == "null"_L1 || word == "NaN"_L1)
            return true;
        value.text = word.toString();
        value.kind = word == "true"_L1 || word == "false"_L1 ? JsonValue::Bool : JsonValue::Number;
        bool isNumber = false;
        (void)word.toDouble(&isNumber);
        return isNumber || value.kind == JsonValue::Bool;
    }

    bool readItems(JsonValue &value, bool object, int depth)
    {
        value.kind = object ? JsonValue::Object : JsonValue::Array;
        const QChar end = object ? u'}' : u']';
        ++m_at;
        if (pass(end))
            return true;
        do {
            if (object) {
                passBlanks();
                value.names.emplace_back();
                if (m_at >= m_text.size() || m_text[m_at] != u'"' || !readString(value.names.back()) || !pass(u':'))
                    return false;
            }
            value.items.emplace_back();
            if (!read(value.items.back(), depth + 1))
                return false;
        } while (pass(u','));
        return pass(end);
    }

    bool readString(QString &out)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                ++m_at;
                return true;
            }
            if (c != u'\\') {
                out += c;
                continue;
            }
            if (++m_at >= m_text.size())
                return false;
            switch (m_text[m_at].unicode()) {
            case u'n':
                out += u'\n';
                break;
            case u't':
                out += u'\t';
                break;
            case u'r':
            case u'b':
            case u'f':
                break;
            case u'u': {
                bool ok = false;
                const ushort unit = m_text.mid(m_at + 1, 4).toUShort(&ok, 16);
                if (!ok || m_at + 4 >= m_text.size())
                    return false;
                out += QChar(unit);
                m_at += 4;
                break;
            }
            default:
                out += m_text[m_at];
            }
        }
        return false;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    size_t m_values = 0;
};

} // namespace

const JsonValue *JsonValue::member(QStringView name) const
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? nullptr : &items[size_t(at - names.begin())];
}

std::optional<std::vector<JsonValue>> parseJson(QStringView text) { return Parser(text).values(); }

} // namespace gouji
