// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QXmlStreamReader>

#include <optional>

namespace gouji {

/// Reads the XML of a packed document, element by element, within bounds. Entities beyond the five of XML and
/// everything outside the file are refused: no document has them, and what has them is an attack.
class XmlPull {
public:
    static constexpr int MaxDepth = 500;
    static constexpr int MaxAttributes = 500; ///< of one element; the reader compares each with all others
    static constexpr int MaxNamespaces = 500; ///< in force at one place; each name is compared with all of them

    explicit XmlPull(const QByteArray &xml);

    /// Goes to the next begin or end of an element or piece of text; false at the end and after an error.
    bool next();
    bool isBegin() const { return m_reader.isStartElement(); }
    bool isEnd() const { return m_reader.isEndElement(); }
    bool isText() const { return m_reader.isCharacters(); }
    QStringView name() const { return m_reader.name(); } ///< without prefix
    QStringView space() const { return m_reader.namespaceUri(); }
    QStringView text() const { return m_reader.text(); }
    bool isElement(QLatin1StringView local) const { return m_reader.name() == local; }
    /// By local name, whatever its prefix: no element of these formats has two that differ in the prefix alone.
    QString attribute(QLatin1StringView local) const;
    bool hasAttribute(QLatin1StringView local) const;
    int depth() const { return m_depth; } ///< open elements, the current one included

    void skip() { skipTo(m_depth); } ///< at the begin of an element: goes to its end
    void skipTo(int depth); ///< goes to the end of the open element of this depth
    QString elementText(); ///< at the begin of an element: all text in it; goes to its end

    /// Why next() said false before the end: unreadable (no well-formed XML), too-large (a bound).
    const std::optional<Error> &error() const { return m_error; }

private:
    QXmlStreamReader m_reader;
    int m_depth = 0;
    int m_namespaces = 0;
    QList<int> m_declared; ///< namespaces that each open element declares
    std::optional<Error> m_error;
};

} // namespace gouji
