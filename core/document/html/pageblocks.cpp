// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html/pageblocks.h"

#include "document/cjkspacing.h"
#include "document/documentbuilder.h"
#include "document/html/elements.h"
#include "document/html/hiddenstyles.h"
#include "document/html/pagetokens.h"
#include "document/passedover.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

class PageReader : public PageListener {
public:
    enum class Sheets { Obeyed, PassedOver };

    PageReader(const ReadPicture &pictures, Sheets sheets)
        : m_readPicture(pictures)
        , m_sheets(sheets)
    {
    }

    void beginTag(const QString &name, const PageAttributes &attributes) override
    {
        Role role = roleOf(name);
        if (role == Role::Void)
            return;
        if (role == Role::Inline && name == "iframe"_L1 && attributes.has(u"srcdoc"))
            return pageWithin(attributes.value(u"srcdoc"));
        if (role == Role::Left && (name == "svg"_L1 || name == "math"_L1) && m_builder.isInCell())
            role = Role::Inline; // a value that is drawn
        if (role == Role::Block || role == Role::Paragraph || role == Role::Item || role == Role::Inline)
            role = shownRole(role, name, attributes);
        if (role == Role::Break || role == Role::Input || role == Role::Picture) {
            if (!m_left && !m_hidden)
                single(role, attributes);
            return;
        }
        closeImplied(role, name);
        Open open{name, role};
        open.left = role == Role::Left || role == Role::Menu || attributes.value(u"role") == "navigation"_L1;
        readStyle(attributes, open);
        if (!open.hidden && !m_styles.isEmpty() && m_styles.hides(name, attributes.value(u"id"), attributes.value(u"class")))
            open.hidden = open.bySheet = true;
        if (role == Role::Link && leadsElsewhere(attributes))
            open.look.link = ++m_link;
        open.preformatted = role == Role::Preformatted;
        open.begun = !m_left && !m_hidden && !open.left && !open.hidden;
        m_tablesLeft += role == Role::Table && !open.begun;
        push(open);
        if (open.begun)
            begin(role, attributes);
    }

    void endTag(const QString &name) override
    {
        const Role role = roleOf(name);
        if (role == Role::Break) // "</br>" breaks a line as well
            return m_left || m_hidden ? void() : lineBreak();
        for (size_t i = m_open.size(); i-- > 0;) {
            if (m_open[i].name == name)
                return isOfTable(m_open[i].role) ? closeFrom(i) : close(i);
            // What was opened outside a cell is not ended inside it.
            if (m_open[i].role == Role::Table || (m_open[i].role == Role::Cell && !isOfTable(role)))
                return;
        }
    }

