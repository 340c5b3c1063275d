// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace gouji {

/// The attributes of one tag, valid while it is being told.
class PageAttributes {
public:
    /// Without the references (&amp;) in it; null where the tag has no such attribute. The first of several counts.
    QString value(QStringView name) const;
    bool has(QStringView name) const;

    void add(QStringView name, QStringView raw);
    void clear() { m_attributes.clear(); }

private:
    struct Attribute {
        QStringView name;
        QStringView raw;
    };
    std::vector<Attribute> m_attributes;
};

/// Is told the tags and the text of a page in the order they stand. Names are in lower case.
class PageListener {
public:
    virtual ~PageListener() = default;
    virtual void beginTag(const QString &name, const PageAttributes &attributes) = 0;
    virtual void endTag(const QString &name) = 0;
    virtual void characters(QStringView text) = 0;
    virtual void styleSheet(QStringView) { }
    virtual bool wantsMore() const = 0; ///< false ends the telling
};

/// Cuts a page into tags and text by the rules of the HTML standard (WHATWG, 13.2.5), as far as they matter for text:
/// comments and what scripts hold are passed over. One pass, linear in the page, no limits on what it may
/// hold. (The parsers at hand compare every attribute of a tag with all before it: a page of a megabyte takes minutes.)
void tellPage(QStringView page, PageListener &listener);

/// Replaces character references: "&nbsp;", "&#20844;". What is none stays as it is.
QString withoutReferences(QStringView raw, bool inAttribute = false);

} // namespace gouji
