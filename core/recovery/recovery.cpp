// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/recovery.h"

#include "base/normalizedtext.h"
#include "recovery/cellbreaks.h"
#include "recovery/characters.h"
#include "recovery/drawnrows.h"
#include "recovery/fieldfill.h"
#include "recovery/gluedlines.h"
#include "recovery/headline.h"
#include "recovery/judge.h"
#include "recovery/linefields.h"
#include "recovery/linenumbers.h"
#include "recovery/namedvalues.h"
#include "recovery/ocrsigns.h"
#include "recovery/printedcolumns.h"
#include "recovery/rowaligner.h"
#include "recovery/rowruns.h"
#include "recovery/sectionfinder.h"
#include "recovery/spaceddigits.h"
#include "recovery/tableequations.h"
#include "recovery/tablefinder.h"
#include "recovery/tableorder.h"
#include "recovery/texmarkup.h"
#include "recovery/valuesabove.h"
#include "recovery/wording.h"
#include "report/labelindex.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr float LeastLabels = 12; // wording, in matched characters, below which a table is not there at all
constexpr float LeastLabelsOfEmpty = 24; // of a table whose rows share their heads, without any value
constexpr int LeastRowsOfEmpty = 4; // a table without any value
constexpr int LeastRows = 2; // rows found by their wording; headings and prose share words with the table

/// One table on one edition of the form, laid into the text.
struct Attempt {
    const Form *form = nullptr;
    const FormTable *table = nullptr;
    TextRange zone;
    std::vector<Token> tokens;
    bool open = false; ///< no row is certain
    PrintedColumns columns;
    Alignment alignment;

    /// What was laid into the text: the form's table with the columns that are printed.
    const FormTable &printed() const { return columns.table ? *columns.table : *table; }
};

class Recovery {
public:
    Recovery(const SourceDocument &document, const std::shared_ptr<const FormCatalogue> &catalogue)
        : m_document(document)
        , m_catalogue(catalogue)
        , m_original(document.text)
        , m_text(withRowsOnLines(document.text))
        , m_spacedDigits(spacesDigits(m_text.text()))
        , m_sign(LineFields(m_text, m_original).ownSign())
        , m_marks(catalogue->marksIn(m_text.text()))
        , m_report(catalogue, catalogue->newest())
    {
    }

    Report run()
    {
        findParts();
        alignTables();
        chooseForm();
        judgeTables();
        return std::move(m_report);
    }

private:
    static NormalizedText withRowsOnLines(QStringView original)
    {
        NormalizedText out = NormalizedText::of(original);
        for (const TextRange &range : findTexMarkup(out.text()))
            out.blank(range);
        for (const TextRange &range : findCellBreaks(out.text()))
            out.blank(range);
        for (const TextRange &range : findLineNumbers(out.text()))
            out.blank(range);
        for (const TextRange &range : findFieldFill(out.text()))
            out.blank(range);
        return out;
    }

    void findParts()
    {
        m_sections = findSections(m_catalogue->newest(), m_text.text());
        const qsizetype end = m_sections.empty() ? std::min<qsizetype>(4000, m_text.text().size()) : m_sections.front().heading.begin;
        const Headline headline = findHeadline(m_text.text(), end);
        m_report.agency = headline.agency;
        m_report.agencyStatus = headline.agencyStatus;
        m_report.agencySource = m_text.original(headline.agencySource);
        m_report.year = headline.year;
        m_report.yearStatus = headline.yearStatus;
        m_report.yearSource = m_text.original(headline.yearSource);
        for (const FoundSection &s : m_sections) {
            Section section;
            section.number = s.number;
            section.title = m_text.text().mid(s.heading.begin, s.heading.length());
            section.source = m_text.original(s.heading);
            section.body = {section.source.end, m_text.original({s.body.end, s.body.end}).begin};
            m_report.sections << section;
        }
    }

