// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace gouji {

/// What the style sheets within a page hide by the name of a class or by an id: a second copy for telephones, for the most part.
/// Only rules that hold whatever stands around an element, and on every screen, count.
class HiddenStyles {
public:
    static constexpr qsizetype MaxSheets = 1024 * 1024; ///< characters of all sheets together; those beyond are passed over

    void add(QStringView sheet);
    bool hides(const QString &element, const QString &id, const QString &classes) const;
    bool isEmpty() const { return m_selectors.isEmpty(); }

private:
    void addRule(QStringView selectors, QStringView declarations);

    QSet<QString> m_selectors; ///< ".class", "#id", "element.class", "element#id", in lower case
    qsizetype m_size = 0;
};

} // namespace gouji
