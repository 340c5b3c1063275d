// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/rowwording.h"

#include "base/normalizedtext.h"
#include "report/labelindex.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Before = 400; ///< characters looked at in front of the values
constexpr qsizetype BeforeAcross = 1500; ///< where the names stand above them, in heads as wide as the table
constexpr qsizetype Behind = 200; ///< and behind them: a label may wrap around its values
constexpr qsizetype MostOfTable = 20000;
constexpr size_t MostPieces = 4;
constexpr float Least = 1.5f; ///< one pair of characters and nothing else

struct Row {
    const FormTable *table = nullptr;
    TextRange tableSource;
    int index = -1;
};

struct Piece {
    TextRange range;
    float score = 0;
};

Row rowOf(const Report &report, CellId cell)
{
    for (qsizetype t = 0; t < report.tables.size(); ++t) {
        const FormTable &table = report.formTable(t);
        for (qsizetype r = 0; r < table.rows.size(); ++r) {
            if (table.rows[r].cells.contains(cell))
                return {&table, report.tables[t].source, int(r)};
        }
    }
    return {};
}

/// Where the row's name may stand: around its values; `near` as far as those of the rows before and after.
TextRange windowOf(const SourceDocument &document, const Report &report, const Row &row, bool near)
{
    const QList<CellId> own = row.table->across ? row.table->cellIds() : row.table->rows[row.index].cells;
    TextRange values;
    for (const CellId id : own) {
        if (const TextRange &s = report.cell(id).source; s.isValid())
            values = {values.isValid() ? std::min(values.begin, s.begin) : s.begin, std::max(values.end, s.end)};
    }
    if (!values.isValid()) {
        TextRange out = row.tableSource;
        out.end = std::min(out.end, out.begin + MostOfTable);
        return out;
    }
    TextRange out{std::max<qsizetype>(0, values.begin - (row.table->across ? BeforeAcross : Before)),
        std::min(document.text.size(), values.end + Behind)};
    for (const CellId id : near ? report.cellIds() : QList<CellId>()) {
        const TextRange &s = report.cell(id).source;
        if (!s.isValid() || own.contains(id))
            continue;
        if (s.end <= values.begin)
            out.begin = std::max(out.begin, s.end);
        else if (s.begin >= values.end)
            out.end = std::min(out.end, s.begin);
    }
    return out;
}

bool parts(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    return c == u'\n' || c == u'\t' || c == u'|' || c == u'│' || (c == u' ' && i + 1 < text.size() && text[i + 1] == u' ');
}

/// A number such as （三） or 2. begins here: the next label, where nothing else parts them.
bool beginsLabel(QStringView text, qsizetype i)
{
    const QChar before = i > 0 ? text[i - 1] : QChar();
    return !text[i].isSpace() && before != u'(' && before != u'（' && LabelIndex::numbering(text.mid(i, 6)) != 0;
}

/// Pieces of the window that read like this row and like no other better, the strongest first.
std::vector<Piece> piecesOf(QStringView text, const TextRange &window, const Row &row)
{
    std::vector<Piece> out;
    LabelScores scratch;
    const auto take = [&](qsizetype begin, qsizetype end) {
        while (begin < end && text[begin].isSpace())
            ++begin;
        while (end > begin && (text[end - 1].isSpace() || text[end - 1].isDigit()))
            --end;
        if (end - begin < 2)
            return;
        const LabelScores &scores = row.table->labels->match(normalized(text.mid(begin, end - begin)), scratch);
        const float score = scores.rows[size_t(row.index)];
        if (score >= Least && score >= scores.bestRowScore)
            out.push_back({{begin, end}, score});
    };
    qsizetype begin = window.begin;
    for (qsizetype i = window.begin; i < window.end; ++i) {
        const bool label = beginsLabel(text, i);
        const bool part = !label && (parts(text, i) || text[i].isDigit());
        if (!part && (i == begin || !label))
            continue;
        take(begin, i);
        begin = part ? i + 1 : i;
    }
    take(begin, window.end);
    std::stable_sort(out.begin(), out.end(), [](const Piece &a, const Piece &b) { return a.score > b.score; });
    return out;
}

