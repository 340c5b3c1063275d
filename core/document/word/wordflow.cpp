// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/word/wordflow.h"

#include "document/documentbuilder.h"
#include "document/packed/xmlpull.h"
#include "document/word/wordlook.h"

#include <QSet>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double EmuPerPoint = 12700;

/// The text of a body, a cell's or a text box's: everything up to the end of the element that is open.
class WordFlow {
public:
    WordFlow(XmlPull &xml, PassedOver &passed, const ReadPicture &pictures)
        : m_xml(xml)
        , m_passed(passed)
        , m_pictures(pictures)
    {
    }

    std::vector<Block> read()
    {
        const int depth = m_xml.depth();
        while (m_xml.depth() >= depth && !m_builder.error() && m_xml.next()) {
            if (m_xml.isBegin())
                begin();
            else if (m_xml.isEnd())
                end();
        }
        m_passed.struck = m_passed.struck || m_builder.hasStruck();
        return m_builder.take();
    }

    const std::optional<Error> &error() const { return m_builder.error(); }

private:
    struct Table {
        int column = 0; ///< of the grid, where the next cell begins
        int cellSpan = 1;
        bool continues = false; ///< the cell goes on from the row above
        bool cellWaits = false; ///< its properties may still come
        int cellDepth = 0;
        int rowDepth = 0;
        size_t alternatives = 0; ///< open outside the cell
    };

    bool is(QLatin1StringView name) const { return m_xml.isElement(name); }

    bool isOn() const
    {
        const QString value = m_xml.attribute("val"_L1);
        return value != "0"_L1 && value != "false"_L1 && value != "off"_L1;
    }

    void begin()
    {
        static const QSet<QString> Left{u"del"_s, u"moveFrom"_s, u"sdtPr"_s, u"sdtEndPr"_s, u"sectPr"_s, u"tblPr"_s, u"tblGrid"_s,
            u"tblPrEx"_s, u"instrText"_s, u"delText"_s, u"delInstrText"_s, u"fldData"_s, u"ffData"_s, u"rt"_s, u"rubyPr"_s};
        const QString name = m_xml.name().toString();
        if (Left.contains(name)) {
            m_passed.changed = m_passed.changed || name == "del"_L1 || name == "moveFrom"_L1;
            m_xml.skip();
        } else if (name == "pPr"_L1) {
            readParagraphMark();
        } else if (name == "p"_L1 || name == "tbl"_L1) {
            beginBlock(name == "tbl"_L1);
        } else if (name == "tr"_L1) {
            beginRow();
        } else if (name == "trPr"_L1) {
            readRow();
        } else if (name == "tc"_L1) {
            beginCell();
        } else if (name == "tcPr"_L1) {
            readCell();
        } else if (name == "footnote"_L1 || name == "endnote"_L1) {
            // The lines between the text and its notes are kept among them.
            if (m_xml.hasAttribute("type"_L1) && m_xml.attribute("type"_L1) != "normal"_L1)
                m_xml.skip();
        } else if (name == "AlternateContent"_L1 || name == "Choice"_L1 || name == "Fallback"_L1) {
            alternative(name);
        } else if (name == "altChunk"_L1 || name == "subDoc"_L1) {
            ++m_passed.objects;
        } else if (name == "ins"_L1 || name == "moveTo"_L1) {
            m_passed.changed = true;
        } else {
            beginInRun(name);
        }
    }

    void beginInRun(const QString &name)
    {
        if (name == "r"_L1) {
            m_look = {};
            m_hidden = false;
        } else if (name == "rPr"_L1) {
            readLook();
        } else if (name == "t"_L1) {
            readText();
        } else if (name == "tab"_L1 || name == "ptab"_L1) {
            if (shows())
                m_builder.tabulator();
        } else if (name == "br"_L1 || name == "cr"_L1) {
            if (shows())
                m_builder.lineBreak();
        } else if (name == "noBreakHyphen"_L1) {
            write(u"-"_s);
        } else if (name == "sym"_L1) {
            readSymbol();
        } else if (name == "fldChar"_L1) {
            readFieldMark();
        } else if (name == "drawing"_L1 || name == "pict"_L1 || name == "object"_L1) {
            m_passed.objects += name == "object"_L1;
            readDrawing(name == "object"_L1);
        }
    }

    void end()
    {
        if (is("p"_L1)) {
            if (!m_markDeleted)
                m_builder.endParagraph();
            m_markDeleted = false;
            for (std::vector<Block> &box : m_boxes)
                m_builder.append(std::move(box));
            m_boxes.clear();
        } else if (is("tbl"_L1) && !m_tables.empty()) {
            m_tables.pop_back();
            m_builder.endTable();
        } else if (is("tr"_L1)) {
            m_builder.endRow();
        } else if (is("tc"_L1) && !m_tables.empty()) {
            enterCell();
            endCell();
        } else if (is("AlternateContent"_L1) && !m_alternatives.empty()) {
            m_alternatives.pop_back();
        }
    }

