// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/places/columnmodel.h"

#include "recovery/wording/wording.h"
#include "report/labelindex.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gouji {

namespace {

constexpr float FieldUnit = 2; // a field is worth more than a character
constexpr qsizetype LongestHead = 12;

} // namespace

ColumnModel::ColumnModel(const FormTable &table, QStringView text, const Alignment &alignment, const std::vector<Token> &tokens)
    : m_alignment(alignment)
    , m_tokens(tokens)
{
    for (size_t l = 0; l < alignment.lanes.size(); ++l) {
        const Lane &lane = alignment.lanes[l];
        if (lane.length < 2)
            continue;
        Reference r{int(l), 0, false, 0, {}};
        r.cells.reserve(size_t(lane.length));
        for (int c = 0; c < lane.length; ++c) {
            const int token = alignment.tokenOfCell[size_t(lane.first + c)];
            const Token *t = token < 0 ? nullptr : &tokens[size_t(token)];
            if (!t || t->kind != Token::Number || t->glued || (c > 0 && t->line != r.line))
                break;
            r.line = t->line;
            r.delimited = t->delimited;
            if (c == 0)
                r.startField = t->field;
            r.cells.push_back(t);
        }
        if (int(r.cells.size()) == lane.length && (r.delimited || (isSpread(r) && !alignment.layout.strung)))
            m_references.push_back(std::move(r));
    }
    measureDrawing(table);
    findHeads(text);
    learnHeads(table, text);
    countFields();
    chooseEdge();
    measureLines();
}

/// Values that stand a single space apart stand in no columns.
bool ColumnModel::isSpread(const Reference &r)
{
    for (size_t c = 1; c < r.cells.size(); ++c) {
        if (r.cells[c]->left - r.cells[c - 1]->right > 1)
            return true;
    }
    return false;
}

bool ColumnModel::learnRows(const std::vector<std::pair<int, int>> &starts)
{
    bool any = false;
    for (const auto &[lane, startField] : starts)
        any = learnRow(lane, startField) || any;
    if (any)
        measureLines();
    return any;
}

bool ColumnModel::learnRow(int lane, int startField)
{
    for (const Reference &r : m_references) {
        if (r.lane == lane)
            return false;
    }
    const auto at = std::find_if(m_references.begin(), m_references.end(), [&](const Reference &r) { return r.lane > lane; });
    m_references.insert(at, Reference{lane, 0, true, startField, {}});
    return true;
}

/// The column heads are as good as a row where all of them are found. Heads torn over lines are joined where they stand
/// above each other; in an across table the columns repeat for every group.
void ColumnModel::learnHeads(const FormTable &table, QStringView text)
{
    struct Head {
        int left = 0;
        int right = 0;
        QString wording;
        const Token *token = nullptr;
    };
    std::vector<Head> heads;
    LabelScores scratch;
    for (const Token &t : m_tokens) {
        if (t.kind == Token::Number)
            break;
        if (t.kind != Token::Text || t.range.length() > LongestHead)
            continue;
        const int left = t.delimited ? t.field : t.left;
        const int right = t.delimited ? t.field + 1 : t.right;
        const QStringView wording = text.mid(t.range.begin, t.range.length());
        const LabelScores &scores = table.labels->match(wording, scratch);
        float column = 0;
        for (const float s : scores.columns)
            column = std::max(column, s);
        if (column < scores.heading || column < scores.bestRowScore || (column == 0 && wording.size() > 2))
            continue;
        const auto above = std::find_if(
            heads.begin(), heads.end(), [&](const Head &h) { return left < h.right && h.left < right && h.token->line != t.line; });
        if (above == heads.end()) {
            heads.push_back({left, right, wording.toString(), &t});
        } else {
            above->left = std::min(above->left, left);
            above->right = std::max(above->right, right);
            above->wording += wording;
        }
    }
    std::sort(heads.begin(), heads.end(), [](const Head &a, const Head &b) { return a.left < b.left; });
    Reference out{-1, 0, false, 0, {}};
    for (const Head &head : heads) {
        const LabelScores &scores = table.labels->match(head.wording, scratch);
        const size_t expected = out.cells.size() % scores.columns.size();
        const auto best = std::max_element(scores.columns.begin(), scores.columns.end());
        if (size_t(best - scores.columns.begin()) != expected || *best < 1.5f)
            return;
        out.cells.push_back(head.token);
    }
    if (out.cells.size() <= 2 || int(out.cells.size()) != m_alignment.lanes.front().length)
        return;
    out.delimited = out.cells.front()->delimited;
    out.startField = out.cells.front()->field;
    if (!out.delimited && m_alignment.layout.strung)
        return;
    for (size_t c = 0; c < out.cells.size(); ++c) {
        if (out.cells[c]->delimited != out.delimited || (out.delimited && out.cells[c]->field != out.startField + int(c)))
            return;
    }
    m_references.insert(m_references.begin(), std::move(out));
}

