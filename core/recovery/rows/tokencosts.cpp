// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rows/tokencosts.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr float BrokenRow = 4.0f; // a row's values continue on another line although rows share lines here
constexpr float ApartFromWording = 1.4f; // a row starts on a line without wording
constexpr float GluedRows = 2.0f; // a row starts on the line of the one before
constexpr float StrayNumber = 3.0f;
constexpr float StrayAlone = 1.2f; // a number alone on a line where rows share lines: a page number most likely
constexpr float StrayPageMark = 0.2f;
constexpr float StrayForeign = 0.3f; // a number behind the label of a row which the table does not have
constexpr float StrayElsewhere = 1.f; // a number behind the label of a row that has had its turn, or not yet
constexpr float ForeignAsCell = 0.6f;
constexpr float UnusedBlankInRow = 0.8f;
constexpr float UnusedGapInRow = 0.1f;
constexpr float UnusedBlank = 0.02f; // between rows: merged cells leave them everywhere
constexpr float UnusedBlankBehindLabel = 0.12f; // where a cell stands on each line, the first one behind a label is the row's
constexpr float GapAsCell = 0.3f;
constexpr float UnnamedEmptyStart = 1.0f; // a row that starts with an empty place before its wording was seen
constexpr float OtherRowNamed = 2.0f; // a row starts right behind wording that names another
constexpr float ForeignWording = 0.3f; // … or behind wording that names none
constexpr float NoiseAsCell = 0.2f;
constexpr float LabelAround = 0.9f;
constexpr float WordingInRow = 1.5f; // between values that share a line
constexpr float WordingInBrokenRow = 0.5f;
constexpr float LabelBehind = 0.8f;
constexpr float HeadWording = 0.25f; // column heads seen before the first row

} // namespace

TokenCosts::TokenCosts(const FormTable &table, const std::vector<Token> &tokens, const TableWording &wording, const Layout &layout,
    const LanePlaces &lanes, const std::vector<bool> &taken)
    : m_table(table)
    , m_tokens(tokens)
    , m_wording(wording)
    , m_layout(layout)
    , m_lanes(lanes)
    , m_taken(taken)
    , m_lineBefore(tokens.size(), -1)
    , m_indent(tokens.size(), false)
{
    int line = -1;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &t = tokens[i];
        m_lineBefore[i] = line;
        if (t.kind == Token::Number || t.kind == Token::Blank)
            line = t.line;
        else if (t.kind == Token::Text)
            line = -1;
    }
    findIndents();
}

void TokenCosts::findIndents()
{
    for (size_t i = m_tokens.size(); i-- > 1;) {
        const Token &t = m_tokens[i];
        const Token &before = m_tokens[i - 1];
        m_indent[i - 1] = before.kind == Token::Blank && before.delimited && before.line == t.line && before.range.length() == 0
            && (t.kind == Token::Text || m_indent[i]);
    }
    for (size_t i = 1; i < m_tokens.size(); ++i) {
        const Token &before = m_tokens[i - 1];
        if (before.line == m_tokens[i].line && before.kind != Token::Text && !m_indent[i - 1])
            m_indent[i] = false;
    }
}

void TokenCosts::measureSkip(size_t i, Moves &out) const
{
    const Token &t = m_tokens[i];
    switch (t.kind) {
    case Token::Number:
        if (!m_taken[i])
            out.skipBetween = t.pageMark || t.loose ? StrayPageMark : t.alone && m_layout.rowPerLine ? StrayAlone : StrayNumber;
        out.skipInside = out.skipBetween;
        return;
    case Token::Blank:
        out.skipBetween = m_wording.before(i) >= 0 && !m_layout.rowPerLine ? UnusedBlankBehindLabel : UnusedBlank;
        out.skipInside = UnusedBlankInRow;
        return;
    case Token::Gap:
        out.skipBetween = m_layout.gapsAreCells && m_wording.before(i) >= 0 ? UnusedBlankBehindLabel : 0;
        out.skipInside = UnusedGapInRow;
        return;
    case Token::Text:
        return;
    }
}

void TokenCosts::measureTake(size_t i, Moves &out) const
{
    const Token &t = m_tokens[i];
    if (m_layout.rowPerLine) {
        const bool sameLine = m_lineBefore[i] == t.line;
        if (sameLine)
            out.start += GluedRows;
        else if (!m_table.across && (m_wording.before(i) < 0 || m_tokens[size_t(m_wording.before(i))].line != t.line))
            out.start += ApartFromWording;
        out.goOn += sameLine ? 0 : BrokenRow;
    }
    const auto add = [&](float cost) {
        out.start += cost;
        out.goOn += cost;
    };
    if (t.kind == Token::Number && m_wording.isForeign(i))
        add(ForeignAsCell);
    if (t.kind == Token::Gap)
        add(GapAsCell);
    else if (t.noise)
        add(NoiseAsCell);
}

bool TokenCosts::canTake(size_t i) const
{
    const Token &t = m_tokens[i];
    if (t.kind == Token::Text || m_taken[i] || t.pageMark || (m_indent[i] && m_layout.rowPerLine))
        return false;
    return t.kind != Token::Gap || m_layout.gapsAreCells;
}

TokenCosts::Moves TokenCosts::movesOf(size_t i) const
{
    Moves out;
    out.takes = canTake(i);
    measureSkip(i, out);
    if (out.takes)
        measureTake(i, out);
    return out;
}

float TokenCosts::skipped(const Moves &m, size_t i, int place, float score, float &label, qint16 &won) const
{
    const bool boundary = m_lanes.isBoundary(place);
    label = m_tokens[i].kind == Token::Text ? labelHere(i, place, m_lanes.at(place), boundary, won) : 0;
    return score + label - (boundary ? skipBetween(m, i) : m.skipInside);
}

