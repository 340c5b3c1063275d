// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QByteArray>
#include <QStringView>

namespace gouji {

/// Appends JSON to a byte array, keys in the order they are written. QJsonObject sorts its keys and builds a tree
/// first; a report has 200 cells and a batch thousands of reports.
class JsonWriter {
public:
    explicit JsonWriter(QByteArray &out)
        : m_out(out)
    {
    }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    void key(const char *ascii); ///< must need no escapes
    void key(QStringView name);

    void string(QStringView text); ///< unpaired surrogates become U+FFFD: the output is always valid UTF-8
    void ascii(const char *text); ///< must need no escapes
    void number(qint64 value);
    void null();
    void boolean(bool value);
    void stringOrNull(QStringView text); ///< null where empty
    void range(const TextRange &range); ///< [begin, end], or null where nowhere

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quoted(QStringView text);

    QByteArray &m_out;
    bool m_first = true; ///< nothing written yet in the innermost array or object, or a key has just been written
};

} // namespace gouji
