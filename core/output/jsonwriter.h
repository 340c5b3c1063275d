// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/textrange.h"

#include <QByteArray>
#include <QStringView>

#include <cstring>

namespace gouji {

/// Makes one JSON text, keys in the order they are written. QJsonObject sorts its keys and builds a tree first; a report
/// has 200 cells and a batch thousands of reports.
class JsonWriter {
public:
    explicit JsonWriter(qsizetype expected = 1024)
        : m_out(expected, Qt::Uninitialized)
        , m_at(m_out.data())
    {
    }

    /// What was written. The writer is done with then.
    QByteArray take();

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    /// Must need no escapes. What stands in the source has a known length: no call is needed to copy so little.
    template <size_t N> void key(const char (&ascii)[N])
    {
        constexpr size_t Around = 6; // ", " and quotes and ": "
        room(qsizetype(N + Around));
        separate();
        *m_at++ = '"';
        std::memcpy(m_at, ascii, N - 1);
        m_at += N - 1;
        put("\": ");
        m_first = true;
    }
    void key(QByteArrayView ascii); ///< must need no escapes

    void string(QStringView text); ///< unpaired surrogates become U+FFFD: the output is always valid UTF-8
    void ascii(QByteArrayView text); ///< must need no escapes
    void number(qint64 value);
    void decimal(Decimal value); ///< as a string
    void points(double value); ///< a number with one decimal
    void null();
    void boolean(bool value);
    void stringOrNull(QStringView text); ///< null where empty
    void range(const TextRange &range); ///< [begin, end], or null where nowhere

private:
    void open(char bracket);
    void close(char bracket);
    void separate()
    {
        if (!m_first)
            put(", ");
        m_first = false;
    }
    void quoted(QStringView text);
    void escaped(char16_t unit);
    /// Room for so many bytes; from then on they are written without asking.
    void room(qsizetype bytes)
    {
        if (m_out.constData() + m_out.size() - m_at < bytes)
            grow(bytes);
    }
    void grow(qsizetype bytes);
    void put(QByteArrayView bytes)
    {
        std::memcpy(m_at, bytes.data(), size_t(bytes.size()));
        m_at += bytes.size();
    }

    QByteArray m_out; ///< filled up to m_at
    char *m_at;
    bool m_first = true; ///< nothing written yet in the innermost array or object, or a key has just been written
};

} // namespace gouji