    std::vector<Token> tokensOf(TextRange zone) const
    {
        std::vector<Token> out = tokenize(m_text, m_original, zone, m_sign);
        if (m_spacedDigits)
            joinSpacedDigits(out);
        return out;
    }

    /// From a table's heading to the next heading; where the heading is lost, from the end of what comes before.
    TextRange zoneOf(const FormTable &table) const
    {
        TextRange zone{0, m_text.text().size()};
        for (const FoundSection &s : m_sections) {
            if (s.number == table.section)
                return s.body;
            if (s.number < table.section)
                zone.begin = s.heading.end;
            else
                zone.end = std::min(zone.end, s.heading.begin);
        }
        return zone;
    }

    /// Where the heading between two tables is lost they share a part of the text: the second begins where a few pieces of
    /// wording in a row are its own rather than the first one's.
    void part(const FormTable &first, TextRange &zoneOfFirst, const FormTable &second, TextRange &zoneOfSecond) const
    {
        constexpr int InARow = 3;
        const TextRange shared{std::max(zoneOfFirst.begin, zoneOfSecond.begin), std::min(zoneOfFirst.end, zoneOfSecond.end)};
        if (shared.end <= shared.begin)
            return;
        LabelScores scratch;
        qsizetype from = -1;
        int row = 0;
        for (const Token &t : tokensOf(shared)) {
            if (t.kind != Token::Text)
                continue;
            const QStringView wording = QStringView(m_text.text()).mid(t.range.begin, t.range.length());
            const float ofFirst = first.labels->match(wording, scratch).best();
            const LabelScores &scores = second.labels->match(wording, scratch);
            if (scores.best() <= ofFirst || scores.best() < NamesRow) {
                row = 0;
                continue;
            }
            from = row++ == 0 ? t.range.begin : from;
            if (row == InARow)
                break;
        }
        if (row < InARow)
            return;
        zoneOfFirst.end = std::min(zoneOfFirst.end, from);
        zoneOfSecond.begin = std::max(zoneOfSecond.begin, from);
    }

    void alignTables()
    {
        const Form &newest = m_catalogue->newest();
        for (const FormTable &table : newest.tables)
            m_lastTableSection = std::max(m_lastTableSection, table.section);
        Habits habits;
        std::vector<TextRange> zones;
        for (const FormTable &sample : newest.tables)
            zones.push_back(zoneOf(sample));
        for (qsizetype i = 0; i + 1 < newest.tables.size(); ++i)
            part(newest.tables[i], zones[size_t(i)], newest.tables[i + 1], zones[size_t(i) + 1]);
        bool runs = false;
        for (const TextRange &zone : zones) {
            Attempt attempt;
            attempt.zone = zone;
            attempt.tokens = tokensOf(attempt.zone);
            m_attempts.push_back(std::move(attempt));
        }
        std::vector<TablePart> parts;
        for (qsizetype i = 0; i < newest.tables.size(); ++i)
            parts.push_back({editionsOf(newest.tables[i].id), zones[size_t(i)], &m_attempts[size_t(i)].tokens});
        readNamedValues(m_text.text(), parts);
        for (size_t i = 0; i < parts.size(); ++i)
            m_attempts[i].open = parts[i].open;
        for (Attempt &attempt : m_attempts) {
            habits = habits | habitsOf(attempt.tokens);
            runs = runs || printsRuns(m_text.text(), attempt.tokens);
        }
        std::vector<std::vector<Token> *> tokens;
        for (Attempt &attempt : m_attempts)
            tokens.push_back(&attempt.tokens);
        putValuesBelow(tokens);
        for (qsizetype i = 0; i < newest.tables.size(); ++i) {
            Attempt &attempt = m_attempts[size_t(i)];
            partGluedLines(editionsOf(newest.tables[i].id), m_text.text(), runs, attempt.tokens);
            if (newest.tables[i].section == m_lastTableSection)
                appendLooseNumbers(attempt.tokens, attempt.zone);
        }
        for (qsizetype i = 0; i < newest.tables.size(); ++i)
            m_attempts[size_t(i)] = bestAttempt(
                newest.tables[i], m_attempts[size_t(i)].zone, m_attempts[size_t(i)].tokens, habits, m_attempts[size_t(i)].open);
        if (!std::all_of(m_attempts.begin(), m_attempts.end(), isThere))
            lookElsewhere(habits, runs);
    }