/// How many characters of `name` stand in `printed` beside a neighbour they have in the name.
int sharedCharacters(const QString &printed, const QString &name)
{
    std::vector<bool> found(size_t(name.size()), false);
    for (qsizetype i = 0; i + 1 < name.size(); ++i) {
        if (printed.contains(QStringView(name).mid(i, 2)))
            found[size_t(i)] = found[size_t(i) + 1] = true;
    }
    return int(std::count(found.begin(), found.end(), true));
}

/// The name without its number, last in the window.
TextRange plainName(const QString &text, const TextRange &window, const QString &label)
{
    static const QRegularExpression number(u"^(（.）|.、|[0-9]+[.．])"_s);
    const QString name = QString(label).remove(number);
    if (name.size() < 3 || !window.isValid() || window.end > text.size())
        return {};
    const qsizetype at = QStringView(text).mid(window.begin, window.length()).lastIndexOf(name);
    return at < 0 ? TextRange() : TextRange{window.begin + at, window.begin + at + name.size()};
}

} // namespace

RowWording wordingOf(const SourceDocument &document, const Report &report, CellId cell)
{
    RowWording out;
    const Row row = rowOf(report, cell);
    if (!row.table)
        return out;
    const FormRow &form = row.table->rows[row.index];
    const QString official = LabelIndex::content(form.label);
    out.official = form.label;
    out.whole = int(official.size());
    const RowWording none = out;
    std::vector<Piece> pieces;
    for (const bool near : {true, false}) {
        const TextRange window = windowOf(document, report, row, near);
        if (!pieces.empty() || !window.isValid() || window.end > document.text.size())
            continue;
        pieces = piecesOf(document.text, window, row);
        out.apart = !near;
    }
    if (pieces.empty() || out.apart) {
        // Glued to other words no piece reads like it; then it may still stand there letter by letter.
        if (const TextRange plain = plainName(document.text, windowOf(document, report, row, true), form.label); plain.isValid()) {
            out.apart = false;
            pieces = {{plain, 0}};
        }
    }

    // A label may be torn: the next best pieces are added for as long as they bring characters the others lack.
    const auto contentOf = [&](const Piece &p) { return LabelIndex::content(normalized(document.at(p.range))); };
    std::vector<Piece> chosen;
    for (const Piece &piece : pieces) {
        if (chosen.size() == MostPieces || out.found == out.whole)
            break;
        QString content;
        for (const Piece &p : chosen)
            content += contentOf(p) + u' ';
        const int found = sharedCharacters(content + contentOf(piece), official);
        if (!chosen.empty() && found <= out.found)
            continue;
        chosen.push_back(piece);
        out.found = found;
    }
    if (chosen.empty())
        return none;
    std::sort(chosen.begin(), chosen.end(), [](const Piece &a, const Piece &b) { return a.range.begin < b.range.begin; });
    out.source = {chosen.front().range.begin, chosen.back().range.end};
    QString content;
    for (const Piece &p : chosen) {
        out.printed += (out.printed.isEmpty() ? QString() : u" … "_s) + document.at(p.range).toString().simplified();
        content += contentOf(p);
    }
    const auto is = [&](const QString &wording) { return LabelIndex::content(wording) == content; };
    out.match = is(form.label)                                        ? RowWording::Match::Same
        : std::any_of(form.variants.begin(), form.variants.end(), is) ? RowWording::Match::Variant
                                                                      : RowWording::Match::Near;
    if (out.match == RowWording::Match::Near && out.found * 3 < out.whole * 2) // a word or two prove nothing
        return none;
    return out;
}

} // namespace gouji