    void beginBlock(bool isTable)
    {
        if (!enterCell()) { // what stands in a cell that goes on from above is never shown
            m_xml.skipTo(m_tables.back().cellDepth);
            endCell();
            return;
        }
        if (!isTable)
            return;
        m_fields.clear(); // no field goes on into a table; one that was never closed ends here
        m_tables.emplace_back();
        m_builder.beginTable();
    }

    void beginRow()
    {
        if (m_tables.empty())
            return;
        m_tables.back().column = 0;
        m_tables.back().rowDepth = m_xml.depth();
        m_builder.beginRow();
    }

    void beginCell()
    {
        if (m_tables.empty())
            return;
        Table &t = m_tables.back();
        t.cellWaits = true;
        t.cellSpan = 1;
        t.continues = false;
        t.cellDepth = m_xml.depth();
        t.alternatives = m_alternatives.size();
    }

    /// Calls `property` for each element in the one that is open, without what it was before a tracked change.
    template <typename Visit> void eachProperty(Visit visit)
    {
        const int depth = m_xml.depth();
        while (m_xml.depth() >= depth && m_xml.next()) {
            if (!m_xml.isBegin())
                continue;
            if (m_xml.name().endsWith("Change"_L1))
                m_xml.skip();
            else
                visit();
        }
    }

    void readRow()
    {
        int before = 0;
        bool deleted = false;
        eachProperty([&] {
            if (is("gridBefore"_L1))
                before = m_xml.attribute("val"_L1).toInt();
            deleted = deleted || is("del"_L1);
        });
        if (m_tables.empty())
            return;
        m_tables.back().column = std::clamp(before, 0, DocumentBuilder::MaxColumns);
        if (deleted) {
            m_passed.changed = true;
            m_builder.dropRow();
            m_xml.skipTo(m_tables.back().rowDepth);
        }
    }

    void readCell()
    {
        int span = 1;
        bool continues = false;
        bool leftOut = false; // the cell to its left reaches over it, or it was deleted
        eachProperty([&] {
            if (is("gridSpan"_L1))
                span = m_xml.attribute("val"_L1).toInt();
            else if (is("vMerge"_L1))
                continues = m_xml.attribute("val"_L1) != "restart"_L1;
            else if (is("hMerge"_L1))
                leftOut = leftOut || m_xml.attribute("val"_L1) != "restart"_L1;
            else if (is("cellDel"_L1))
                leftOut = true;
        });
        if (m_tables.empty() || !m_tables.back().cellWaits)
            return;
        Table &t = m_tables.back();
        t.cellSpan = std::clamp(span, 1, DocumentBuilder::MaxColumns);
        t.continues = continues;
        if (!leftOut)
            return;
        t.cellWaits = false;
        m_xml.skipTo(t.cellDepth);
        endCell();
    }

    /// A cell begins with what is in it, because its properties come first; false where it belongs to the cell above.
    bool enterCell()
    {
        if (m_tables.empty() || !m_tables.back().cellWaits)
            return true;
        Table &t = m_tables.back();
        t.cellWaits = false;
        if (t.continues && m_builder.extendAbove(t.column))
            return false;
        m_builder.beginCell(t.cellSpan, 1, t.column);
        return true;
    }

    void endCell()
    {
        Table &t = m_tables.back();
        t.column += t.cellSpan;
        m_alternatives.resize(std::min(m_alternatives.size(), t.alternatives));
        m_builder.endCell();
    }

    void readParagraphMark()
    {
        eachProperty([&] { m_markDeleted = m_markDeleted || is("del"_L1) || is("moveFrom"_L1); });
    }

    void readLook()
    {
        eachProperty([&] {
            if (is("vertAlign"_L1)) {
                const QString value = m_xml.attribute("val"_L1);
                m_look.raised = value == "superscript"_L1;
                m_look.lowered = value == "subscript"_L1;
            } else if (is("strike"_L1) || is("dstrike"_L1)) {
                m_look.struck = m_look.struck || isOn();
            } else if (is("vanish"_L1)) {
                m_hidden = isOn();
            }
        });
    }

    /// Not hidden, and not in the instructions of a field that holds another field.
    bool shows() const
    {
        return !m_hidden && (m_fields.size() < 2 || std::find(m_fields.begin(), m_fields.end() - 1, Code) == m_fields.end() - 1);
    }

    void write(QStringView text)
    {
        if (m_hidden)
            m_passed.hidden += std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
        if (shows())
            m_builder.text(text, m_look);
    }