    /// By table of the form; where values stand above the wording of their rows, they do so in all tables of a report.
    void putValuesBelow(const std::vector<std::vector<Token> *> &tokens)
    {
        const QList<FormTable> &tables = m_catalogue->newest().tables;
        ValueSides sides;
        for (size_t i = 0; i < tokens.size(); ++i)
            sides = sides + valueSides(tables[qsizetype(i)], m_text.text(), *tokens[i]);
        m_sidesOpen = sides.isOpen();
        for (size_t i = 0; i < tokens.size() && sides.isAbove(); ++i)
            moveBelow(tables[qsizetype(i)], *tokens[i]);
    }

    Attempt bestAttempt(
        const FormTable &sample, TextRange zone, const std::vector<Token> &tokens, const Habits &habits, bool open = false) const
    {
        Attempt best;
        float fitOfBest = 0;
        for (const Form *form : likelyForms(sample, zone)) {
            Attempt attempt = attempted(*form, *form->table(sample.id), zone, tokens, habits, open);
            const float fit = fitOf(attempt);
            if (!best.form || fit > fitOfBest) {
                best = std::move(attempt);
                fitOfBest = fit;
            }
        }
        return best;
    }

    /// How well an edition fits: where numbers stand apart from their rows the alignment alone takes the edition with more
    /// places for them, although some of its rows are not printed, or its years are others.
    float fitOf(const Attempt &attempt) const
    {
        constexpr float RowNotNamed = 4; // in matched characters
        constexpr float OtherYear = 4;
        const float unnamed = attempt.table->across ? 0 : float(int(attempt.table->rows.size()) - attempt.alignment.rowsNamed);
        const bool other = m_report.year > 0 && (m_report.year < attempt.form->firstYear || m_report.year > attempt.form->lastYear);
        return attempt.alignment.score - RowNotNamed * unnamed - (other ? OtherYear : 0);
    }

    /// A table that does not stand in its section may stand behind all of them, as an annex, or under another heading.
    void lookElsewhere(const Habits &habits, bool runs)
    {
        const Form &newest = m_catalogue->newest();
        const std::vector<TextRange> places = findTables(newest, m_text.text(), tokensOf({0, m_text.text().size()}));
        std::vector<std::vector<Token>> tokens(places.size());
        std::vector<std::vector<Token> *> all;
        for (size_t i = 0; i < places.size(); ++i) {
            if (!isThere(m_attempts[i]) && places[i].isValid())
                tokens[i] = tokensOf(places[i]);
            all.push_back(&tokens[i]);
        }
        putValuesBelow(all);
        for (qsizetype i = 0; i < newest.tables.size(); ++i) {
            const FormTable &sample = newest.tables[i];
            std::vector<Token> &own = tokens[size_t(i)];
            if (own.empty())
                continue;
            partGluedLines(editionsOf(sample.id), m_text.text(), runs, own);
            Attempt other = bestAttempt(sample, places[size_t(i)], own, habits | habitsOf(own));
            if (isThere(other) && other.alignment.values > 0)
                m_attempts[size_t(i)] = std::move(other);
        }
    }

    QList<const FormTable *> editionsOf(const QString &table) const
    {
        QList<const FormTable *> out;
        for (const Form &form : m_catalogue->forms()) {
            if (const FormTable *edition = form.table(table))
                out << edition;
        }
        return out;
    }

