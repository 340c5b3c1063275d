// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/recovery.h"

#include "base/normalizedtext.h"
#include "recovery/attempt.h"
#include "recovery/judging/drawnrows.h"
#include "recovery/judging/judge.h"
#include "recovery/judging/reportdoubts.h"
#include "recovery/mending/gluedlines.h"
#include "recovery/mending/namedvalues.h"
#include "recovery/mending/valuesabove.h"
#include "recovery/places/placement.h"
#include "recovery/tokens/reporttext.h"
#include "recovery/wording/ocrsigns.h"
#include "recovery/zones/headline.h"
#include "recovery/zones/sectionfinder.h"
#include "recovery/zones/tablecopies.h"
#include "recovery/zones/tablefinder.h"
#include "recovery/zones/tablezones.h"

#include <algorithm>
#include <deque>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// The steps of one document, to be taken in this order.
class Recovery {
public:
    Recovery(const SourceDocument &document, const std::shared_ptr<const FormCatalogue> &catalogue)
        : m_document(document)
        , m_catalogue(catalogue)
        , m_text(document.text)
        , m_marks(catalogue->marksIn(m_text.text()))
        , m_report(catalogue, catalogue->newest())
    {
    }

    void findParts()
    {
        m_sections = findSections(m_catalogue->newest(), m_text.text());
        const qsizetype end = m_sections.empty() ? std::min<qsizetype>(4000, m_text.text().size()) : m_sections.front().heading.begin;
        const Headline headline = findHeadline(m_text.text(), end);
        m_report.agency = headline.agency;
        m_report.agencyStatus = headline.agencyStatus;
        m_report.agencySource = m_text.normalized().original(headline.agencySource);
        m_report.year = headline.year;
        m_report.yearStatus = headline.yearStatus;
        m_report.yearSource = m_text.normalized().original(headline.yearSource);
        for (const FoundSection &s : m_sections) {
            Section section;
            section.number = s.number;
            section.title = m_text.text().mid(s.heading.begin, s.heading.length()).toString();
            section.source = m_text.normalized().original(s.heading);
            section.body = {section.source.end, m_text.normalized().original({s.body.end, s.body.end}).begin};
            m_report.sections << section;
        }
    }

    void findTokens()
    {
        const Form &newest = m_catalogue->newest();
        m_zones = tableZones(newest, m_sections, m_text);
        for (qsizetype i = 0; i < newest.tables.size(); ++i) {
            Attempt attempt;
            attempt.zone = withoutTableCopy(newest.tables[i], m_text.text(), m_zones[size_t(i)], m_report.year);
            attempt.tokens = m_text.tokensOf(attempt.zone);
            m_attempts.push_back(std::move(attempt));
        }
    }

    void mendTables()
    {
        const Form &newest = m_catalogue->newest();
        int lastSection = 0;
        for (const FormTable &table : newest.tables)
            lastSection = std::max(lastSection, table.section);
        std::vector<TablePart> parts;
        for (qsizetype i = 0; i < newest.tables.size(); ++i)
            parts.push_back({editionsOf(newest.tables[i].id).first(), m_attempts[size_t(i)].zone, &m_attempts[size_t(i)].tokens});
        readNamedValues(m_text.text(), parts);
        for (size_t i = 0; i < parts.size(); ++i)
            m_attempts[i].open = parts[i].open;
        for (Attempt &attempt : m_attempts) {
            m_habits = m_habits | habitsOf(attempt.tokens);
            m_runs = m_runs || printsRuns(m_text.text(), attempt.tokens);
        }
        std::vector<std::vector<Token> *> tokens;
        for (Attempt &attempt : m_attempts)
            tokens.push_back(&attempt.tokens);
        putValuesBelow(tokens);
        for (qsizetype i = 0; i < newest.tables.size(); ++i) {
            Attempt &attempt = m_attempts[size_t(i)];
            partGluedLines(editionsOf(newest.tables[i].id), m_text.text(), m_runs, attempt.tokens);
            if (newest.tables[i].section == lastSection && attempt.zone.end == m_zones[size_t(i)].end)
                appendLooseNumbers(m_text, attempt.zone, attempt.tokens);
        }
    }

    void alignTables()
    {
        const QList<FormTable> &tables = m_catalogue->newest().tables;
        for (qsizetype i = 0; i < tables.size(); ++i) {
            Attempt &attempt = m_attempts[size_t(i)];
            attempt = bestAttempt(tables[i], attempt.zone, attempt.tokens, m_habits, attempt.open);
        }
        if (!std::all_of(m_attempts.begin(), m_attempts.end(), [](const Attempt &a) { return a.isThere(); }))
            lookElsewhere();
        chooseForm();
    }

    void placeValues()
    {
        for (qsizetype i = 0; i < m_report.tables.size(); ++i) {
            const Attempt &a = m_attempts[size_t(i)];
            m_placed.push_back(
                m_report.tables[i].found ? placeRows(a.printed(), m_text.text(), a.alignment, a.tokens) : std::vector<PlacedRow>());
        }
    }

