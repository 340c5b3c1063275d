// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ofd/ofdfile.h"

#include "document/packed/xmlpull.h"
#include "document/packed/zipmembers.h"

#include <QSet>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF A4{595.28, 841.89};

Error damaged() { return Error{u"unreadable"_s, u"OFD 文件已损坏或不完整（可能没有下载完），无法读取。"_s}; }

/// A place named in `member`: from the file's root where it begins with a stroke, otherwise from the member's folder.
QString resolved(const QString &member, const QString &place)
{
    QStringList steps = place.startsWith(u'/') ? QStringList() : member.section(u'/', 0, -2).split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : place.split(u'/', Qt::SkipEmptyParts)) {
        if (step == u".."_s)
            steps.resize(std::max<qsizetype>(steps.size() - 1, 0));
        else if (step != u"."_s)
            steps << step;
    }
    return steps.join(u'/');
}

/// OFD.xml: what there is in the file.
struct Contents {
    QStringList documents;
    bool isSigned = false;
};

Result<Contents> contentsOf(const QByteArray &bytes)
{
    XmlPull xml(bytes);
    Contents out;
    while (xml.next()) {
        if (!xml.isBegin())
            continue;
        if (xml.isElement("DocRoot"_L1))
            out.documents << resolved({}, xml.elementText().trimmed());
        else if (xml.isElement("Signatures"_L1))
            out.isSigned = true;
    }
    if (xml.error())
        return *xml.error();
    return out;
}

Result<ZipMembers> fetch(const QByteArray &bytes, const QSet<QString> &names)
{
    auto out = unzip(bytes, [&](const QString &name) { return names.contains(name); });
    if (out && out->size() < names.size())
        return damaged();
    return out;
}

/// The pictures that a list of resources names, by id. What cannot be read is no picture: the page says that it lacks one.
QHash<QString, QString> mediaIn(const QByteArray &bytes, const QString &member)
{
    QHash<QString, QString> out;
    XmlPull xml(bytes);
    QString base;
    QString id;
    while (xml.next()) {
        if (!xml.isBegin())
            continue;
        if (xml.isElement("Res"_L1))
            base = xml.attribute("BaseLoc"_L1);
        else if (xml.isElement("MultiMedia"_L1))
            id = xml.attribute("ID"_L1);
        else if (xml.isElement("MediaFile"_L1))
            out.insert(id, resolved(resolved(member, base) + u"/x"_s, xml.elementText().trimmed()));
    }
    return out;
}

} // namespace

/// Document.xml: its pages and what lies under them.
struct OfdFile::Outline {
    QStringList pages; ///< members
    QHash<QString, QString> templates; ///< members by id
    QStringList resources; ///< members
    QHash<QString, QString> media; ///< members by id
    QSizeF size = A4;

    static Result<Outline> of(const QByteArray &bytes, const QString &member)
    {
        XmlPull xml(bytes);
        Outline out;
        while (xml.next()) {
            if (!xml.isBegin())
                continue;
            if (xml.isElement("PhysicalBox"_L1)) {
                const QSizeF size = ofdBox(xml.elementText()).size();
                out.size = size.isEmpty() ? out.size : size;
            } else if (xml.isElement("TemplatePage"_L1)) {
                out.templates.insert(xml.attribute("ID"_L1), resolved(member, xml.attribute("BaseLoc"_L1)));
            } else if (xml.isElement("Page"_L1)) {
                out.pages << resolved(member, xml.attribute("BaseLoc"_L1));
            } else if (xml.isElement("PublicRes"_L1) || xml.isElement("DocumentRes"_L1)) {
                out.resources << resolved(member, xml.elementText().trimmed());
            }
        }
        if (xml.error())
            return *xml.error();
        return out;
    }
};

Result<OfdFile> OfdFile::open(const QByteArray &bytes)
{
    OfdFile file(bytes);
    if (const Status done = file.read(); !done)
        return done.error();
    return file;
}

Status OfdFile::read()
{
    m_clock.start();
    const auto names = zipNames(m_bytes);
    if (!names)
        return names.error();
    if (names->contains(u"Encryptions.xml"_s))
        return Error{u"encrypted"_s, u"OFD 文件已加密，无法读取；请先去掉密码。"_s};
    const auto members = fetch(m_bytes, {u"OFD.xml"_s});
    if (!members)
        return members.error();
    const auto contents = contentsOf(members->value(u"OFD.xml"_s));
    if (!contents)
        return contents.error();
    m_isSigned = contents->isSigned;
    for (const QString &document : contents->documents) {
        if (const Status done = readDocument(document); !done)
            return done;
    }
    m_templates.clear();
    return m_pages.empty() ? Status(damaged()) : Status(Done{});
}

Status OfdFile::readDocument(const QString &name)
{
    const auto root = fetch(m_bytes, {name});
    if (!root)
        return root.error();
    auto outline = Outline::of(root->value(name), name);
    if (!outline)
        return outline.error();
    if (qsizetype(m_pages.size()) + outline->pages.size() > MaxPages)
        return Error{u"too-large"_s, u"OFD 文件超过 %1 页，不读取。"_s.arg(MaxPages)};
    const auto pages = fetch(m_bytes, QSet<QString>(outline->pages.begin(), outline->pages.end()));
    if (!pages)
        return pages.error();
    for (const QString &list : std::as_const(outline->resources))
        outline->media.insert(mediaIn(member(m_bytes, list), list));
    for (const QString &page : std::as_const(outline->pages)) {
        auto content = readOfdContent(pages->value(page));
        if (!content)
            return content.error();
        // What lies under the page is written before it.
        for (const QString &id : std::as_const(content->templates)) {
            const auto under = templateOf(*outline, id);
            if (!under)
                return under.error();
            content->words.insert(content->words.begin(), under->words.begin(), under->words.end());
            content->strokes.insert(content->strokes.end(), under->strokes.begin(), under->strokes.end());
            content->pictures.insert(content->pictures.begin(), under->pictures.begin(), under->pictures.end());
        }
        content->templates.clear();
        m_words += content->words.size();
        if (m_words > MaxOfdWords)
            return Error{u"too-large"_s, u"OFD 文件里的文字太多，不读取。"_s};
        if (m_clock.hasExpired(MaxMilliseconds))
            return Error{u"timeout"_s, u"OFD 文件太复杂，%1 秒内没有读完。"_s.arg(MaxMilliseconds / 1000)};
        if (content->size.isEmpty())
            content->size = outline->size;
        for (OfdContent::Picture &picture : content->pictures)
            picture.member = outline->media.value(picture.id);
        m_pages.push_back(std::move(*content));
    }
    return Done{};
}

Result<OfdContent> OfdFile::templateOf(const Outline &outline, const QString &id)
{
    const QString name = outline.templates.value(id);
    if (const auto known = m_templates.constFind(name); known != m_templates.constEnd())
        return *known;
    if (name.isEmpty())
        return damaged();
    const auto members = fetch(m_bytes, {name});
    if (!members)
        return members.error();
    auto content = readOfdContent(members->value(name));
    if (content)
        m_templates.insert(name, *content);
    return content;
}

QByteArray OfdFile::pictureOf(const OfdContent::Picture &picture) const
{
    return picture.member.isEmpty() ? QByteArray() : member(m_bytes, picture.member);
}

} // namespace gouji