    Attempt attempted(
        const Form &form, const FormTable &table, TextRange zone, const std::vector<Token> &tokens, const Habits &habits, bool open) const
    {
        Attempt out{&form, &table, zone, tokens, open, {}, {}};
        const QStringView text = m_text.text();
        const int across = table.across ? int(table.cellIds().size()) : 0;
        partSharedLines(table, out.tokens);
        const TableOrder order = restoreRows(table, text, out.tokens);
        TableWording wording(table, text, out.tokens);
        Habits own = habits;
        const bool joined = joinRowRuns(table, wording, out.tokens);
        if (joined) {
            own.strung = true;
            wording = TableWording(table, text, out.tokens);
        }
        Layout layout = measureLayout(out.tokens, across, own);
        out.columns = readColumns(table, text, out.tokens, wording, layout);
        if (!out.columns.foreign.empty()) {
            out.tokens = without(out.tokens, out.columns.foreign);
            wording = TableWording(table, text, out.tokens);
            layout = measureLayout(out.tokens, across, own);
        }
        out.alignment = alignRows(out.printed(), text, out.tokens, wording, layout);
        out.alignment.joined = joined;
        out.alignment.openRows = out.columns.open;
        if (order == TableOrder::Open || open)
            out.alignment.openRows.assign(size_t(table.rows.size()), true);
        out.alignment.sidesOpen = m_sidesOpen && !table.across;
        out.alignment.byOrder = m_sidesOpen || order != TableOrder::Rows;
        return out;
    }

    /// False where all that could be read as a number stands in prose: most of what follows the tables needs no cutting up then.
    static bool mayHoldLoneNumbers(QStringView text)
    {
        constexpr int LeastProse = 12; // ideographs on a line: with so many, something on it is wording
        bool number = false;
        bool parted = false; // cells may stand side by side, or several lines be one
        int ideographs = 0;
        for (const QChar c : text) {
            if (isIdeograph(c)) {
                ++ideographs;
                number = number || c == u'零';
            } else if (c == u'\n') {
                if (number && ideographs < LeastProse)
                    return true;
                number = false;
                ideographs = 0;
            } else if (c < u'\u0080' ? c.isLetterOrNumber() : c == u'\u3007' || c == u'\u25cb' || c == u'\u25ef') {
                number = true;
            } else {
                parted = parted || c == u'\t' || c == u'|' || c == u'[' || c == u']' || isBoxDelimiter(c);
            }
        }
        return parted || (number && ideographs < LeastProse);
    }

    /// Page text may print the last values of the last table behind the sections that follow it: numbers that stand alone
    /// on a line there are offered to the table as well.
    void appendLooseNumbers(std::vector<Token> &tokens, TextRange zone) const
    {
        constexpr size_t Most = 30;
        const QStringView behind = QStringView(m_text.text()).mid(zone.end);
        if (tokens.empty() || behind.isEmpty() || !mayHoldLoneNumbers(behind))
            return;
        const int line = tokens.back().line + 1;
        size_t added = 0;
        for (Token t : tokensOf({zone.end, m_text.text().size()})) {
            if (t.kind != Token::Number || !t.alone || t.glued || ++added > Most)
                continue;
            t.line += line;
            t.loose = true;
            tokens.push_back(t);
        }
    }

    /// Words that only one edition prints settle it; without them every edition that draws the table differently is tried.
    QList<const Form *> likelyForms(const FormTable &sample, TextRange zone) const
    {
        QList<const Form *> marked;
        QList<const Form *> different;
        for (qsizetype i = m_catalogue->forms().size(); i-- > 0;) {
            const Form &form = m_catalogue->forms()[i];
            const FormTable *table = form.table(sample.id);
            if (!table)
                continue;
            bool known = false;
            for (const Form *f : std::as_const(different))
                known = known || f->table(sample.id)->cellIds() == table->cellIds();
            if (!known)
                different << &form;
            const auto here
                = [&](const FormCatalogue::Mark &m) { return m.form == &form && m.at.begin >= zone.begin && m.at.end <= zone.end; };
            if (std::any_of(m_marks.begin(), m_marks.end(), here))
                marked << &form;
        }
        return marked.size() == 1 ? marked : different;
    }

