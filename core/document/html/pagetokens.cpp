// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html/pagetokens.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostAttributes = 100; // more are passed over; no tag of a page that somebody wrote has as many

bool isBlank(QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f'; }

bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// Elements whose content is no markup.
enum class Content { Markup, Passed, Text };

Content contentOf(QStringView name)
{
    static constexpr QStringView Passed[] = {u"script", u"style", u"iframe", u"noembed", u"noframes"};
    static constexpr QStringView Text[] = {u"title", u"textarea", u"xmp", u"plaintext"};
    if (std::find(std::begin(Passed), std::end(Passed), name) != std::end(Passed))
        return Content::Passed;
    return std::find(std::begin(Text), std::end(Text), name) != std::end(Text) ? Content::Text : Content::Markup;
}

class Teller {
public:
    Teller(QStringView page, PageListener &listener)
        : m_page(page)
        , m_listener(listener)
    {
    }

    void run()
    {
        qsizetype text = 0;
        while (m_listener.wantsMore()) {
            m_at = m_page.indexOf(u'<', m_at);
            if (m_at < 0)
                break;
            const qsizetype open = m_at;
            const QChar next = charAt(open + 1);
            const bool isEnd = next == u'/' && isLetter(charAt(open + 2));
            if (!isLetter(next) && next != u'/' && next != u'!' && next != u'?') {
                ++m_at;
                continue;
            }
            tell(text, open);
            if (isLetter(next) || isEnd)
                tag(isEnd);
            else if (m_page.mid(open).startsWith(u"<!--"))
                comment();
            else
                passBehind(u">", open + 1);
            text = m_at;
        }
        if (m_listener.wantsMore())
            tell(text, m_page.size());
    }

private:
    QChar charAt(qsizetype at) const { return at < m_page.size() ? m_page[at] : QChar(); }

    void tell(qsizetype begin, qsizetype end)
    {
        if (begin >= end)
            return;
        const QStringView raw = m_page.mid(begin, end - begin);
        m_listener.characters(raw.contains(u'&') ? withoutReferences(raw) : raw.toString());
    }

    void passBehind(QStringView mark, qsizetype from)
    {
        const qsizetype end = m_page.indexOf(mark, from);
        m_at = end < 0 ? m_page.size() : end + mark.size();
    }

    void comment()
    {
        if (m_page.mid(m_at).startsWith(u"<!-->"))
            m_at += 5;
        else
            passBehind(u"-->", m_at + 4);
    }

    void tag(bool isEnd)
    {
        m_at += isEnd ? 2 : 1;
        const qsizetype begin = m_at;
        while (m_at < m_page.size() && !isBlank(m_page[m_at]) && m_page[m_at] != u'/' && m_page[m_at] != u'>')
            ++m_at;
        const QString name = m_page.mid(begin, m_at - begin).toString().toLower();
        m_attributes.clear();
        while (m_at < m_page.size() && m_page[m_at] != u'>')
            attribute();
        if (m_at == m_page.size())
            return; // the page was cut inside a tag
        ++m_at;
        if (isEnd) {
            m_listener.endTag(name);
            return;
        }
        m_listener.beginTag(name, m_attributes);
        const Content content = contentOf(name);
        if (content == Content::Markup)
            return;
        qsizetype end = m_page.indexOf(QString(u"</"_s + name), m_at, Qt::CaseInsensitive);
        end = end < 0 ? m_page.size() : end;
        if (content == Content::Text)
            tell(m_at, end);
        else if (name == "style"_L1)
            m_listener.styleSheet(m_page.mid(m_at, end - m_at));
        m_at = end;
    }

    void attribute()
    {
        while (m_at < m_page.size() && (isBlank(m_page[m_at]) || m_page[m_at] == u'/'))
            ++m_at;
        const qsizetype begin = m_at;
        if (m_at < m_page.size() && m_page[m_at] == u'=')
            ++m_at; // begins a name here, odd as it is
        while (m_at < m_page.size() && !isBlank(m_page[m_at]) && m_page[m_at] != u'/' && m_page[m_at] != u'>' && m_page[m_at] != u'=')
            ++m_at;
        const QStringView name = m_page.mid(begin, m_at - begin);
        qsizetype at = m_at;
        while (at < m_page.size() && isBlank(m_page[at]))
            ++at;
        if (charAt(at) != u'=') {
            if (!name.isEmpty())
                m_attributes.add(name, {});
            return;
        }
        m_at = at + 1;
        while (m_at < m_page.size() && isBlank(m_page[m_at]))
            ++m_at;
        const QChar quote = charAt(m_at);
        if (quote == u'"' || quote == u'\'') {
            const qsizetype valueBegin = m_at + 1;
            passBehind(QStringView(&quote, 1), valueBegin);
            m_attributes.add(name, m_page.mid(valueBegin, std::max(m_at - 1 - valueBegin, qsizetype(0))));
            return;
        }
        const qsizetype valueBegin = m_at;
        while (m_at < m_page.size() && !isBlank(m_page[m_at]) && m_page[m_at] != u'>')
            ++m_at;
        m_attributes.add(name, m_page.mid(valueBegin, m_at - valueBegin));
    }

    QStringView m_page;
    PageListener &m_listener;
    PageAttributes m_attributes;
    qsizetype m_at = 0;
};

} // namespace

void PageAttributes::add(QStringView name, QStringView raw)
{
    if (m_attributes.size() < MostAttributes)
        m_attributes.push_back({name, raw});
}

bool PageAttributes::has(QStringView name) const
{
    return std::any_of(
        m_attributes.begin(), m_attributes.end(), [&](const Attribute &a) { return a.name.compare(name, Qt::CaseInsensitive) == 0; });
}

QString PageAttributes::value(QStringView name) const
{
    for (const Attribute &a : m_attributes) {
        if (a.name.compare(name, Qt::CaseInsensitive) == 0)
            return a.raw.isEmpty() ? u""_s : withoutReferences(a.raw, true);
    }
    return {};
}

void tellPage(QStringView page, PageListener &listener) { Teller(page, listener).run(); }

} // namespace gouji