/// The edge by which full rows agree best is the one the converter aligned.
void ColumnModel::chooseEdge()
{
    float best = -1;
    for (int e = 0; e < int(TokenEdge::Count); ++e) {
        float worst = 0;
        int judged = 0;
        for (size_t i = 1; i < m_references.size(); ++i) {
            const Reference &a = m_references[i - 1];
            const Reference &b = m_references[i];
            if (a.delimited || b.delimited || a.cells.size() != b.cells.size())
                continue;
            for (size_t c = 0; c < a.cells.size(); ++c)
                worst += std::abs(edgeOf(*a.cells[c], TokenEdge(e)) - edgeOf(*b.cells[c], TokenEdge(e)));
            judged += int(a.cells.size());
        }
        if (judged == 0)
            return;
        const float drift = worst / float(judged);
        if (best < 0 || drift < best) {
            best = drift;
            m_edge = TokenEdge(e);
            m_exact = drift < 0.4f;
            m_tolerance = m_exact ? 1.f : 0.f; // a drifting layout bears nothing out by itself
        }
    }
}

void ColumnModel::findHeads(QStringView text)
{
    m_heads.resize(m_alignment.lanes.size());
    for (size_t l = 0; l < m_heads.size(); ++l) {
        int first = m_alignment.readings[l].begin;
        if (first < 0 || !m_tokens[size_t(first)].delimited)
            continue;
        const int line = m_tokens[size_t(first)].line;
        size_t last = size_t(first);
        while (last + 1 < m_tokens.size() && m_tokens[last + 1].line == line)
            ++last;
        m_heads[l].end = m_tokens[last].field;
        for (int i = first; i < m_alignment.readings[l].end; ++i)
            m_heads[l].inside = m_heads[l].inside || m_tokens[size_t(i)].kind == Token::Text;
        while (first > 0 && m_tokens[size_t(first - 1)].line == line && m_tokens[size_t(first)].kind != Token::Text)
            --first;
        const Token &head = m_tokens[size_t(first)];
        if (head.kind != Token::Text || head.line != line)
            continue;
        const QStringView wording = text.mid(head.range.begin, head.range.length());
        m_heads[l].field = head.field;
        m_heads[l].kind = numberingKind(wording);
    }
}

