// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/placed/placedmarkup.h"

#include "document/html/pagetokens.h"
#include "document/placed/boxfields.h"
#include "document/placed/placedtext.h"

#include <QHash>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostOpen = 60;
constexpr double UsualFont = 12;
constexpr double MostLine = 2.5; // times as high as a word: more are several lines

/// No more than a look whether the text may be such markup.
bool mayBePlaced(QStringView text)
{
    return text.contains("bbox"_L1) || text.contains("xMin="_L1) || text.contains("HPOS="_L1) || text.contains("position:absolute"_L1)
        || text.contains("pt;left:"_L1) || (text.contains("<text "_L1) && text.contains("left=\""_L1));
}

struct FontSize {
    double size = UsualFont;
    double line = 0; ///< from one line to the next; 0 where it is as usual
    double lineHeight() const { return line > 0 ? line : 1.2 * size; }
};

/// "left:85px" among the properties of a style: 85.
void readStyle(QStringView style, BoxFields &box, FontSize &font)
{
    for (const QStringView part : style.tokenize(u';')) {
        const qsizetype colon = part.indexOf(u':');
        if (colon < 0)
            continue;
        const QStringView name = part.left(colon).trimmed();
        const QStringView value = part.mid(colon + 1).trimmed();
        qsizetype end = 0;
        while (end < value.size() && (value[end].isDigit() || value[end] == u'.' || value[end] == u'-'))
            ++end;
        bool ok = false;
        const double number = value.left(end).toDouble(&ok);
        if (!ok || value.mid(end).startsWith(u'%'))
            continue;
        if (name == "font-size"_L1)
            font = {number, 0};
        else if (name == "line-height"_L1)
            font.line = value.mid(end).trimmed().isEmpty() ? number * font.size : number;
        else
            box.set(name, number);
    }
}

struct Open {
    QString name;
    bool placed = false;
    std::optional<QRectF> box;
    QPointF corner;
    FontSize font;
    QString text; ///< that stands in it, also in elements without a place within it
    int lines = 0; ///< that ended
};

class Listener : public PageListener {
public:
    void beginTag(const QString &name, const PageAttributes &attributes) override
    {
        if (name == "br"_L1) {
            endLine();
            return;
        }
        if (m_open.size() >= MostOpen || name == "meta"_L1 || name == "link"_L1 || name == "img"_L1 || name == "input"_L1 || name == "hr"_L1
            || name == "sp"_L1 || name == "fontspec"_L1)
            return;
        Open open;
        open.name = name;
        open.font = m_font;
        BoxFields box;
        static constexpr QLatin1StringView Names[] = {"left"_L1, "top"_L1, "right"_L1, "bottom"_L1, "width"_L1, "height"_L1, "x"_L1, "y"_L1,
            "x0"_L1, "y0"_L1, "x1"_L1, "y1"_L1, "xMin"_L1, "yMin"_L1, "xMax"_L1, "yMax"_L1, "HPOS"_L1, "VPOS"_L1};
        for (const QLatin1StringView field : Names) {
            if (!attributes.has(QString(field)))
                continue;
            bool ok = false;
            if (const double number = attributes.value(QString(field)).toDouble(&ok); ok)
                box.set(QString(field), number);
        }
        for (const QStringView field : {u"bbox", u"quad", u"title"}) {
            if (attributes.has(field))
                box.setAll(field, BoxFields::numbersIn(attributes.value(field)));
        }
        if (attributes.has(u"class"))
            open.font = m_fonts.value(attributes.value(u"class"), open.font);
        if (attributes.has(u"size")) {
            bool ok = false;
            const double size = attributes.value(u"size").toDouble(&ok);
            if (ok)
                open.font = {size, 0};
        }
        if (attributes.has(u"style"))
            readStyle(attributes.value(u"style"), box, open.font);
        m_font = open.font;
        const QString kind = attributes.value(u"class");
        if (name == "page"_L1 || kind == "ocr_page"_L1 || (name == "div"_L1 && box.size() && !box.isPlaced())) {
            m_text.beginPage(box.size());
        } else if (box.isPlaced()) {
            open.placed = true;
            open.box = box.box();
            open.corner = box.corner();
        }
        m_recognised = m_recognised || kind.startsWith("ocr"_L1) || name == "alto"_L1;
        for (const QStringView field : {u"c", u"content"}) {
            if (open.box && attributes.has(field)) {
                m_text.add(attributes.value(field), inLine(*open.box, m_open.size())); // and nothing stands within
                return;
            }
        }
        m_open.push_back(std::move(open));
    }

