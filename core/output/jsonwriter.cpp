// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/jsonwriter.h"

#include <charconv>

namespace gouji {

void JsonWriter::separate()
{
    if (!m_first)
        m_out.append(", ", 2);
    m_first = false;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_out.append(bracket);
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    m_out.append(bracket);
    m_first = false;
}

void JsonWriter::key(const char *ascii)
{
    separate();
    m_out.append('"').append(ascii).append("\": ", 3);
    m_first = true;
}

void JsonWriter::key(QStringView name)
{
    separate();
    quoted(name);
    m_out.append(": ", 2);
    m_first = true;
}

void JsonWriter::string(QStringView text)
{
    separate();
    quoted(text);
}

void JsonWriter::ascii(const char *text)
{
    separate();
    m_out.append('"').append(text).append('"');
}

void JsonWriter::number(qint64 value)
{
    separate();
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    m_out.append(buffer, end - buffer);
}

void JsonWriter::null()
{
    separate();
    m_out.append("null", 4);
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_out.append(value ? "true" : "false");
}

void JsonWriter::stringOrNull(QStringView text) { text.isEmpty() ? null() : string(text); }

void JsonWriter::range(const TextRange &range)
{
    if (!range.isValid())
        return null();
    beginArray();
    number(range.begin);
    number(range.end);
    endArray();
}

void JsonWriter::quoted(QStringView text)
{
    m_out.append('"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (c < 0x80) {
            switch (c) {
            case '"':
                m_out.append("\\\"", 2);
                break;
            case '\\':
                m_out.append("\\\\", 2);
                break;
            case '\n':
                m_out.append("\\n", 2);
                break;
            case '\t':
                m_out.append("\\t", 2);
                break;
            default:
                if (c < 0x20 || c == 0x7f) {
                    static constexpr char Hex[] = "0123456789abcdef";
                    m_out.append("\\u00", 4).append(Hex[c >> 4]).append(Hex[c & 15]);
                } else {
                    m_out.append(char(c));
                }
            }
            continue;
        }
        if (c < 0x800) {
            m_out.append(char(0xc0 | c >> 6)).append(char(0x80 | (c & 0x3f)));
            continue;
        }
        if (QChar::isSurrogate(c)) {
            if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
                c = QChar::surrogateToUcs4(text[i], text[i + 1]);
                ++i;
                const char utf8[4]
                    = {char(0xf0 | c >> 18), char(0x80 | (c >> 12 & 0x3f)), char(0x80 | (c >> 6 & 0x3f)), char(0x80 | (c & 0x3f))};
                m_out.append(utf8, 4);
                continue;
            }
            c = QChar::ReplacementCharacter;
        }
        const char utf8[3] = {char(0xe0 | c >> 12), char(0x80 | (c >> 6 & 0x3f)), char(0x80 | (c & 0x3f))};
        m_out.append(utf8, 3);
    }
    m_out.append('"');
}

} // namespace gouji