float TokenCosts::skipBetween(const Moves &m, size_t i) const
{
    if (m_table.across || m_tokens[i].kind != Token::Number)
        return m.skipBetween;
    switch (m_wording.claim(i)) {
    case TableWording::Claim::Nobody:
        return std::min(m.skipBetween, StrayForeign);
    case TableWording::Claim::Another:
        return std::min(m.skipBetween, StrayElsewhere);
    case TableWording::Claim::Open:
        break;
    }
    return m.skipBetween;
}

/// An empty place cannot start a row whose wording was not seen; no value starts a row right behind the wording of
/// another.
float TokenCosts::unnamedCost(size_t i, int place) const
{
    if (m_table.across)
        return 0;
    const bool empty = m_tokens[i].kind != Token::Number;
    const int wording = m_wording.before(i);
    if (wording < 0)
        return empty ? UnnamedEmptyStart : 0;
    const int lane = m_lanes.at(place);
    float best = 0;
    for (int piece = m_wording.runBefore(i); piece <= wording; ++piece) {
        for (const TableWording::Name &name : m_wording.names(size_t(piece))) {
            if (name.row == lane)
                return 0;
            best = std::max(best, name.score);
        }
    }
    return otherwiseNamed(i, best);
}

float TokenCosts::otherwiseNamed(size_t i, float best) const
{
    return (m_tokens[i].kind != Token::Number ? UnnamedEmptyStart : 0) + (best >= NamesRow ? OtherRowNamed : ForeignWording);
}

float TokenCosts::taken(const Moves &m, size_t i, int place, float score) const
{
    return m_lanes.isBoundary(place) ? score - unnamedCost(i, place) - m.start : score - m.goOn;
}

float TokenCosts::wonAhead(size_t i, int ahead) const
{
    return m_wording.before(i) < 0 ? 0 : m_wording.nameOf(size_t(m_wording.before(i)), ahead) * LabelAround;
}

void TokenCosts::addAhead(size_t i, RowScores::Moves &out) const
{
    if (m_wording.before(i) < 0)
        return;
    for (const TableWording::Name &name : m_wording.names(size_t(m_wording.before(i))))
        out.ahead[size_t(name.row)] += name.score * LabelAround;
}

void TokenCosts::prepareSkips(const Moves &m, size_t i, RowScores::Moves &out) const
{
    const int lanes = int(m_lanes.lanes().size());
    float label = 0;
    qint16 won = -1;
    const auto atStart = [&](int lane) {
        const int place = lane == lanes ? m_lanes.cells() : m_lanes.lanes()[size_t(lane)].first;
        out.skipStart[size_t(lane)] = skipped(m, i, place, 0, label, won);
    };
    const float unnamed = m_table.across ? 0 : labelHere(i, 1, -1, false, won);
    std::fill(out.skipStart.begin(), out.skipStart.end(), 0.f);
    std::fill(out.skipInside.begin(), out.skipInside.end(), unnamed);
    for (int lane = 0; lane < lanes && m_table.across; ++lane) {
        atStart(lane);
        out.skipInside[size_t(lane)] = skipped(m, i, m_lanes.lanes()[size_t(lane)].first + 1, 0, label, won);
    }
    for (const TableWording::Name &name : m_wording.names(i)) {
        atStart(name.row);
        atStart(name.row + 1);
        if (m_lanes.lanes()[size_t(name.row)].length > 1)
            out.skipInside[size_t(name.row)] = skipped(m, i, m_lanes.lanes()[size_t(name.row)].first + 1, 0, label, won);
    }
    atStart(0);
    if (m_table.across)
        atStart(lanes);
}

void TokenCosts::prepareUnnamed(size_t i, RowScores::Moves &out) const
{
    const size_t lanes = m_lanes.lanes().size();
    const int wording = m_wording.before(i);
    if (m_table.across || wording < 0) {
        std::fill_n(out.unnamed.begin(), lanes, unnamedCost(i, 0));
        return;
    }
    float best = 0;
    for (int piece = m_wording.runBefore(i); piece <= wording; ++piece) {
        for (const TableWording::Name &name : m_wording.names(size_t(piece)))
            best = std::max(best, name.score);
    }
    std::fill_n(out.unnamed.begin(), lanes, otherwiseNamed(i, best));
    for (int piece = m_wording.runBefore(i); piece <= wording; ++piece) {
        for (const TableWording::Name &name : m_wording.names(size_t(piece)))
            out.unnamed[size_t(name.row)] = 0;
    }
}

float TokenCosts::labelHere(size_t i, int place, int lane, bool boundary, qint16 &won) const
{
    const float head = m_wording.head(i);
    if (m_table.across)
        return place == 0 ? head * HeadWording : -head * HeadWording;
    if (place == 0 && head > 0 && m_wording.names(i).empty())
        return head * HeadWording;
    float best = 0;
    const auto offer = [&](int candidate, float weight) {
        if (candidate < 0 || candidate >= int(m_lanes.lanes().size()))
            return;
        if (const float s = m_wording.nameOf(i, candidate) * weight; s > best) {
            best = s;
            won = qint16(candidate);
        }
    };
    if (boundary) {
        offer(lane, 1.f);
        offer(lane - 1, LabelBehind);
    } else if (m_layout.rowPerLine) {
        return i > 0 && m_tokens[i].line == m_tokens[i - 1].line ? -WordingInRow : -WordingInBrokenRow;
    } else {
        offer(lane, LabelAround);
    }
    return best;
}

} // namespace gouji
