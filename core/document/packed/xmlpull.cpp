// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/packed/xmlpull.h"

#include <algorithm>
#include <cstring>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// True where an element has more attributes than XmlPull::MaxAttributes. Looks at quotation marks only.
bool hasWildTags(const QByteArray &xml)
{
    const char *at = xml.constData();
    const char *const end = at + xml.size();
    const auto find = [&](const char *from, char c) {
        const void *found = from < end ? memchr(from, c, size_t(end - from)) : nullptr;
        return found ? static_cast<const char *>(found) : end;
    };
    const auto behind = [&](const char *from, const char *mark) {
        const qsizetype found = xml.indexOf(mark, from - xml.constData());
        return found < 0 ? end : xml.constData() + found;
    };
    while ((at = find(at, '<')) < end) {
        if (QByteArrayView(at, end).startsWith("<!--")) {
            at = behind(at, "-->");
            continue;
        }
        if (QByteArrayView(at, end).startsWith("<![CDATA[")) {
            at = behind(at, "]]>");
            continue;
        }
        int values = 0;
        for (++at; at < end && *at != '>'; ++at) {
            if (*at != '"' && *at != '\'')
                continue;
            at = find(at + 1, *at);
            if (at == end || ++values > XmlPull::MaxAttributes)
                return values > XmlPull::MaxAttributes;
        }
    }
    return false;
}

Error odd() { return Error{u"too-large"_s, u"文件的内部结构不像正常的文档（嵌套或属性过多），不读取。"_s}; }

Error foreign() { return Error{u"unreadable"_s, u"文件的内部结构含有自定义实体或外部引用，为安全起见不读取。"_s}; }

} // namespace

XmlPull::XmlPull(const QByteArray &xml)
{
    if (hasWildTags(xml)) {
        m_error = odd();
        return;
    }
    if (xml.contains("<!DOCTYPE")) {
        m_error = foreign();
        return;
    }
    m_reader.addData(xml);
}

bool XmlPull::next()
{
    while (!m_error && !m_reader.atEnd()) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            m_declared << int(m_reader.namespaceDeclarations().size());
            m_namespaces += m_declared.last();
            if (++m_depth > MaxDepth || m_namespaces > MaxNamespaces)
                m_error = odd();
            return !m_error;
        case QXmlStreamReader::EndElement:
            --m_depth;
            m_namespaces -= m_declared.takeLast();
            return true;
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            m_error = foreign();
            return false;
        default:
            break;
        }
    }
    if (!m_error && m_reader.hasError())
        m_error = Error{u"unreadable"_s, u"文件内部的 XML 已损坏（第 %1 行），无法读取。"_s.arg(m_reader.lineNumber())};
    return false;
}

bool XmlPull::hasAttribute(QLatin1StringView local) const
{
    const QXmlStreamAttributes attributes = m_reader.attributes();
    return std::any_of(attributes.begin(), attributes.end(), [&](const QXmlStreamAttribute &a) { return a.name() == local; });
}

QString XmlPull::attribute(QLatin1StringView local) const
{
    const QXmlStreamAttributes attributes = m_reader.attributes();
    for (const QXmlStreamAttribute &a : attributes) {
        if (a.name() == local)
            return a.value().isNull() ? u""_s : a.value().toString();
    }
    return {};
}

void XmlPull::skipTo(int depth)
{
    while (m_depth >= depth && next())
        ;
}

QString XmlPull::elementText()
{
    QString out;
    const int depth = m_depth;
    while (m_depth >= depth && next()) {
        if (isText())
            out += text();
    }
    return out;
}

} // namespace gouji
