// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/html/elements.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace gouji {

/// What the style sheets within a page hide by the name of a class or by an id: a second copy for telephones, for the most part;
/// and what they lay out as a table. Only rules that hold whatever stands around an element, and on every screen, count.
class HiddenStyles {
public:
    static constexpr qsizetype MaxSheets = 1024 * 1024; ///< characters of all sheets together; those beyond are passed over

    void add(QStringView sheet);
    bool hides(const QString &element, const QString &id, const QString &classes) const;
    /// Table, Row or Cell where the element is shown as one; Inline elsewhere.
    Role tableRole(const QString &element, const QString &id, const QString &classes) const;
    bool isEmpty() const { return m_selectors.isEmpty() && m_roles.isEmpty(); }
    /// The same of declarations in lower case, without white space.
    static Role tableRoleIn(QStringView declarations);

private:
    void addRule(QStringView selectors, QStringView declarations);

    QHash<QString, Role> m_roles; ///< the same, of what is laid out as a table
    QSet<QString> m_selectors; ///< ".class", "#id", "element.class", "element#id", in lower case
    qsizetype m_size = 0;
};

} // namespace gouji
