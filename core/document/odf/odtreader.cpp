// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/odf/odtreader.h"

#include "document/blockwriter.h"
#include "document/documentbuilder.h"
#include "document/packed/xmlpull.h"
#include "document/packed/zipmembers.h"
#include "document/passedover.h"
#include "document/scan/insetpictures.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRepeated = 1000; // of a row or a cell
constexpr int MostSpaces = 1000;

struct TextStyle {
    TextLook look;
    bool hidden = false;
};

/// The text of the document, or of a text box or a note in it.
class OdfFlow {
public:
    OdfFlow(XmlPull &xml, QHash<QString, TextStyle> &styles, PassedOver &passed, const ReadPicture &pictures)
        : m_xml(xml)
        , m_styles(styles)
        , m_passed(passed)
        , m_pictures(pictures)
    {
    }

    /// From the element that is open to its end.
    std::vector<Block> read()
    {
        const int depth = m_xml.depth();
        while (m_xml.depth() >= depth && !m_builder.error() && m_xml.next()) {
            if (m_xml.isBegin())
                begin();
            else if (m_xml.isEnd())
                end();
            else if (m_xml.isText() && m_paragraphs > 0)
                write(m_xml.text());
        }
        m_passed.struck = m_passed.struck || m_builder.hasStruck();
        std::vector<Block> out = m_builder.take();
        for (std::vector<Block> &note : m_notes)
            std::move(note.begin(), note.end(), std::back_inserter(out));
        return out;
    }

    const std::optional<Error> &error() const { return m_builder.error(); }

private:
    struct Table {
        int column = 0; ///< behind the last cell
        int cellRepeated = 1;
        int rowRepeated = 1;
    };

    bool is(QLatin1StringView name) const { return m_xml.isElement(name); }

    int number(QLatin1StringView attribute, int least, int most) const
    {
        bool ok = false;
        const qlonglong n = m_xml.attribute(attribute).toLongLong(&ok);
        return ok ? int(std::clamp<qlonglong>(n, least, most)) : least;
    }

    void begin()
    {
        static const QSet<QString> Left{u"tracked-changes"_s, u"annotation"_s, u"annotation-end"_s, u"note-citation"_s, u"ruby-text"_s,
            u"forms"_s, u"sequence-decls"_s, u"variable-decls"_s, u"user-field-decls"_s, u"hidden-text"_s, u"hidden-paragraph"_s,
            u"event-listeners"_s, u"font-face-decls"_s, u"scripts"_s, u"math"_s, u"glue-point"_s, u"shapes"_s, u"dde-connection-decls"_s};
        static const QSet<QString> Framed{u"text-box"_s, u"custom-shape"_s, u"rect"_s, u"ellipse"_s, u"circle"_s, u"polygon"_s, u"path"_s};
        const QString name = m_xml.name().toString();
        if (name == "style"_L1) {
            readStyle();
        } else if (Left.contains(name) || ((name == "title"_L1 || name == "desc"_L1) && m_xml.space().contains("svg"_L1))) {
            m_passed.changed = m_passed.changed || name == "tracked-changes"_L1;
            m_xml.skip();
        } else if (name == "p"_L1 || name == "h"_L1) {
            ++m_paragraphs;
            beginStyle();
        } else if (name == "span"_L1) {
            beginStyle();
        } else if (name == "s"_L1) {
            m_builder.text(QString(number("c"_L1, 1, MostSpaces), u' '));
        } else if (name == "tab"_L1) {
            m_builder.tabulator();
        } else if (name == "line-break"_L1) {
            m_builder.lineBreak();
        } else if (name == "table"_L1) {
            m_tables.emplace_back();
            m_builder.beginTable();
        } else if (name == "table-row"_L1) {
            beginRow();
        } else if (name == "table-cell"_L1 || name == "covered-table-cell"_L1) {
            cell(name == "covered-table-cell"_L1);
        } else if (name == "note-body"_L1 || Framed.contains(name)) {
            inner(name == "note-body"_L1 ? m_notes : m_boxes);
        } else if (name == "frame"_L1) {
            m_frame = QSizeF(pointsOf(m_xml.attribute("width"_L1)), pointsOf(m_xml.attribute("height"_L1)));
        } else if (name == "image"_L1) {
            picture();
        } else if (name == "object"_L1 || name == "object-ole"_L1) {
            ++m_passed.objects;
            m_xml.skip();
        }
    }

    void end()
    {
        if (is("p"_L1) || is("h"_L1)) {
            m_builder.endParagraph();
            m_paragraphs = std::max(m_paragraphs - 1, 0);
            endStyle();
            for (std::vector<Block> &box : m_boxes)
                m_builder.append(std::move(box));
            m_boxes.clear();
        } else if (is("span"_L1)) {
            endStyle();
        } else if (is("table"_L1) && !m_tables.empty()) {
            m_tables.pop_back();
            m_builder.endTable();
        } else if (is("table-row"_L1) && !m_tables.empty()) {
            m_builder.endRow();
            for (int i = 1; i < m_tables.back().rowRepeated; ++i)
                m_builder.repeatRow();
        } else if (is("table-cell"_L1) && !m_tables.empty()) {
            m_builder.endCell();
            for (int i = 1; i < m_tables.back().cellRepeated; ++i)
                m_builder.repeatCell(m_tables.back().column++);
        }
    }

