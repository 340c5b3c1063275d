// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gouji {

/// What an element does to the text in it. The roles of tables stand in the order in which they hold one another.
enum class Role {
    Inline, ///< only stands in the text: all elements that are not listed
    Block, ///< begins and ends a line
    Paragraph,
    Item,
    Preformatted,
    Break,
    Table,
    RowGroup,
    Row,
    Cell,
    Link,
    Raised,
    Lowered,
    Struck,
    Input,
    Picture,
    Menu, ///< for moving about, not part of what the page says
    Left, ///< no browser shows it
    Void, ///< has no content and shows nothing
};

Role roleOf(const QString &element); ///< in lower case

inline bool endsLine(Role role) { return role >= Role::Block && role <= Role::Preformatted; }
inline bool isOfTable(Role role) { return role >= Role::Table && role <= Role::Cell; }

} // namespace gouji
