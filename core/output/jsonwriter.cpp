// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/jsonwriter.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gouji {

namespace {

constexpr qsizetype Separator = 2;
constexpr qsizetype LongestNumber = 24;

/// Printable, and no escape: one look for what most of the output is.
constexpr std::array<bool, 128> Plain = [] {
    std::array<bool, 128> out{};
    for (char16_t c = 0x20; c < 0x7f; ++c)
        out[c] = c != u'"' && c != u'\\';
    return out;
}();
constexpr bool isPlain(char16_t c) { return c < Plain.size() && Plain[c]; }

} // namespace

QByteArray JsonWriter::take()
{
    m_out.truncate(m_at - m_out.constData());
    return std::move(m_out);
}

void JsonWriter::grow(qsizetype bytes)
{
    const qsizetype written = m_at - m_out.constData();
    m_out.resize(std::max(m_out.size() * 2, written + bytes));
    m_at = m_out.data() + written;
}

void JsonWriter::open(char bracket)
{
    room(Separator + 1);
    separate();
    *m_at++ = bracket;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    room(1);
    *m_at++ = bracket;
    m_first = false;
}

void JsonWriter::key(QByteArrayView text)
{
    ascii(text);
    room(2);
    put(": ");
    m_first = true;
}

void JsonWriter::string(QStringView text)
{
    room(Separator);
    separate();
    quoted(text);
}

void JsonWriter::ascii(QByteArrayView text)
{
    room(Separator + text.size() + 2);
    separate();
    *m_at++ = '"';
    put(text);
    *m_at++ = '"';
}

void JsonWriter::number(qint64 value)
{
    room(Separator + LongestNumber);
    separate();
    m_at = std::to_chars(m_at, m_at + LongestNumber, value).ptr;
}

void JsonWriter::decimal(Decimal value)
{
    room(Separator + LongestNumber + 2);
    separate();
    *m_at++ = '"';
    m_at = value.write(m_at);
    *m_at++ = '"';
}

void JsonWriter::points(double value)
{
    constexpr double Most = 1e6;
    const auto tenths = std::llround(std::clamp(value, -Most, Most) * 10);
    room(Separator + LongestNumber + 3);
    separate();
    if (tenths < 0)
        *m_at++ = '-';
    m_at = std::to_chars(m_at, m_at + LongestNumber, std::abs(tenths) / 10).ptr;
    if (tenths % 10 != 0) {
        *m_at++ = '.';
        *m_at++ = char('0' + std::abs(tenths) % 10);
    }
}

void JsonWriter::null()
{
    room(Separator + 4);
    separate();
    put("null");
}

void JsonWriter::boolean(bool value)
{
    room(Separator + 5);
    separate();
    put(value ? QByteArrayView("true") : QByteArrayView("false"));
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

void JsonWriter::escaped(char16_t unit)
{
    static constexpr char Hex[] = "0123456789abcdef";
    *m_at++ = '\\';
    switch (unit) {
    case u'"':
    case u'\\':
        *m_at++ = char(unit);
        return;
    case u'\n':
        *m_at++ = 'n';
        return;
    case u'\t':
        *m_at++ = 't';
        return;
    default:
        put("u00");
        *m_at++ = Hex[unit >> 4];
        *m_at++ = Hex[unit & 15];
    }
}

void JsonWriter::quoted(QStringView text)
{
    constexpr qsizetype MostBytes = 6; // of one unit: \u001f
    room(text.size() * MostBytes + 2);
    *m_at++ = '"';
    const char16_t *unit = text.utf16();
    const char16_t *const end = unit + text.size();
    while (unit < end) {
        char *at = m_at;
        for (; unit < end && isPlain(*unit); ++unit)
            *at++ = char(*unit);
        for (; unit < end && *unit >= 0x800 && !QChar::isSurrogate(*unit); ++unit) {
            *at++ = char(0xe0 | *unit >> 12);
            *at++ = char(0x80 | (*unit >> 6 & 0x3f));
            *at++ = char(0x80 | (*unit & 0x3f));
        }
        m_at = at;
        if (unit == end || isPlain(*unit))
            continue;
        if (*unit < 0x80) {
            escaped(*unit++);
        } else if (*unit < 0x800) {
            *m_at++ = char(0xc0 | *unit >> 6);
            *m_at++ = char(0x80 | (*unit++ & 0x3f));
        } else if (QChar::isHighSurrogate(*unit) && unit + 1 < end && QChar::isLowSurrogate(unit[1])) {
            const char32_t c = QChar::surrogateToUcs4(unit[0], unit[1]);
            unit += 2;
            const char utf8[4]
                = {char(0xf0 | c >> 18), char(0x80 | (c >> 12 & 0x3f)), char(0x80 | (c >> 6 & 0x3f)), char(0x80 | (c & 0x3f))};
            put({utf8, 4});
        } else {
            ++unit;
            put("\xef\xbf\xbd"); // U+FFFD
        }
    }
    *m_at++ = '"';
}

} // namespace gouji
