// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace gouji {

/// A value of a JSON text (RFC 8259). Members keep the order they are written in, which says what stands beside what; numbers stay as they
/// are written.
struct JsonValue {
    enum Kind { Null, Bool, Number, String, Array, Object };
    Kind kind = Null;
    QString text; ///< of strings, numbers and truth values
    std::vector<QString> names; ///< of an object's members
    std::vector<JsonValue> items; ///< members or elements

    bool isScalar() const { return kind != Array && kind != Object; }
    const JsonValue *member(QStringView name) const; ///< null where there is none
};

/// The values of a text: one, or one a line (JSON lines). Nothing where it is no such text, or nested deeper than anybody writes.
std::optional<std::vector<JsonValue>> parseJson(QStringView text);

} // namespace gouji