    /// The styles of a file stand before its text.
    void readStyle()
    {
        const QString name = m_xml.attribute("name"_L1);
        TextStyle style;
        const int depth = m_xml.depth();
        while (m_xml.depth() >= depth && m_xml.next()) {
            if (!m_xml.isBegin() || !is("text-properties"_L1))
                continue;
            const QString position = m_xml.attribute("text-position"_L1);
            const QString line = m_xml.attribute("text-line-through-style"_L1);
            style.look.raised = position.startsWith("super"_L1) || (!position.isEmpty() && position[0].isDigit() && position[0] != u'0');
            style.look.lowered = position.startsWith("sub"_L1) || position.startsWith(u'-');
            style.look.struck = !line.isEmpty() && line != "none"_L1;
            style.hidden = m_xml.attribute("display"_L1) == "none"_L1;
        }
        m_styles.insert(name, style);
    }

    void beginStyle()
    {
        TextStyle style = m_styles.value(m_xml.attribute("style-name"_L1));
        if (!m_open.empty()) {
            const TextStyle &outer = m_open.back();
            style.look.raised = style.look.raised || outer.look.raised;
            style.look.lowered = style.look.lowered || outer.look.lowered;
            style.look.struck = style.look.struck || outer.look.struck;
            style.hidden = style.hidden || outer.hidden;
        }
        m_open.push_back(style);
    }

    void endStyle()
    {
        if (!m_open.empty())
            m_open.pop_back();
    }

    /// White space is one space, as in a web page; real spaces are elements.
    void write(QStringView text)
    {
        const TextStyle style = m_open.empty() ? TextStyle() : m_open.back();
        if (style.hidden) {
            m_passed.hidden += std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
            return;
        }
        QString run;
        for (const QChar c : text) {
            const QChar before = run.isEmpty() ? m_builder.lastCharacter() : run.back();
            if (c != u' ' && c != u'\n' && c != u'\t' && c != u'\r')
                run += c;
            else if (!before.isNull() && before != u' ')
                run += u' ';
        }
        m_builder.text(run, style.look);
    }

    void beginRow()
    {
        if (m_tables.empty())
            return;
        m_tables.back().column = 0;
        m_tables.back().rowRepeated = number("number-rows-repeated"_L1, 1, MostRepeated);
        m_builder.beginRow();
    }

    void cell(bool covered)
    {
        if (m_tables.empty())
            return;
        Table &t = m_tables.back();
        const int repeated = number("number-columns-repeated"_L1, 1, MostRepeated);
        const int columnSpan = number("number-columns-spanned"_L1, 1, DocumentBuilder::MaxColumns);
        const int rowSpan = number("number-rows-spanned"_L1, 1, std::numeric_limits<int>::max());
        if (covered) {
            t.column += repeated;
            m_xml.skip();
            return;
        }
        t.cellRepeated = repeated;
        m_builder.beginCell(columnSpan, rowSpan, t.column++);
    }

    /// What it says follows the paragraph it is fixed to.
    void picture()
    {
        std::vector<Block> read = m_pictures ? m_pictures(m_xml.attribute("href"_L1), m_frame) : std::vector<Block>();
        m_passed.pictures += read.empty();
        if (!read.empty())
            m_boxes.push_back(std::move(read));
    }

    /// "17.2cm", "6.5in"; 0 where it is none of these.
    static double pointsOf(QStringView length)
    {
        constexpr std::pair<QLatin1StringView, double> Units[] = {{"cm"_L1, 72 / 2.54}, {"in"_L1, 72}, {"mm"_L1, 7.2 / 2.54}, {"pt"_L1, 1}};
        for (const auto &[unit, points] : Units) {
            if (length.endsWith(unit))
                return length.chopped(unit.size()).toDouble() * points;
        }
        return 0;
    }

    void inner(std::vector<std::vector<Block>> &blocks)
    {
        OdfFlow flow(m_xml, m_styles, m_passed, m_pictures);
        blocks.push_back(flow.read());
        if (flow.error())
            m_builder.fail(*flow.error());
    }

    XmlPull &m_xml;
    QHash<QString, TextStyle> &m_styles;
    PassedOver &m_passed;
    const ReadPicture &m_pictures;
    QSizeF m_frame; ///< of the last frame, points
    DocumentBuilder m_builder;
    std::vector<Table> m_tables;
    std::vector<TextStyle> m_open; ///< of the paragraph and the spans that are open
    std::vector<std::vector<Block>> m_boxes; ///< of the paragraph
    std::vector<std::vector<Block>> m_notes;
    int m_paragraphs = 0;
};

} // namespace

Result<SourceDocument> readOdt(const ReaderInput &input)
{
    const QString content = u"content.xml"_s;
    const QString manifest = u"META-INF/manifest.xml"_s;
    const auto parts = unzip(input.bytes, [&](const QString &name) { return name == content || name == manifest; });
    if (!parts)
        return parts.error();
    if (parts->value(manifest).contains("encryption-data"))
        return Error{u"encrypted"_s, u"文件设有密码，无法读取；请先去掉密码。"_s};
    if (!parts->contains(content))
        return Error{u"unreadable"_s, u"文档里没有正文，文件可能已损坏。"_s};
    XmlPull xml((*parts)[content]);
    QHash<QString, TextStyle> styles;
    PassedOver passed;
    InsetPictures pictures(input.stop);
    ReadPicture readPicture;
    if (input.recognise)
        readPicture = pictures.reader([&](const QString &name) { return member(input.bytes, name); });
    OdfFlow flow(xml, styles, passed, readPicture);
    std::vector<Block> blocks;
    if (xml.next())
        blocks = flow.read();
    if (flow.error())
        return *flow.error();
    if (xml.error())
        return *xml.error();
    SourceDocument document;
    document.notes = passed.notes();
    document.unreadPictures = passed.pictures;
    if (!writeBlocks(blocks, document))
        return Error{u"too-large"_s, u"文档里的表格太大，不读取。"_s};
    pictures.finish(document);
    return document;
}

} // namespace gouji