    void readText()
    {
        const bool exact = m_xml.attribute("space"_L1) == "preserve"_L1;
        QString text = m_xml.elementText();
        for (QChar &c : text)
            c = c == u'\n' || c == u'\t' || c == u'\r' ? QChar(u' ') : c;
        write(exact ? text : text.trimmed());
    }

    /// A character by its number in a font. Fonts of symbols hold digits and signs where others have them, moved to F000.
    void readSymbol()
    {
        const ushort code = m_xml.attribute("char"_L1).toUShort(nullptr, 16);
        const bool text = m_xml.attribute("font"_L1).compare("Symbol"_L1, Qt::CaseInsensitive) == 0 || code < 0xf000;
        const ushort plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
        const bool known = text && plain > u' ' && plain < 0x7f && !QChar(plain).isLetter();
        write(QString(QChar(known || code < 0xf000 ? plain : code)));
    }

    void readFieldMark()
    {
        const QString type = m_xml.attribute("fldCharType"_L1);
        if (type == "begin"_L1)
            m_fields.push_back(Code);
        else if (m_fields.empty())
            return;
        else if (type == "separate"_L1)
            m_fields.back() = Shown;
        else if (type == "end"_L1)
            m_fields.pop_back();
    }

    /// Of two versions of the same thing, for programs of different age, the first.
    void alternative(const QString &name)
    {
        if (name == "AlternateContent"_L1) {
            m_alternatives.push_back(false);
        } else if (!m_alternatives.empty()) {
            if (m_alternatives.back())
                m_xml.skip();
            else
                m_alternatives.back() = true;
        }
    }

    /// Text boxes are read, pictures are read or counted; they follow the paragraph they are fixed to.
    void readDrawing(bool isObject)
    {
        const int depth = m_xml.depth();
        const size_t outer = m_alternatives.size();
        bool picture = false;
        QString relation;
        QSizeF shown;
        while (m_xml.depth() >= depth && m_xml.next()) {
            if (m_xml.isEnd()) {
                if (is("AlternateContent"_L1) && m_alternatives.size() > outer)
                    m_alternatives.pop_back();
                continue;
            }
            if (!m_xml.isBegin())
                continue;
            const QString name = m_xml.name().toString();
            if (name == "AlternateContent"_L1 || name == "Choice"_L1 || name == "Fallback"_L1) {
                alternative(name);
            } else if (name == "txbxContent"_L1) {
                WordFlow box(m_xml, m_passed, m_pictures);
                m_boxes.push_back(box.read());
                if (box.error())
                    m_builder.fail(*box.error());
            }
            if (name == "extent"_L1)
                shown = QSizeF(m_xml.attribute("cx"_L1).toDouble(), m_xml.attribute("cy"_L1).toDouble()) / EmuPerPoint;
            else if (name == "shape"_L1)
                shown = QSizeF(lengthIn(m_xml.attribute("style"_L1), u"width"), lengthIn(m_xml.attribute("style"_L1), u"height"));
            if (name == "blip"_L1 || name == "imagedata"_L1) {
                picture = true;
                relation = m_xml.attribute(name == "blip"_L1 ? "embed"_L1 : "id"_L1);
            }
        }
        if (!picture || isObject)
            return;
        std::vector<Block> read = m_pictures ? m_pictures(relation, shown) : std::vector<Block>();
        m_passed.pictures += read.empty();
        if (!read.empty())
            m_boxes.push_back(std::move(read));
    }

    /// Points, of a style as "width:415.3pt"; 0 where it is said in another way.
    static double lengthIn(QStringView style, QStringView name)
    {
        for (const QStringView part : style.tokenize(u';')) {
            const qsizetype colon = part.indexOf(u':');
            if (colon > 0 && part.left(colon).trimmed() == name && part.endsWith("pt"_L1))
                return part.sliced(colon + 1).chopped(2).toDouble();
        }
        return 0;
    }

    enum Field : char { Code, Shown };

    XmlPull &m_xml;
    PassedOver &m_passed;
    const ReadPicture &m_pictures;
    DocumentBuilder m_builder;
    std::vector<Table> m_tables;
    std::vector<bool> m_alternatives; ///< for each that is open: one version was read
    std::vector<Field> m_fields;
    std::vector<std::vector<Block>> m_boxes; ///< of the paragraph
    TextLook m_look;
    bool m_hidden = false;
    bool m_markDeleted = false;
};

} // namespace

Result<std::vector<Block>> readWordPart(const QByteArray &part, PassedOver &passed, const ReadPicture &pictures)
{
    XmlPull xml(withoutLook(part));
    WordFlow flow(xml, passed, pictures);
    std::vector<Block> blocks;
    if (xml.next())
        blocks = flow.read();
    if (flow.error())
        return *flow.error();
    if (xml.error())
        return *xml.error();
    return blocks;
}

} // namespace gouji
