// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html/elements.h"

#include <QHash>
#include <QStringList>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, Role> makeRoles()
{
    QHash<QString, Role> roles;
    const auto put = [&](Role role, const QString &names) {
        for (const QString &n : names.split(u' '))
            roles.insert(n, role);
    };
    put(Role::Block,
        u"html body div section article main header footer aside address blockquote center details summary dir dl dt dd "
        "fieldset legend figure figcaption form h1 h2 h3 h4 h5 h6 hgroup hr menu ol ul caption"_s);
    put(Role::Paragraph, u"p"_s);
    put(Role::Item, u"li"_s);
    put(Role::Break, u"br"_s);
    put(Role::Table, u"table"_s);
    put(Role::RowGroup, u"thead tbody tfoot"_s);
    put(Role::Row, u"tr"_s);
    put(Role::Cell, u"td th"_s);
    put(Role::Link, u"a"_s);
    put(Role::Raised, u"sup"_s);
    put(Role::Lowered, u"sub"_s);
    put(Role::Struck, u"s strike del"_s);
    put(Role::Preformatted, u"pre listing xmp plaintext textarea"_s);
    put(Role::Input, u"input"_s);
    put(Role::Picture, u"img"_s);
    put(Role::Left, u"title script style noscript template datalist object applet audio video canvas svg math map rp rt"_s);
    put(Role::Menu, u"nav select button"_s);
    put(Role::Void, u"area base basefont bgsound col colgroup embed frame frameset link meta option optgroup param source track wbr"_s);
    return roles;
}

} // namespace

Role roleOf(const QString &element)
{
    static const QHash<QString, Role> Roles = makeRoles();
    return Roles.value(element, Role::Inline);
}

} // namespace gouji