/// Where hardly a row is full of numbers, lines that all end in the same field show the columns: a line that lost a field
/// ends elsewhere. The numbers of such rows have to reach from the first column to the last, and in most no farther. Lines
/// that were filled up to one length end alike, too, wherever their columns are: wording of a kind stands in several fields.
void ColumnModel::countFields()
{
    constexpr size_t LeastRows = 5;
    constexpr size_t LeastRun = 3;
    if (m_references.size() >= LeastRows
        || std::any_of(m_references.begin(), m_references.end(), [](const Reference &r) { return !r.delimited; }))
        return;
    std::vector<Reference> counted;
    for (const Reference &r : m_references) {
        if (r.lane < 0)
            counted.push_back(r);
    }
    const auto isRow = [this](size_t l) { return m_alignment.lanes[l].length > 1 && m_heads[l].field >= 0 && !m_heads[l].inside; };
    for (size_t l = 0, next = 0; l < m_heads.size(); l = next) {
        next = l + 1;
        while (next < m_heads.size() && isRow(l) && isRow(next) && m_heads[next].end == m_heads[l].end
            && m_alignment.lanes[next].length == m_alignment.lanes[l].length)
            ++next;
        const int start = m_heads[l].end - m_alignment.lanes[l].length + 1;
        std::map<int, std::map<int, size_t>> fields; // by kind of wording: how often it stands in each
        std::map<int, size_t> kinds;
        for (size_t row = l; row < next; ++row) {
            ++fields[m_heads[row].kind][m_heads[row].field];
            ++kinds[m_heads[row].kind];
        }
        const auto isUsual = [&](size_t row) {
            const RowHead &head = m_heads[row];
            return fields[head.kind][head.field] * 4 >= kinds[head.kind] * 3;
        };
        std::vector<Reference> run;
        size_t outside = 0; // rows that stand elsewhere
        bool first = false;
        bool last = false;
        for (size_t row = l; row < next && next - l >= LeastRun; ++row) {
            if (start <= m_heads[row].field || !isUsual(row))
                continue;
            bool inside = true;
            for (int i = m_alignment.readings[row].begin; i < m_alignment.readings[row].end; ++i) {
                const Token &t = m_tokens[size_t(i)];
                inside = inside && (t.kind != Token::Number || t.field >= start);
                first = first || (t.kind == Token::Number && t.field == start);
                last = last || (t.kind == Token::Number && t.field == m_heads[row].end);
            }
            if (inside)
                run.push_back({int(row), 0, true, start, {}});
            else
                ++outside;
        }
        if (first && last && outside * 3 <= run.size())
            counted.insert(counted.end(), run.begin(), run.end());
    }
    if (counted.size() >= LeastRows && counted.size() > m_references.size())
        m_references = std::move(counted);
}

/// Most lines of a table end in the same field, or where they end says nothing; the same for where they start.
void ColumnModel::measureLines()
{
    int together = 0; // neighbouring rows whose wording is of different kinds
    int apart = 0;
    const Reference *last = nullptr;
    for (const Reference &r : m_references) {
        if (!r.delimited || r.lane < 0)
            continue;
        if (last && m_heads[size_t(last->lane)].kind != m_heads[size_t(r.lane)].kind)
            (last->startField == r.startField ? together : apart)++;
        last = &r;
    }
    m_startsVary = apart > together;
    std::map<int, size_t> spans;
    size_t judged = 0;
    for (size_t l = 0; l < m_heads.size(); ++l) {
        const int start = m_heads[l].end < 0 ? -1 : expectedStart(l);
        if (start < 0)
            continue;
        ++spans[m_heads[l].end - start];
        ++judged;
    }
    m_usualSpan = -1;
    for (const auto &[span, count] : spans) {
        if (count * 4 >= judged * 3)
            m_usualSpan = span;
    }
}

int ColumnModel::spareFields(size_t lane) const
{
    const int start = m_heads[lane].end < 0 ? -1 : expectedStart(lane);
    return m_usualSpan >= 0 && start >= 0 ? m_heads[lane].end - start - m_usualSpan : 0;
}

