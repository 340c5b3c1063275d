// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/judging/tablesigns.h"

#include "base/oneof.h"
#include "recovery/text/characters.h"

#include <cstdlib>
#include <map>

namespace gouji {

namespace {

/// "12/10", "12(3.5%)": how often a number is followed by another that it is compared with; no date.
int countPairs(QStringView piece)
{
    int pairs = 0;
    for (qsizetype i = 1; i + 1 < piece.size(); ++i) {
        if ((piece[i] != u'/' && piece[i] != u'(') || !isDigit(piece[i - 1]) || !isDigit(piece[i + 1]))
            continue;
        qsizetype end = i + 1;
        while (end < piece.size() && isDigit(piece[end]))
            ++end;
        if (end < piece.size() && piece[end] == u'/')
            i = end; // the day of a date follows
        else
            ++pairs;
    }
    return pairs;
}

/// Several such pairs, which no cell took.
bool holdsPairs(const LaidTable &laid)
{
    constexpr int Least = 7;
    int pairs = 0;
    for (size_t i = 0; i < laid.alignment.used.size(); ++i) {
        const Token &t = laid.tokens[i];
        if (t.kind == Token::Number || (t.kind != Token::Text && laid.alignment.used[i]))
            continue;
        pairs += countPairs(laid.text.mid(t.range.begin, t.range.length()));
    }
    return pairs >= Least;
}

/// "…：自然人：5，商业企业：0", "行政许可、0、、": such numbers were read as nobody's. Where signs stand together cells may end:
/// "行政强制-S--".
bool hidesNumbers(const LaidTable &laid)
{
    constexpr std::u16string_view Signs = u":、,;=*~·#_";
    constexpr std::u16string_view Doubled = u":、,;=~·-";
    const auto joins = [&](const Token &t, qsizetype i) {
        return i > t.range.begin && laid.text[i] == laid.text[i + 1] && isOneOf(laid.text[i], Doubled) && !isSpace(laid.text[i - 1])
            && laid.text[i - 1] != laid.text[i] && (i + 2 >= t.range.end || laid.text[i + 2] != laid.text[i]);
    };
    const auto hides = [&](const Token &t) {
        for (qsizetype i = t.range.begin; t.kind == Token::Text && i + 1 < t.range.end; ++i) {
            if (isIdeograph(laid.text[i]) || isDigit(laid.text[i]))
                continue;
            if (joins(t, i))
                return true;
            if (!isOneOf(laid.text[i], Signs) || !isDigit(laid.text[i + 1]))
                continue;
            if (laid.text[i] == u':')
                return true;
            while (i + 1 < t.range.end && isDigit(laid.text[i + 1]))
                ++i;
            if (i + 1 == t.range.end || isOneOf(laid.text[i + 1], Signs))
                return true;
        }
        return false;
    };
    return std::any_of(laid.tokens.begin(), laid.tokens.end(), hides);
}

/// Every row stands under its own wording with as many values as cells, and nothing is left over: then it does not
/// matter that empty cells would leave no trace, there are none.
bool isOrderly(const LaidTable &laid)
{
    for (size_t l = 0; l < laid.placed.size(); ++l) {
        const LaneReading &reading = laid.alignment.readings[l];
        const RowSum sum = laid.placed[l].chosen.sum;
        const bool named = laid.table.across ? laid.complete || sum == RowSum::Holds || sum == RowSum::Trivial : reading.label >= Pinned;
        const int mostBefore = sum == RowSum::None ? 0 : 1; // values that may stand before the last piece of their wording
        if (!laid.placed[l].exact || !named || reading.interleaved || reading.wordingAt > mostBefore || reading.contradicted
            || reading.rivals || reading.leftoverBeside)
            return false;
    }
    return true;
}

/// A number of a table, and not of a page.
bool isValue(const Token &t) { return t.kind == Token::Number && !t.pageMark && !t.loose; }

bool hasDigit(const LaidTable &laid, const Token &t)
{
    const QStringView piece = laid.text.mid(t.range.begin, t.range.length());
    return std::any_of(piece.begin(), piece.end(), [](QChar c) { return c.isDigit(); });
}

int countUnplaced(const LaidTable &laid)
{
    int out = 0;
    for (size_t i = 0; i < laid.alignment.used.size(); ++i)
        out += isValue(laid.tokens[i]) && !laid.alignment.used[i];
    return out;
}

/// Rows that have their values on other lines than their wording: then wording without values beside it says little.
void countApart(const LaidTable &laid, TableSigns &signs)
{
    signs.apartRows.assign(laid.placed.size(), false);
    int beside = 0;
    int apart = 0;
    for (size_t l = 0; l < laid.placed.size(); ++l) {
        const LaneReading &reading = laid.alignment.readings[l];
        if (reading.begin < 0 || laid.isEmpty(laid.placed[l]))
            continue;
        const int line = laid.tokens[size_t(reading.begin)].line;
        bool wording = false;
        size_t first = size_t(reading.begin); // of its line
        size_t last = size_t(reading.end); // behind it
        for (; first > 0 && laid.tokens[first - 1].line == line; --first)
            wording = wording || laid.tokens[first - 1].kind == Token::Text;
        for (; last < laid.alignment.used.size() && laid.tokens[last].line == line; ++last)
            wording = wording || laid.tokens[last].kind == Token::Text;
        const auto isWordingNear
            = [&](size_t i) { return laid.tokens[i].kind == Token::Text && std::abs(laid.tokens[i].line - line) == 1; };
        const bool within = (first > 0 && isWordingNear(first - 1)) || (last < laid.alignment.used.size() && isWordingNear(last));
        (wording ? beside : apart) += 1;
        signs.apartRows[l] = !wording && !within; // else amid the lines of its label
    }
    signs.apart = !laid.table.across && apart > beside;
}

/// "自自然然人人", "自然人自然人": printed twice in one place, to look bold.
bool isPrintedTwice(QStringView piece)
{
    constexpr qsizetype Least = 4;
    const qsizetype half = piece.size() / 2;
    if (piece.size() < Least || piece.size() % 2 != 0 || (piece[0] != piece[1] && piece[0] != piece[half])
        || std::none_of(piece.begin(), piece.end(), isIdeograph))
        return false;
    if (piece.left(half) == piece.mid(half))
        return true;
    for (qsizetype i = 0; i < piece.size(); i += 2) {
        if (piece[i] != piece[i + 1])
            return false;
    }
    return true;
}

void countTwice(const LaidTable &laid, TableSigns &signs)
{
    constexpr int Many = 3; // pieces of wording: then the numbers may be, too, also where the wording beside them is not
    const auto isTwice = [&](size_t i) {
        const TextRange &range = laid.tokens[i].range;
        return laid.tokens[i].kind == Token::Text && isPrintedTwice(laid.text.mid(range.begin, range.length()));
    };
    int twice = 0;
    for (size_t i = 0; i < laid.alignment.used.size(); ++i)
        twice += isTwice(i);
    signs.twiceRows.assign(laid.placed.size(), twice >= Many);
    for (size_t l = 0; l < laid.placed.size() && twice > 0; ++l) {
        int i = laid.alignment.readings[l].begin;
        while (i > 0 && laid.tokens[size_t(i)].kind != Token::Text)
            --i;
        signs.twiceRows[l] = signs.twiceRows[l] || (i >= 0 && isTwice(size_t(i)));
    }
}

/// Side by side, the names of two groups stand in another order than in the form.
bool isTurned(const LaidTable &laid)
{
    int row = -1;
    const Token *before = nullptr;
    const QList<FormRow> &rows = laid.table.rows;
    for (size_t i = 0; laid.table.across && i < laid.alignment.used.size(); ++i) {
        const Token &t = laid.tokens[i];
        if (t.kind != Token::Text)
            continue;
        for (const QStringView piece : laid.text.mid(t.range.begin, t.range.length()).tokenize(u' ', Qt::SkipEmptyParts)) {
            const auto named
                = std::find_if(rows.begin(), rows.end(), [&](const FormRow &r) { return piece == r.label || piece == r.shortLabel; });
            const bool names = named != rows.end();
            const int at = int(named - rows.begin());
            if (names && row > at && (before->line == t.line || (before + 1 == &t && before->alone && t.alone)))
                return true;
            row = names ? at : row;
            before = names ? &t : before;
        }
    }
    return false;
}

/// Rows whose values stand behind the wording of another row: names stand together, and values do.
void countGrouped(const LaidTable &laid, TableSigns &signs)
{
    int grouped = 0;
    int rows = 0;
    for (size_t l = 0; l < laid.placed.size(); ++l) {
        const bool empty = laid.isEmpty(laid.placed[l]);
        rows += !empty;
        grouped += !empty && !laid.alignment.readings[l].namedBefore;
    }
    constexpr int Nearly = 5; // one in so many may not be
    signs.grouped = grouped > 0;
    signs.named = rows >= Nearly && grouped * Nearly <= rows;
    signs.allGrouped = grouped * 2 > rows;
}

/// A mark on a line of which no cell took anything.
bool hasLooseMarks(const LaidTable &laid)
{
    for (size_t i = 0; i < laid.alignment.used.size();) {
        const int line = laid.tokens[i].line;
        bool mark = false;
        bool used = false;
        for (; i < laid.alignment.used.size() && laid.tokens[i].line == line; ++i) {
            const Token &t = laid.tokens[i];
            mark = mark || (t.kind == Token::Blank && t.range.length() > 0 && !t.noise);
            used = used || laid.alignment.used[i];
        }
        if (mark && !used)
            return true;
    }
    return false;
}

/// The most numbers on a line of which no cell took one: the row that should have them is found without any.
int mostOrphans(const LaidTable &laid)
{
    int most = 0;
    for (size_t i = 0; i < laid.alignment.used.size();) {
        const int line = laid.tokens[i].line;
        int numbers = 0;
        bool used = false;
        for (; i < laid.alignment.used.size() && laid.tokens[i].line == line; ++i) {
            if (!isValue(laid.tokens[i]))
                continue;
            ++numbers;
            used = used || laid.alignment.used[i];
        }
        most = std::max(most, used ? 0 : numbers);
    }
    return most;
}

/// "15 016", "15,016" between commas: the second half of a number torn at its separator shows where it begins with a 0.
bool tearsNumbers(const LaidTable &laid)
{
    const QStringView text = laid.text;
    for (size_t i = 1; i < laid.tokens.size(); ++i) {
        const Token &t = laid.tokens[i];
        const Token &before = laid.tokens[i - 1];
        if (t.kind == Token::Number && before.kind == Token::Number && t.line == before.line && isThousands(text, t.range)
            && text[t.range.begin] == u'0' && before.range.length() <= 3 && before.range.end + 1 == t.range.begin)
            return true;
    }
    return false;
}

/// Hardly a row has its wording beside it, and hardly a sum shows that the values are printed row after row.
bool isUnordered(const LaidTable &laid)
{
    constexpr int LeastSums = 2;
    int named = 0;
    int holding = 0;
    for (size_t l = 0; l < laid.placed.size(); ++l) {
        named += laid.alignment.readings[l].label >= Pinned;
        holding += laid.placed[l].chosen.sum == RowSum::Holds;
    }
    return !laid.table.across && named * 2 < int(laid.placed.size()) && holding < LeastSums;
}

bool anyNumber(const LaidTable &laid)
{
    return std::any_of(
        laid.tokens.begin(), laid.tokens.end(), [&](const Token &t) { return isValue(t) || (t.unreadable && hasDigit(laid, t)); });
}

} // namespace

/// Three digits, a unit or decimals behind them or not: what stands behind a thousands separator.
bool isThousands(QStringView text, TextRange range)
{
    const QStringView piece = text.mid(range.begin, range.length());
    return std::find_if_not(piece.begin(), piece.end(), [](QChar c) { return isDigit(c); }) - piece.begin() == 3;
}

/// An empty field that no cell took between the first and the last value of a row.
bool hasGaps(const LaidTable &laid, size_t l)
{
    const std::vector<int> &chosen = laid.placed[l].chosen.tokens;
    int first = -1;
    int last = -1;
    for (const int t : chosen) {
        first = t >= 0 && first < 0 ? t : first;
        last = std::max(last, t);
    }
    for (int i = first + 1; first >= 0 && i < last; ++i) {
        const Token &t = laid.tokens[size_t(i)];
        if (t.kind == Token::Blank && t.delimited && std::find(chosen.begin(), chosen.end(), i) == chosen.end())
            return true;
    }
    return false;
}

namespace {

/// Rows whose line goes on with an empty field where the lines of most rows with values end, or do not reach: one of their fields may
/// be too many.
std::vector<bool> overlongRows(const LaidTable &laid)
{
    constexpr int LeastRows = 5; // with values
    std::vector<bool> out(laid.placed.size(), false);
    const auto lastOf = [&](size_t l) {
        const int last = laid.placed[l].chosen.tokens.back();
        return last < 0 || !laid.tokens[size_t(last)].delimited || laid.isEmpty(laid.placed[l]) ? nullptr : &laid.tokens[size_t(last)];
    };
    std::map<int, int> ends; // by field
    for (size_t l = 0; l < laid.placed.size(); ++l) {
        if (const Token *last = lastOf(l))
            ++ends[last->field];
    }
    int rows = 0;
    std::pair<int, int> usual; // field, rows
    for (const auto &[field, count] : ends) {
        rows += count;
        usual = count > usual.second ? std::pair(field, count) : usual;
    }
    if (rows < LeastRows || usual.second * 3 < rows * 2)
        return out; // a table in parts, each with fields of its own
    for (size_t l = 0; l < laid.placed.size(); ++l) {
        const Token *last = lastOf(l);
        const Token *behind = last && last + 1 < laid.tokens.data() + laid.tokens.size() ? last + 1 : nullptr;
        out[l] = behind && behind->kind == Token::Blank && behind->delimited && behind->line == last->line && behind->field > usual.first;
    }
    return out;
}

} // namespace

TableSigns signsOf(const LaidTable &laid)
{
    TableSigns out;
    out.orderly = laid.lossy && isOrderly(laid);
    out.unplaced = countUnplaced(laid);
    out.orphans = mostOrphans(laid);
    countApart(laid, out);
    countTwice(laid, out);
    out.turned = isTurned(laid);
    countGrouped(laid, out);
    out.looseMarks = hasLooseMarks(laid);
    out.torn = tearsNumbers(laid);
    out.hidden = hidesNumbers(laid);
    out.pairs = holdsPairs(laid);
    out.unordered = isUnordered(laid);
    for (size_t l = 0; l < laid.placed.size(); ++l)
        out.gaps += hasGaps(laid, l);
    out.overlongRows = overlongRows(laid);
    out.overlong = int(std::count(out.overlongRows.begin(), out.overlongRows.end(), true));
    out.anyNumber = laid.table.across && anyNumber(laid);
    return out;
}

} // namespace gouji