    void endTag(const QString &name) override
    {
        const auto open = std::find_if(m_open.rbegin(), m_open.rend(), [&](const Open &o) { return o.name == name; });
        if (open == m_open.rend())
            return;
        const size_t left = size_t(m_open.rend() - open) - 1;
        while (m_open.size() > left)
            close();
    }

    void characters(QStringView text) override
    {
        for (size_t i = m_open.size(); i-- > 0;) {
            if (!m_open[i].placed)
                continue;
            m_open[i].text += text;
            m_open[i].font = m_open.back().font;
            return;
        }
        m_unplaced += std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
    }

    void styleSheet(QStringView sheet) override
    {
        for (const QStringView rule : sheet.tokenize(u'}')) {
            const qsizetype brace = rule.indexOf(u'{');
            const qsizetype dot = rule.indexOf(u'.');
            if (brace < 0 || dot < 0 || dot > brace || m_fonts.size() > 1000)
                continue;
            BoxFields box;
            FontSize font{0, 0};
            readStyle(rule.mid(brace + 1), box, font);
            if (font.size > 0)
                m_fonts.insert(rule.mid(dot + 1, brace - dot - 1).trimmed().toString(), font);
        }
    }

    bool wantsMore() const override { return true; }

    /// Most of the text has a place.
    bool isPlaced()
    {
        while (!m_open.empty())
            close();
        return m_text.isDocument() && m_unplaced * 10 < m_text.characters();
    }

    Result<SourceDocument> document() { return m_text.document(); }
    bool isRecognised() const { return m_recognised; }

private:
    /// As high as the line around it: words and characters are as high as their ink.
    QRectF inLine(QRectF box, size_t within) const
    {
        for (size_t i = within; i-- > 0;) {
            const std::optional<QRectF> &line = m_open[i].box;
            if (!line)
                continue;
            if (line->height() < MostLine * box.height() && line->top() <= box.top() + 1 && line->bottom() >= box.bottom() - 1) {
                box.setTop(line->top());
                box.setBottom(line->bottom());
            }
            break;
        }
        return box;
    }

    /// Writes what the innermost element with a place holds so far.
    void endLine()
    {
        for (size_t i = m_open.size(); i-- > 0;) {
            Open &open = m_open[i];
            if (!open.placed)
                continue;
            if (open.box && open.lines == 0)
                m_text.add(open.text, inLine(*open.box, i));
            else
                m_text.addLine(open.text, open.corner + QPointF(0, open.lines * open.font.lineHeight()), open.font.size);
            ++open.lines;
            open.text.clear();
            return;
        }
    }

    void close()
    {
        if (m_open.back().placed && !m_open.back().text.trimmed().isEmpty())
            endLine();
        m_open.pop_back();
    }

    PlacedText m_text;
    std::vector<Open> m_open;
    FontSize m_font; ///< the last that was told; converters forget to tell some
    QHash<QString, FontSize> m_fonts; ///< by the class of an element
    qsizetype m_unplaced = 0; ///< characters
    bool m_recognised = false;
};

} // namespace

std::optional<Result<SourceDocument>> readPlacedMarkup(const DecodedText &text)
{
    if (!mayBePlaced(text.text))
        return std::nullopt;
    Listener listener;
    tellPage(text.text, listener);
    if (!listener.isPlaced())
        return std::nullopt;
    auto document = listener.document();
    if (document) {
        document->recognised = listener.isRecognised();
        document->encoding = text.encoding;
        document->encodingGuessed = text.guessed;
        document->notes = notesOn(text);
    }
    return document;
}

} // namespace gouji
