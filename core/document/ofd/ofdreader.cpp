// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ofd/ofdreader.h"

#include "document/ofd/ofdpage.h"
#include "document/packed/xmlpull.h"
#include "document/packed/zipmembers.h"
#include "document/page/pagewriter.h"

#include <QMap>
#include <QSet>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxPages = 500;
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

/// Document.xml: its pages and what lies under them.
struct Outline {
    QStringList pages; ///< members
    QMap<QString, QString> templates; ///< members by id
    QSizeF size = A4;
};

Result<Outline> outlineOf(const QByteArray &bytes, const QString &member)
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
        }
    }
    if (xml.error())
        return *xml.error();
    return out;
}

class OfdReader {
public:
    explicit OfdReader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    Result<SourceDocument> read()
    {
        const auto names = zipNames(m_bytes);
        if (!names)
            return names.error();
        if (names->contains(u"Encryptions.xml"_s))
            return Error{u"encrypted"_s, u"OFD 文件已加密，无法读取；请先去掉密码。"_s};
        auto members = fetch({u"OFD.xml"_s});
        if (!members)
            return members.error();
        const auto contents = contentsOf(members->value(u"OFD.xml"_s));
        if (!contents)
            return contents.error();
        for (const QString &document : contents->documents) {
            if (const Status done = readDocument(document); !done)
                return done.error();
        }
        if (m_pages.empty())
            return damaged();
        if (m_words == 0 && m_pictures > 0)
            return Error{u"unsupported"_s, u"OFD 文件的 %1 页都是图像（扫描件），没有文字，本版本还不能识别。"_s.arg(m_pages.size())};
        SourceDocument document;
        if (!writePages(std::move(m_pages), document))
            return Error{u"too-large"_s, u"OFD 文件里的表格太大，不读取。"_s};
        if (contents->isSigned)
            document.notes << u"文件带有电子签章；本程序只读取文字，不验证签章。"_s;
        if (m_pictures > 0)
            document.notes << u"文件里有 %1 张图片，图片里的文字和表格没有读取。"_s.arg(m_pictures);
        return document;
    }

private:
    Result<ZipMembers> fetch(const QSet<QString> &names)
    {
        auto out = unzip(m_bytes, [&](const QString &name) { return names.contains(name); });
        if (out && out->size() < names.size())
            return damaged();
        return out;
    }

    Status readDocument(const QString &name)
    {
        const auto root = fetch({name});
        if (!root)
            return root.error();
        const auto outline = outlineOf(root->value(name), name);
        if (!outline)
            return outline.error();
        if (qsizetype(m_pages.size()) + outline->pages.size() > MaxPages)
            return Error{u"too-large"_s, u"OFD 文件超过 %1 页，不读取。"_s.arg(MaxPages)};
        const auto pages = fetch(QSet<QString>(outline->pages.begin(), outline->pages.end()));
        if (!pages)
            return pages.error();
        for (const QString &page : outline->pages) {
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
                content->pictures += under->pictures;
            }
            m_words += content->words.size();
            if (m_words > MaxOfdWords)
                return Error{u"too-large"_s, u"OFD 文件里的文字太多，不读取。"_s};
            m_pictures += content->pictures;
            const QSizeF size = content->size.isEmpty() ? outline->size : content->size;
            m_pages.push_back(contentOf({size, std::move(content->words)}, std::move(content->strokes), int(m_pages.size())));
        }
        return Done{};
    }

    Result<OfdContent> templateOf(const Outline &outline, const QString &id)
    {
        const QString member = outline.templates.value(id);
        if (const auto known = m_templates.constFind(member); known != m_templates.constEnd())
            return *known;
        if (member.isEmpty())
            return damaged();
        const auto members = fetch({member});
        if (!members)
            return members.error();
        auto content = readOfdContent(members->value(member));
        if (content)
            m_templates.insert(member, *content);
        return content;
    }

    const QByteArray &m_bytes;
    std::vector<PageContent> m_pages;
    QMap<QString, OfdContent> m_templates;
    size_t m_words = 0;
    int m_pictures = 0;
};

} // namespace

Result<SourceDocument> readOfd(const ReaderInput &input) { return OfdReader(input.bytes).read(); }

} // namespace gouji