    static bool isThere(const Attempt &a)
    {
        if (!a.table || a.alignment.labels < LeastLabels)
            return false;
        if (a.alignment.values == 0)
            return a.table->across ? a.alignment.labels >= LeastLabelsOfEmpty : a.alignment.rowsNamed >= LeastRowsOfEmpty;
        return a.table->across || a.alignment.rowsNamed >= LeastRows;
    }

    /// The form is the one most of the report follows: its own tables first, the year where they leave it open.
    void chooseForm()
    {
        const Form *chosen = nullptr;
        float best = 0;
        for (const Form &form : m_catalogue->forms()) {
            float votes = 0;
            for (const Attempt &a : m_attempts) {
                if (!isThere(a))
                    continue;
                const FormTable *table = form.table(a.table->id);
                qsizetype own = 0;
                for (const CellId id : a.table->cellIds())
                    own += table->placeOf(id) >= 0;
                votes += float(own) / float(a.table->cellIds().size());
            }
            if (m_report.year >= form.firstYear && m_report.year <= form.lastYear)
                votes += 0.3f;
            if (votes > best || !chosen) {
                best = votes;
                chosen = &form;
            }
        }
        m_report.form = chosen->id;
        m_report.formStatus = best > 0.5f ? FieldStatus::Read : FieldStatus::Missing;
        for (qsizetype i = 0; i < m_report.tables.size(); ++i) {
            const Attempt &a = m_attempts[size_t(i)];
            TableReading &reading = m_report.tables[i];
            reading.form = chosen->id;
            if (!isThere(a))
                continue;
            reading.found = true;
            reading.form = a.table->cellIds() == chosen->table(a.table->id)->cellIds() ? chosen->id : a.form->id;
            reading.source = m_text.original(a.zone);
        }
    }

    void judgeTables()
    {
        int signs = 0;
        for (const Attempt &a : m_attempts) {
            // The zone of a table that is not there is prose or another table's rows, which are no scraps of a scan.
            if (isThere(a))
                signs += countOcrSigns(*a.table, m_text.text(), a.tokens);
        }
        m_report.ocrSigns = m_document.recognised || signs >= OcrSignsOfScan;
        ZeroCells zeros = ZeroCells::Unknown;
        for (const Attempt &a : m_attempts) {
            const ZeroCells shown = isThere(a) ? zeroCellsOf(*a.table, m_text.text(), a.alignment, a.tokens) : ZeroCells::Unknown;
            if (shown != ZeroCells::Unknown && zeros != ZeroCells::LeftEmpty)
                zeros = shown;
        }
        bool complete = true;
        for (qsizetype i = 0; i < m_report.tables.size(); ++i) {
            Attempt &a = m_attempts[size_t(i)];
            if (!m_report.tables[i].found)
                continue;
            complete = judge(m_report, a.printed(), a.alignment, a.tokens, m_text, complete, zeros);
            for (const TextRange &range : a.columns.values)
                m_report.leftovers << m_text.original(range);
            for (const CellId id : a.table->cellIds()) {
                if (a.printed().placeOf(id) < 0)
                    m_report.cell(id).why = u"原文的表没有这一栏。"_s;
            }
        }
        settleDrawnRows(m_report, m_document);
        doubtSharedNumbers();
        if (m_document.recognised)
            doubtRecognised();
        dropUsedLeftovers();
    }