/// In the official drawing of the table, merged cells included.
void ColumnModel::measureDrawing(const FormTable &table)
{
    std::vector<const LayoutCell *> values(size_t(table.cellIds().size()), nullptr);
    std::vector<const LayoutCell *> wording;
    for (const LayoutCell &c : table.layout.cells) {
        if (const int place = c.cell.isValid() ? table.placeOf(c.cell) : -1; place >= 0 && !values[size_t(place)])
            values[size_t(place)] = &c;
        if (!c.text.isEmpty())
            wording.push_back(&c);
    }
    for (const Lane &lane : m_alignment.lanes) {
        Drawn drawn;
        const LayoutCell *value = values[size_t(lane.first)];
        for (const LayoutCell *c : wording) {
            if (value && c->row == value->row && c->column < value->column)
                drawn = {value->column, value->column - c->column};
        }
        m_drawn.push_back(drawn);
    }
}

ColumnModel::Start ColumnModel::startOf(size_t lane) const
{
    const Reference *above = nullptr;
    const Reference *below = nullptr;
    const Reference *alike = nullptr; // the nearest with wording of the same kind
    for (const Reference &r : m_references) {
        if (!r.delimited || r.lane == int(lane))
            continue;
        const bool sameKind = r.lane >= 0 && m_heads[size_t(r.lane)].kind == m_heads[lane].kind;
        if (sameKind || !m_startsVary) {
            if (r.lane < int(lane))
                above = &r;
            else if (!below)
                below = &r;
        }
        if (!sameKind || m_heads[lane].field < 0 || m_heads[size_t(r.lane)].field < 0)
            continue;
        if (!alike || std::abs(r.lane - int(lane)) < std::abs(alike->lane - int(lane)))
            alike = &r;
    }
    Start out;
    if (m_heads[lane].inside)
        return out;
    if (above && below)
        out = {above->startField, above->startField == below->startField ? Support::Settled : Support::None};
    else if (above || below)
        out = {(above ? above : below)->startField, (above ? above : below)->lane < 0 ? Support::Settled : Support::One};
    if (!alike) {
        // column heads that stand as drawn speak for a row as far as its wording stands as drawn
        const Drawn &drawn = m_drawn[lane];
        if (above && above->lane < 0 && above->startField == drawn.start && m_heads[lane].field >= 0)
            out.field = m_heads[lane].field + drawn.fromWording;
        return out.field > m_heads[lane].field ? out : Start();
    }
    const int moved = m_heads[lane].field - m_heads[size_t(alike->lane)].field;
    const int byHead = alike->startField + moved;
    if ((above && above->startField == byHead) || (below && below->startField == byHead))
        return {byHead, Support::Settled};
    if (moved != 0) // the line as a whole stands elsewhere
        return {byHead, Support::Settled};
    return {byHead, out.support == Support::None ? Support::One : Support::None};
}

ColumnModel::Support ColumnModel::support(size_t lane) const
{
    const bool delimited = std::any_of(m_references.begin(), m_references.end(), [](const Reference &r) { return r.delimited; });
    return delimited ? startOf(lane).support : Support::Settled;
}

int ColumnModel::expectedStart(size_t lane) const
{
    const Start start = startOf(lane);
    return start.support == Support::None ? -1 : start.field;
}

ColumnModel::Around ColumnModel::around(size_t lane) const
{
    Around out;
    for (const Reference &r : m_references) {
        if (!r.delimited && int(r.cells.size()) != m_alignment.lanes[lane].length)
            continue;
        if (r.lane <= int(lane))
            out.above[r.delimited] = &r;
        else if (!out.below[r.delimited])
            out.below[r.delimited] = &r;
    }
    return out;
}

std::optional<float> ColumnModel::distance(const Around &around, int cell, const Token &token, int shift) const
{
    std::optional<float> out;
    for (const Reference *r : {around.above[token.delimited], around.below[token.delimited]}) {
        if (!r)
            continue;
        const float off = token.delimited ? FieldUnit * float(std::abs(token.field - shift - r->startField - cell))
                                          : std::abs(edgeOf(token, m_edge) - edgeOf(*r->cells[size_t(cell)], m_edge));
        out = out ? std::min(*out, off) : off;
    }
    return out;
}

} // namespace gouji
