// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queuefilter.h"

#include <algorithm>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *ProblemNames[] = {"error", "warning", "waiting", "none"};
constexpr int ProblemKinds = 4;

/// Which of ProblemNames a row has, as bits.
unsigned problemsOf(const QueueRow &r)
{
    const unsigned some = (r.errors > 0 ? 1u : 0u) | (r.warnings > 0 ? 2u : 0u) | (r.waiting > 0 ? 4u : 0u);
    return some ? some : 8u;
}

/// Which texts of a pool are among those chosen; empty where nothing is.
QList<bool> marks(const TextPool &pool, const QSet<QString> &chosen)
{
    QList<bool> out;
    if (chosen.isEmpty())
        return out;
    out.resize(pool.size());
    for (int i = 0; i < pool.size(); ++i)
        out[i] = chosen.contains(pool[i]);
    return out;
}

/// Which texts of a pool hold a word.
QList<bool> having(const TextPool &pool, const QString &word)
{
    QList<bool> out(pool.size());
    for (int i = 0; i < pool.size(); ++i)
        out[i] = pool[i].contains(word, Qt::CaseInsensitive);
    return out;
}

/// Looks for one word in everything of a row that is at hand.
class WordMatch {
public:
    WordMatch(const QueueTable &table, const QString &word, const QBitArray *texts)
        : m_table(table)
        , m_word(word)
        , m_agencies(having(table.agencies, word))
        , m_regions(having(table.regions, word))
        , m_reviewers(having(table.reviewers, word))
        , m_texts(texts)
    {
        const int number = word.toInt();
        m_year = word.size() == 4 ? number : -1;
    }

    bool fits(const QueueRow &r) const
    {
        return m_agencies[r.agency] || m_regions[r.region] || m_reviewers[r.reviewer] || r.year == m_year
            || (m_texts && r.number < m_texts->size() && m_texts->testBit(r.number))
            || m_table.fileName(r).contains(m_word, Qt::CaseInsensitive);
    }

private:
    const QueueTable &m_table;
    const QString &m_word;
    QList<bool> m_agencies, m_regions, m_reviewers;
    const QBitArray *m_texts;
    int m_year;
};

/// What of a filter can be asked of a row with a few comparisons.
class Question {
public:
    Question(const QueueTable &table, const QueueFilter &filter)
        : m_states(marks(table.states, filter.of(Facet::State)))
        , m_regions(marks(table.regions, filter.of(Facet::Region)))
        , m_kinds(marks(table.kinds, filter.of(Facet::Kind)))
        , m_reviewers(marks(table.reviewers, filter.of(Facet::Reviewer)))
    {
        const QList<bool> rules = marks(table.rules, filter.of(Facet::Rule));
        m_ruleSets.resize(rules.isEmpty() ? 0 : table.ruleSets.size());
        for (qsizetype i = 0; i < m_ruleSets.size(); ++i)
            m_ruleSets[i] = std::any_of(table.ruleSets[i].begin(), table.ruleSets[i].end(), [&](int rule) { return rules[rule]; });
        for (const QString &year : filter.of(Facet::Year))
            m_years << year.toInt();
        for (unsigned i = 0; i < ProblemKinds; ++i)
            m_problems |= filter.of(Facet::Problem).contains(QLatin1StringView(ProblemNames[i])) ? 1u << i : 0u;
    }

    /// The facets that speak against a row, as bits.
    unsigned against(const QueueRow &r) const
    {
        unsigned out = 0;
        const auto object = [&](Facet facet, bool fits) { out |= fits ? 0u : 1u << int(facet); };
        object(Facet::State, m_states.isEmpty() || m_states[r.state]);
        object(Facet::Problem, !m_problems || (m_problems & problemsOf(r)));
        object(Facet::Year, m_years.isEmpty() || m_years.contains(r.year));
        object(Facet::Region, m_regions.isEmpty() || m_regions[r.region]);
        object(Facet::Rule, m_ruleSets.isEmpty() || m_ruleSets[r.ruleSet]);
        object(Facet::Kind, m_kinds.isEmpty() || m_kinds[r.kind]);
        object(Facet::Reviewer, m_reviewers.isEmpty() || m_reviewers[r.reviewer]);
        return out;
    }

private:
    QList<bool> m_states, m_regions, m_kinds, m_reviewers, m_ruleSets;
    QSet<int> m_years;
    unsigned m_problems = 0;
};