    /// A sum may hold of misread numbers, too, where a shape is misread in the same way each time: what was recognised in
    /// two ways stays open whatever the sums say, and with it what of its row only one sum bears out, or none: two cells may have been
    /// taken for one. Nothing bears out names at all.
    void doubtRecognised()
    {
        const auto isDoubtful = [this](const TextRange &source) {
            return std::any_of(
                m_document.doubts.begin(), m_document.doubts.end(), [&](const TextRange &d) { return d.intersects(source); });
        };
        for (qsizetype t = 0; t < m_report.tables.size(); ++t) {
            const TableEquations equations(m_report, m_report.formTable(t));
            for (const FormRow &row : m_report.formTable(t).rows) {
                const bool open
                    = std::any_of(row.cells.begin(), row.cells.end(), [&](CellId id) { return isDoubtful(m_report.cell(id).source); });
                for (const CellId id : row.cells) {
                    Cell &cell = m_report.cell(id);
                    if (!open || (cell.status != CellStatus::Read && cell.status != CellStatus::Blank))
                        continue;
                    const bool own = isDoubtful(cell.source);
                    if (!own && equations.isBorneOut(id))
                        continue;
                    cell.status = CellStatus::Suspect;
                    cell.why = own ? u"从图像识别这个数没有把握，请与图像核对。"_s
                                   : u"这一行有的数从图像识别没有把握，各数的位置也要与图像核对。"_s;
                }
            }
        }
        for (FieldStatus *status : {&m_report.agencyStatus, &m_report.yearStatus}) {
            if (*status == FieldStatus::Read)
                *status = FieldStatus::Suspect;
        }
    }

    /// Where a heading is lost, the parts of two tables overlap: characters that both have read belong to one of them, and
    /// nothing says to which.
    void doubtSharedNumbers()
    {
        struct Claim {
            TextRange source;
            qsizetype table = 0;
            const FormRow *row = nullptr;
        };
        std::vector<Claim> claims;
        for (qsizetype t = 0; t < m_report.tables.size(); ++t) {
            for (const FormRow &row : m_report.formTable(t).rows) {
                for (const CellId id : row.cells) {
                    if (const Cell &cell = m_report.cell(id); cell.source.length() > 0)
                        claims.push_back({cell.source, t, &row});
                }
            }
        }
        std::stable_sort(claims.begin(), claims.end(), [](const Claim &a, const Claim &b) { return a.source.begin < b.source.begin; });
        for (size_t i = 1; i < claims.size(); ++i) {
            if (claims[i - 1].table == claims[i].table || !claims[i - 1].source.intersects(claims[i].source))
                continue;
            doubtRow(*claims[i - 1].row);
            doubtRow(*claims[i].row);
        }
    }

    void doubtRow(const FormRow &row)
    {
        for (const CellId id : row.cells) {
            Cell &cell = m_report.cell(id);
            if (cell.status != CellStatus::Read && cell.status != CellStatus::Blank)
                continue;
            cell.status = CellStatus::Suspect;
            cell.why = u"这一行的数字也可能属于另一张表。"_s;
        }
    }

    /// Where a heading is lost, the parts of two tables overlap: what one has left over another may have read.
    void dropUsedLeftovers()
    {
        std::vector<TextRange> used;
        for (const CellId id : m_report.cellIds()) {
            if (const TextRange &source = m_report.cell(id).source; source.length() > 0)
                used.push_back(source);
        }
        std::sort(used.begin(), used.end(), [](const TextRange &a, const TextRange &b) { return a.end < b.end; });
        m_report.leftovers.removeIf([&](const TextRange &left) {
            const auto behind
                = std::upper_bound(used.begin(), used.end(), left.begin, [](qsizetype at, const TextRange &r) { return at < r.end; });
            return behind != used.end() && behind->intersects(left);
        });
    }

    const SourceDocument &m_document;
    std::shared_ptr<const FormCatalogue> m_catalogue;
    QStringView m_original;
    NormalizedText m_text;
    bool m_spacedDigits = false;
    QChar m_sign; ///< parts the fields of its lines
    QList<FormCatalogue::Mark> m_marks;
    Report m_report;
    int m_lastTableSection = 0;
    bool m_sidesOpen = false; ///< whether values stand above or below the wording of their rows
    std::vector<FoundSection> m_sections;
    std::vector<Attempt> m_attempts;
};

} // namespace

Report recover(const SourceDocument &document, const std::shared_ptr<const FormCatalogue> &catalogue)
{
    return Recovery(document, catalogue).run();
}

} // namespace gouji