    void characters(QStringView text) override
    {
        if (m_left)
            return;
        if (isOnlyNumber(text))
            (m_bySheet > 0 ? m_numbersBySheet : m_numbers) += m_bySheet > 0 || m_hidden == 0;
        if (m_hidden) {
            m_hiddenText += std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
            return;
        }
        m_run.resize(0);
        for (const QChar c : text) {
            if (m_preformatted && (c == u'\n' || c == u'\t')) {
                flush();
                c == u'\n' ? m_builder.lineBreak() : m_builder.tabulator();
            } else if (!m_preformatted && (c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f')) {
                m_space = true;
                m_newline = m_newline || c == u'\n' || c == u'\r';
            } else if (c != u'\r') {
                addSpace(c);
                m_run += c;
            }
        }
        flush();
    }

    void styleSheet(QStringView text) override
    {
        if (m_sheets == Sheets::Obeyed)
            m_styles.add(text);
    }

    /// What the style sheets hide is more than what they leave: scripts show it, one leaf at a time.
    bool isHiddenBySheets() const { return m_numbersBySheet > 2 * m_numbers; }

    bool wantsMore() const override { return !m_builder.error(); }

    Result<PageBlocks> take()
    {
        PageBlocks out{m_builder.take(), {}, m_pictures};
        if (m_builder.error())
            return *m_builder.error();
        if (m_tablesLeft > 0)
            out.notes << u"网页里有 %1 个表格是隐藏的或在菜单里，没有读取。"_s.arg(m_tablesLeft);
        else if (m_hiddenText > MuchText)
            out.notes << u"网页里有隐藏的文字（%1 字），没有读取。"_s.arg(m_hiddenText);
        PassedOver passed;
        passed.pictures = m_pictures;
        passed.struck = m_builder.hasStruck();
        out.notes += passed.notes();
        return out;
    }

private:
    static constexpr size_t MostOpen = 512; // browsers nest no deeper
    static constexpr int MostColumns = 1000; // the standard cuts spans here, and browsers do
    static constexpr int MostRows = 65534;
    static constexpr qsizetype MuchText = 200;
    static constexpr int SmallPicture = 64; // pixels: icons and rules

    struct Open {
        QString name;
        Role role;
        TextLook look = {};
        bool left = false; ///< not shown by any browser, or not part of what the page says
        bool hidden = false; ///< shown perhaps, when a script wants it
        bool bySheet = false; ///< hidden, and by a style sheet
        bool preformatted = false;
        bool begun = false; ///< the builder was told
    };

    /// A frame whose page stands in the tag itself.
    void pageWithin(const QString &page)
    {
        constexpr int MostFrames = 4; // within each other
        if (m_left || m_hidden || m_frames >= MostFrames)
            return;
        const size_t open = m_open.size();
        push({u"iframe"_s, Role::Table}); // nothing in it closes what is open around it
        endLine();
        ++m_frames;
        tellPage(page, *this);
        --m_frames;
        endLine();
        closeFrom(open);
    }

    /// What style sheets lay out as a table is one; rows and cells only within a table: on their own they are a way to centre text.
    Role shownRole(Role role, const QString &name, const PageAttributes &attributes) const
    {
        const QString style = attributes.value(u"style");
        Role shown = style.isEmpty() ? Role::Inline : HiddenStyles::tableRoleIn(style.toLower().remove(u' '));
        if (shown == Role::Inline && !m_styles.isEmpty())
            shown = m_styles.tableRole(name, attributes.value(u"id"), attributes.value(u"class"));
        if (shown == Role::Inline)
            return role;
        Role around = Role::Inline; // the part of a table that it stands in
        for (size_t i = m_open.size(); i-- > 0 && around == Role::Inline;)
            around = isOfTable(m_open[i].role) ? m_open[i].role : Role::Inline;
        const bool within = around == Role::Table || around == Role::RowGroup || (around == Role::Row && shown == Role::Cell);
        return shown == Role::Table || within ? shown : role;
    }

    static bool isOnlyNumber(QStringView text)
    {
        const QStringView seen = text.trimmed();
        return !seen.isEmpty() && std::all_of(seen.begin(), seen.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
    }

    static bool leadsElsewhere(const PageAttributes &attributes)
    {
        const QString target = attributes.value(u"href");
        return !target.isEmpty() && !target.startsWith(u'#');
    }

    static bool isWithoutSize(const QString &style)
    {
        const qsizetype at = style.indexOf(u"font-size:0"_s);
        return at >= 0 && (at + 11 == style.size() || (style[at + 11] != u'.' && !style[at + 11].isDigit()));
    }

    static void readStyle(const PageAttributes &attributes, Open &open)
    {
        open.hidden = attributes.has(u"hidden");
        open.look.raised = open.role == Role::Raised;
        open.look.lowered = open.role == Role::Lowered;
        open.look.struck = open.role == Role::Struck;
        QString style = attributes.value(u"style");
        if (style.isEmpty())
            return;
        style = style.toLower().remove(u' ');
        open.hidden = open.hidden || style.contains(u"display:none"_s) || style.contains(u"visibility:hidden"_s)
            || style.contains(u"mso-hide:all"_s);
        // Blocks are set so to close the gaps between what is in them, which has a size of its own.
        open.hidden = open.hidden || style.contains(u"opacity:0;"_s) || style.endsWith(u"opacity:0"_s)
            || (open.role == Role::Inline && isWithoutSize(style));
        open.look.raised = open.look.raised || style.contains(u"vertical-align:super"_s);
        open.look.lowered = open.look.lowered || style.contains(u"vertical-align:sub"_s);
        open.look.struck = open.look.struck || style.contains(u"line-through"_s);
    }

    void begin(Role role, const PageAttributes &attributes)
    {
        const auto span = [&](QStringView name, int most) {
            bool ok = false;
            const qlonglong n = attributes.value(name).trimmed().toLongLong(&ok);
            return ok ? int(std::clamp<qlonglong>(n, 0, most)) : 1;
        };
        if (endsLine(role) || isOfTable(role))
            endLine();
        switch (role) {
        case Role::Table:
            return m_builder.beginTable();
        case Role::RowGroup:
            return m_builder.endRowGroup();
        case Role::Row:
            return m_builder.beginRow();
        case Role::Cell: {
            const int rows = span(u"rowspan", MostRows);
            return m_builder.beginCell(span(u"colspan", MostColumns), rows ? rows : MostRows); // 0 reaches to the end of the group
        }
        default:
            return;
        }
    }

    void end(Role role)
    {
        if (endsLine(role) || isOfTable(role))
            endLine();
        switch (role) {
        case Role::Table:
            return m_builder.endTable();
        case Role::RowGroup:
            return m_builder.endRowGroup();
        case Role::Row:
            return m_builder.endRow();
        case Role::Cell:
            return m_builder.endCell();
        default:
            return;
        }
    }

    void picture(const PageAttributes &attributes)
    {
        constexpr double PointsPerPixel = 0.75;
        const QSizeF shown(attributes.value(u"width").toDouble(), attributes.value(u"height").toDouble());
        std::vector<Block> read;
        if (m_readPicture)
            read = m_readPicture(attributes.value(u"src"), shown * PointsPerPixel);
        m_pictures += read.empty();
        if (!read.empty())
            m_builder.append(std::move(read));
    }

    void single(Role role, const PageAttributes &attributes)
    {
        if (role == Role::Break)
            return lineBreak();
        if (role == Role::Picture) {
            const auto isSmall = [&](QStringView name) {
                bool ok = false;
                const int size = attributes.value(name).remove(u"px"_s).trimmed().toInt(&ok);
                return ok && size <= SmallPicture;
            };
            if (!m_links && !isSmall(u"width") && !isSmall(u"height"))
                picture(attributes);
            return;
        }
        // Forms that were printed to the screen show their values in fields.
        const QString type = attributes.value(u"type").toLower();
        if (m_builder.isInCell() && (type.isEmpty() || type == "text"_L1 || type == "number"_L1)) {
            m_space = true;
            characters(attributes.value(u"value"));
            m_space = true;
        }
    }

    /// Ends what the standard ends where `role` begins, although the page does not say so.
    void closeImplied(Role role, const QString &name)
    {
        if (role == Role::Inline || role == Role::Left || role == Role::Menu || role == Role::Table || role == Role::Raised
            || role == Role::Lowered || role == Role::Struck)
            return;
        for (size_t i = m_open.size(); i-- > 0;) {
            const Role open = m_open[i].role;
            if (isOfTable(role)) {
                // A cell ends a cell, a row ends rows and cells, all of the same table.
                if (open == Role::Table)
                    return;
                if (isOfTable(open) && open >= role)
                    closeFrom(i);
            } else {
                if (open == Role::Cell || open == Role::Table)
                    return;
                const bool sameKind = open == role && (role == Role::Paragraph || role == Role::Item || role == Role::Link);
                if (sameKind || (open == Role::Paragraph && endsLine(role))
                    || (m_open[i].name == name && (name == "dd"_L1 || name == "dt"_L1)))
                    return close(i);
                if (open == Role::Block)
                    return;
            }
        }
    }

    void push(const Open &open)
    {
        if (m_open.size() >= MostOpen && !isOfTable(open.role)) // as flat as browsers make it
            return;
        m_open.push_back(open);
        count(open, 1);
    }

    void closeFrom(size_t index)
    {
        while (m_open.size() > index)
            close(m_open.size() - 1);
    }

    void close(size_t index)
    {
        const Open open = m_open[index];
        if (open.begun)
            end(open.role);
        m_open.erase(m_open.begin() + qsizetype(index));
        count(open, -1);
    }

    void count(const Open &open, int by)
    {
        m_raised += by * open.look.raised;
        m_lowered += by * open.look.lowered;
        m_struck += by * open.look.struck;
        m_links += by * (open.look.link > 0);
        m_left += by * open.left;
        m_hidden += by * open.hidden;
        m_bySheet += by * open.bySheet;
        m_preformatted += by * open.preformatted;
    }

    void lineBreak()
    {
        m_space = m_newline = false;
        m_builder.lineBreak();
    }

    void endLine()
    {
        m_space = m_newline = false;
        m_builder.breakParagraph();
    }

    /// White space that was passed becomes one space, or none where the page only wrapped a line of Chinese.
    void addSpace(QChar next)
    {
        if (!m_space)
            return;
        const QChar before = m_run.isEmpty() ? m_builder.lastCharacter() : m_run.back();
        const bool atStart = m_run.isEmpty() && m_builder.isLineStart();
        if (!atStart && !(m_newline && runsTogether(before, next)))
            m_run += u' ';
        m_space = m_newline = false;
    }

    void flush()
    {
        m_builder.text(m_run, {m_raised > 0, m_lowered > 0, m_struck > 0, m_links > 0 ? m_link : 0});
        m_run.resize(0);
    }

    DocumentBuilder m_builder;
    std::vector<Open> m_open;
    int m_raised = 0; ///< open elements that set text so; the same for all of these
    int m_lowered = 0;
    int m_struck = 0;
    int m_links = 0;
    int m_link = 0; ///< number of the last one
    int m_left = 0;
    int m_hidden = 0;
    int m_bySheet = 0;
    int m_preformatted = 0;
    bool m_space = false;
    bool m_newline = false;
    QString m_run;
    qsizetype m_hiddenText = 0;
    int m_numbers = 0; ///< pieces of text that are nothing else: shown,
    int m_numbersBySheet = 0; ///< and hidden by style sheets
    HiddenStyles m_styles;
    int m_tablesLeft = 0;
    int m_pictures = 0;
    int m_frames = 0; ///< that the page told is within
    const ReadPicture &m_readPicture;
    Sheets m_sheets;
};

} // namespace

Result<PageBlocks> blocksOfPage(QStringView page, const ReadPicture &pictures)
{
    PageReader listener(pictures, PageReader::Sheets::Obeyed);
    tellPage(page, listener);
    if (!listener.isHiddenBySheets())
        return listener.take();
    PageReader whole(pictures, PageReader::Sheets::PassedOver);
    tellPage(page, whole);
    return whole.take();
}

} // namespace gouji