    void judgeTables()
    {
        int signs = 0;
        for (const Attempt &a : m_attempts) {
            // The zone of a table that is not there is prose or another table's rows, which are no scraps of a scan.
            if (a.isThere())
                signs += countOcrSigns(*a.table, m_text.text(), a.tokens);
        }
        m_report.ocrSigns = m_document.recognised || signs >= OcrSignsOfScan;
        ZeroCells zeros = ZeroCells::Unknown;
        for (const Attempt &a : m_attempts) {
            const ZeroCells shown = a.isThere() ? zeroCellsOf(*a.table, m_text.text(), a.alignment, a.tokens) : ZeroCells::Unknown;
            if (shown != ZeroCells::Unknown && zeros != ZeroCells::LeftEmpty)
                zeros = shown;
        }
        bool complete = true;
        for (qsizetype i = 0; i < m_report.tables.size(); ++i) {
            Attempt &a = m_attempts[size_t(i)];
            if (!m_report.tables[i].found)
                continue;
            complete
                = judge(m_report, a.printed(), a.alignment, a.tokens, std::move(m_placed[size_t(i)]), m_text.normalized(), complete, zeros);
            for (const TextRange &range : a.columns.values)
                m_report.leftovers << m_text.normalized().original(range);
            for (const CellId id : a.table->cellIds()) {
                if (a.printed().placeOf(id) < 0)
                    m_report.cell(id).why = u"原文的表没有这一栏。"_s;
            }
        }
        settleDrawnRows(m_report, m_document);
        doubtSharedNumbers(m_report);
        if (m_document.recognised)
            doubtRecognised(m_document.doubts, m_report);
        dropUsedLeftovers(m_report);
        doubtTracelessBlanks(m_document.text, m_report);
    }

    Report takeReport() { return std::move(m_report); }

private:
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
            Attempt attempt = attemptTable(*form, *form->table(sample.id), m_text.text(), zone, tokens, habits, open, m_sidesOpen);
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
        constexpr float Whole = 40;
        const float unnamed = attempt.table->across ? 0 : float(int(attempt.table->rows.size()) - attempt.alignment.rowsNamed);
        const bool other = m_report.year > 0 && (m_report.year < attempt.form->firstYear || m_report.year > attempt.form->lastYear);
        return attempt.alignment.score - RowNotNamed * unnamed - (other ? OtherYear : 0) + (attempt.whole ? Whole : 0);
    }

    /// A table that does not stand in its section may stand behind all of them, as an annex, or under another heading.
    void lookElsewhere()
    {
        const Form &newest = m_catalogue->newest();
        const std::vector<TextRange> places = findTables(newest, m_text.text(), m_text.tokensOf({0, m_text.size()}));
        std::vector<std::vector<Token>> tokens(places.size());
        std::vector<std::vector<Token> *> all;
        for (size_t i = 0; i < places.size(); ++i) {
            if (!m_attempts[i].isThere() && places[i].isValid())
                tokens[i] = m_text.tokensOf(places[i]);
            all.push_back(&tokens[i]);
        }
        putValuesBelow(all);
        for (qsizetype i = 0; i < newest.tables.size(); ++i) {
            const FormTable &sample = newest.tables[i];
            std::vector<Token> &own = tokens[size_t(i)];
            if (own.empty())
                continue;
            partGluedLines(editionsOf(sample.id), m_text.text(), m_runs, own);
            Attempt other = bestAttempt(sample, places[size_t(i)], own, m_habits | habitsOf(own));
            if (other.isThere() && other.alignment.values > 0)
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

    /// The form is the one most of the report follows: its own tables first, the year where they leave it open.
    void chooseForm()
    {
        const Form *chosen = nullptr;
        float best = 0;
        for (const Form &form : m_catalogue->forms()) {
            float votes = 0;
            for (const Attempt &a : m_attempts) {
                if (!a.isThere())
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
            if (!a.isThere())
                continue;
            reading.found = true;
            reading.form = a.table->cellIds() == chosen->table(a.table->id)->cellIds() ? chosen->id : a.form->id;
            reading.source = m_text.normalized().original(a.zone);
        }
    }

    const SourceDocument &m_document;
    std::shared_ptr<const FormCatalogue> m_catalogue;
    ReportText m_text;
    QList<FormCatalogue::Mark> m_marks;
    Report m_report;
    Habits m_habits; ///< of all tables together
    bool m_runs = false; ///< some table prints the numbers of a row without separators
    bool m_sidesOpen = false; ///< whether values stand above or below the wording of their rows
    std::vector<FoundSection> m_sections;
    std::vector<TextRange> m_zones; ///< by table of the form, as the two below
    std::vector<Attempt> m_attempts;
    std::vector<std::vector<PlacedRow>> m_placed;
};

} // namespace

Report recover(const SourceDocument &document, const std::shared_ptr<const FormCatalogue> &catalogue)
{
    return std::move(recoverAll({&document}, catalogue).front());
}

std::vector<Report> recoverAll(const std::vector<const SourceDocument *> &documents, const std::shared_ptr<const FormCatalogue> &catalogue)
{
    std::deque<Recovery> all; // a recovery stays where it is: its parts point to each other
    for (const SourceDocument *document : documents)
        all.emplace_back(*document, catalogue);
    constexpr void (Recovery::*Steps[])() = {&Recovery::findParts, &Recovery::findTokens, &Recovery::mendTables, &Recovery::alignTables,
        &Recovery::placeValues, &Recovery::judgeTables};
    for (const auto step : Steps) {
        for (Recovery &recovery : all)
            (recovery.*step)();
    }
    std::vector<Report> out;
    for (Recovery &recovery : all)
        out.push_back(recovery.takeReport());
    return out;
}

} // namespace gouji
