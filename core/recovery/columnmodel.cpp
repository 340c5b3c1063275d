// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/columnmodel.h"

#include "report/labelindex.h"

#include <algorithm>
#include <cmath>

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
        for (int c = 0; c < lane.length; ++c) {
            const int token = alignment.tokenOfCell[size_t(lane.first + c)];
            const Token *t = token < 0 ? nullptr : &tokens[size_t(token)];
            if (!t || t->kind != Token::Number || (c > 0 && t->line != r.line))
                break;
            r.line = t->line;
            r.delimited = t->delimited;
            if (c == 0)
                r.startField = t->field;
            r.cells.push_back(t);
        }
        if (int(r.cells.size()) == lane.length)
            m_references.push_back(std::move(r));
    }
    learnHeads(table, text);
    chooseEdge();
}

void ColumnModel::learnRow(int lane, int startField)
{
    for (const Reference &r : m_references) {
        if (r.lane == lane)
            return;
    }
    const auto at = std::find_if(m_references.begin(), m_references.end(), [&](const Reference &r) { return r.lane > lane; });
    m_references.insert(at, Reference{lane, 0, true, startField, {}});
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
    LabelScores scores;
    for (const Token &t : m_tokens) {
        if (t.kind == Token::Number)
            break;
        if (t.kind != Token::Text || t.delimited || t.range.length() > LongestHead)
            continue;
        const QStringView wording = text.mid(t.range.begin, t.range.length());
        table.labels->match(wording, scores);
        float column = 0;
        for (const float s : scores.columns)
            column = std::max(column, s);
        if (column < scores.heading || column < scores.bestRowScore || (column == 0 && wording.size() > 2))
            continue;
        const auto above = std::find_if(heads.begin(), heads.end(), [&](const Head &h) { return t.left < h.right && h.left < t.right && h.token->line != t.line; });
        if (above == heads.end()) {
            heads.push_back({t.left, t.right, wording.toString(), &t});
        } else {
            above->left = std::min(above->left, t.left);
            above->right = std::max(above->right, t.right);
            above->wording += wording;
        }
    }
    std::sort(heads.begin(), heads.end(), [](const Head &a, const Head &b) { return a.left < b.left; });
    Reference out{-1, 0, false, 0, {}};
    for (const Head &head : heads) {
        table.labels->match(head.wording, scores);
        const size_t expected = out.cells.size() % scores.columns.size();
        const auto best = std::max_element(scores.columns.begin(), scores.columns.end());
        if (size_t(best - scores.columns.begin()) != expected || *best < 1.5f)
            return;
        out.cells.push_back(head.token);
    }
    if (out.cells.size() > 2 && int(out.cells.size()) == m_alignment.lanes.front().length)
        m_references.insert(m_references.begin(), std::move(out));
}

float ColumnModel::edge(const Token &t, Edge e)
{
    switch (e) {
    case Left:
        return float(t.left);
    case Middle:
        return float(t.left + t.right) / 2;
    case Right:
        return float(t.right);
    case LeftUnit:
        return float(t.leftUnit);
    case MiddleUnit:
        return float(t.leftUnit + t.rightUnit) / 2;
    case RightUnit:
    case EdgeCount:
        break;
    }
    return float(t.rightUnit);
}

/// The edge by which full rows agree best is the one the converter aligned.
void ColumnModel::chooseEdge()
{
    float best = -1;
    for (int e = 0; e < EdgeCount; ++e) {
        float worst = 0;
        int judged = 0;
        for (size_t i = 1; i < m_references.size(); ++i) {
            const Reference &a = m_references[i - 1];
            const Reference &b = m_references[i];
            if (a.delimited || b.delimited || a.cells.size() != b.cells.size())
                continue;
            for (size_t c = 0; c < a.cells.size(); ++c)
                worst += std::abs(edge(*a.cells[c], Edge(e)) - edge(*b.cells[c], Edge(e)));
            judged += int(a.cells.size());
        }
        if (judged == 0)
            return;
        const float drift = worst / float(judged);
        if (best < 0 || drift < best) {
            best = drift;
            m_edge = Edge(e);
            m_exact = drift < 0.4f;
            m_tolerance = m_exact ? 1.f : 0.f; // a drifting layout bears nothing out by itself
        }
    }
}

bool ColumnModel::isSettled(size_t lane) const
{
    const Reference *above = nullptr;
    const Reference *below = nullptr;
    bool delimited = false;
    for (const Reference &r : m_references) {
        delimited = delimited || r.delimited;
        if (!r.delimited || r.lane == int(lane))
            continue;
        if (r.lane < int(lane))
            above = &r;
        else if (!below)
            below = &r;
    }
    return !delimited || (above && below && above->startField == below->startField);
}

std::optional<float> ColumnModel::distance(size_t lane, int cell, const Token &token, int shift) const
{
    const Reference *above = nullptr;
    const Reference *below = nullptr;
    for (const Reference &r : m_references) {
        if (r.delimited != token.delimited || (!r.delimited && int(r.cells.size()) != m_alignment.lanes[lane].length))
            continue;
        if (r.lane <= int(lane))
            above = &r;
        else if (!below)
            below = &r;
    }
    std::optional<float> out;
    for (const Reference *r : {above, below}) {
        if (!r)
            continue;
        const float off = token.delimited ? FieldUnit * float(std::abs(token.field - shift - r->startField - cell))
                                          : std::abs(edge(token, m_edge) - edge(*r->cells[size_t(cell)], m_edge));
        out = out ? std::min(*out, off) : off;
    }
    return out;
}

} // namespace gouji