/// How often each value was met, counted by place; the texts come last, when there are few.
class Tally {
public:
    explicit Tally(const QueueTable &table)
        : m_table(table)
        , m_states(table.states.size())
        , m_problems(1 << ProblemKinds)
        , m_regions(table.regions.size())
        , m_ruleSets(table.ruleSets.size())
        , m_kinds(table.kinds.size())
        , m_reviewers(table.reviewers.size())
    {
    }

    /// A row counts in every facet where nothing speaks against it, and where one does, in that one alone.
    void add(const QueueRow &r, unsigned against)
    {
        const auto counts = [against](Facet facet) { return !against || against == 1u << int(facet); };
        m_states[r.state] += counts(Facet::State);
        m_problems[int(problemsOf(r))] += counts(Facet::Problem);
        m_regions[r.region] += counts(Facet::Region);
        m_ruleSets[r.ruleSet] += counts(Facet::Rule);
        m_kinds[r.kind] += counts(Facet::Kind);
        m_reviewers[r.reviewer] += counts(Facet::Reviewer);
        if (counts(Facet::Year))
            ++m_years[r.year];
    }

    std::array<QList<FacetValue>, FacetCount> told(const QueueFilter &filter) const
    {
        std::array<QList<FacetValue>, FacetCount> out;
        const auto tell = [&](Facet facet, const QString &value, int count) {
            if (count > 0)
                out[size_t(facet)] << FacetValue{value, count, filter.of(facet).contains(value)};
        };
        const auto tellAll = [&](Facet facet, const TextPool &pool, const QList<int> &counts) {
            for (int i = 0; i < pool.size(); ++i)
                tell(facet, pool[i], counts[i]);
        };
        tellAll(Facet::State, m_table.states, m_states);
        tellAll(Facet::Region, m_table.regions, m_regions);
        tellAll(Facet::Kind, m_table.kinds, m_kinds);
        tellAll(Facet::Reviewer, m_table.reviewers, m_reviewers);
        QList<int> rules(m_table.rules.size());
        for (qsizetype set = 0; set < m_ruleSets.size(); ++set) {
            for (const int rule : m_table.ruleSets[set])
                rules[rule] += m_ruleSets[set];
        }
        tellAll(Facet::Rule, m_table.rules, rules);
        for (int i = 0; i < ProblemKinds; ++i) {
            int count = 0;
            for (int bits = 0; bits < int(m_problems.size()); ++bits)
                count += bits & (1 << i) ? m_problems[bits] : 0;
            tell(Facet::Problem, QLatin1StringView(ProblemNames[i]), count);
        }
        for (auto it = m_years.cbegin(); it != m_years.cend(); ++it)
            tell(Facet::Year, QString::number(it.key()), it.value());
        // What is chosen stays in sight, or nobody could take the choice back.
        for (int f = 0; f < FacetCount; ++f) {
            QSet<QString> unseen = filter.of(Facet(f));
            for (const FacetValue &v : out[size_t(f)])
                unseen.remove(v.value);
            for (const QString &value : unseen)
                out[size_t(f)] << FacetValue{value, 0, true};
        }
        return out;
    }

private:
    const QueueTable &m_table;
    QList<int> m_states, m_problems, m_regions, m_ruleSets, m_kinds, m_reviewers;
    QHash<int, int> m_years;
};

} // namespace

QueueChoice choose(const QueueTable &table, const QueueFilter &filter, const QList<QBitArray> &texts)
{
    const QStringList words = searchWords(filter.text);
    std::vector<WordMatch> matches;
    for (qsizetype i = 0; i < words.size(); ++i)
        matches.emplace_back(table, words[i], i < texts.size() ? &texts[i] : nullptr);
    const Question question(table, filter);
    Tally tally(table);
    QueueChoice out;
    for (int at = 0; at < int(table.rows.size()); ++at) {
        const QueueRow &r = table.rows[at];
        const unsigned against = question.against(r);
        if (against & (against - 1)) // two facets: it counts nowhere
            continue;
        if (!std::all_of(matches.cbegin(), matches.cend(), [&](const WordMatch &m) { return m.fits(r); }))
            continue;
        tally.add(r, against);
        if (!against)
            out.rows << at;
    }
    out.facets = tally.told(filter);
    return out;
}

} // namespace gouji
