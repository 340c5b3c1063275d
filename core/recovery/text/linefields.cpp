// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/linefields.h"

#include "base/normalizedtext.h"
#include "recovery/text/characters.h"
#include "recovery/text/jointsign.h"
#include "recovery/text/literalrow.h"
#include "recovery/text/printednumber.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <string_view>

namespace gouji {

namespace {

constexpr int LeastFields = 4;
constexpr int LeastWrappers = 2;

/// Characters that a text may need for itself: no sign of the agency's own for where cells end.
bool isNeeded(QChar c)
{
    static constexpr std::array<bool, 128> Ascii = [] {
        std::array<bool, 128> out{};
        for (const char needed : std::string_view("|,;\"'[]()-./\\_*`#+<>%?!"))
            out[size_t(needed)] = true;
        return out;
    }();
    switch (c.unicode()) {
    case u'、':
    case u'。':
    case u'《':
    case u'》':
    case u'〈':
    case u'〉':
    case u'“':
    case u'”':
    case u'‘':
    case u'’':
    case u'·':
    case u'—':
    case u'–':
    case u'…':
        return true;
    default:
        return c.unicode() < Ascii.size() && Ascii[c.unicode()];
    }
}

constexpr int LeastOnLine = 3;
constexpr int LeastLines = 4;

/// Neither wording nor white space, and no character that a text may need for itself.
bool mayBeSign(QChar c) { return !isSpace(c) && c != u'\t' && c != u'\n' && !isNeeded(c) && !isBoxDelimiter(c) && !c.isLetter(); }

/// Some such character stands often enough in the text to be a sign: most texts need no more than this look.
bool anySign(QStringView text)
{
    constexpr int Least = LeastOnLine * LeastLines;
    std::array<int, 128> ascii{};
    int others = 0;
    for (const QChar c : text) {
        if (isIdeograph(c))
            continue;
        if (c.unicode() < ascii.size())
            ++ascii[c.unicode()];
        else if (mayBeSign(c) && ++others >= Least)
            return true;
    }
    for (char16_t c = 0; c < ascii.size(); ++c) {
        if (ascii[c] >= Least && !isDigit(c) && mayBeSign(c))
            return true;
    }
    return false;
}

} // namespace

LineFields::LineFields(const NormalizedText &text, QStringView original, QChar sign)
    : m_normalized(text)
    , m_original(original)
    , m_text(text.text())
    , m_sign(sign)
    , m_plainSign(plainSign(sign))
{
}

QChar LineFields::ownSign() const
{
    if (!anySign(m_text))
        return {};
    struct Sign {
        QChar c;
        int onLine = 0; ///< with something between
        int all = 0; ///< on the line
        qsizetype first = 0; ///< of them
        int lines = 0;
        int sparse = 0; ///< lines, empty fields counted
        bool behindValue = false; ///< wording and a number stand before the first: it marks empty cells
    };
    QVarLengthArray<Sign, 8> signs;
    QChar before;
    qsizetype line = 0;
    for (qsizetype i = 0; i <= m_text.size(); ++i) {
        const QChar c = i < m_text.size() ? m_text[i] : QChar(u'\n');
        if (c == u'\n') {
            for (Sign &sign : signs) {
                const bool parts = sign.all >= LeastOnLine && separatesValues(sign.c, line, i);
                sign.lines += parts && sign.onLine >= LeastOnLine;
                sign.sparse += parts;
                sign.behindValue = sign.behindValue || (parts && endsInValue(line, sign.first));
                sign.onLine = sign.all = 0;
            }
            line = i + 1;
        } else if (isIdeograph(c) || isDigit(c)) { // nearly all of a text
            before = c;
            continue;
        } else if (isSpace(c)) {
            continue;
        } else if (mayBeSign(c)) {
            auto sign = std::find_if(signs.begin(), signs.end(), [c](const Sign &s) { return s.c == c; });
            if (sign == signs.end() && signs.size() < signs.capacity()) {
                signs.append({c});
                sign = signs.end() - 1;
            }
            if (sign != signs.end()) {
                sign->first = sign->all == 0 ? i : sign->first;
                sign->onLine += c != before;
                ++sign->all;
            }
        }
        before = c;
    }
    const auto linesOf = [](const Sign &s) { return s.lines > 0 && !s.behindValue ? s.sparse : s.lines; };
    const auto most = std::max_element(signs.begin(), signs.end(), [&](const Sign &a, const Sign &b) { return linesOf(a) < linesOf(b); });
    return most != signs.end() && linesOf(*most) >= LeastLines ? most->c : QChar();
}

/// Wording, and a number behind it.
bool LineFields::endsInValue(qsizetype begin, qsizetype end) const
{
    const QStringView body = trimmed(m_text.mid(begin, end - begin));
    return !body.isEmpty() && isDigit(body.back()) && std::any_of(body.begin(), body.end(), isIdeograph);
}

LineLook LineFields::look(qsizetype begin, qsizetype end) const
{
    LineLook out;
    for (qsizetype i = begin; i < end; ++i) {
        const QChar c = m_text[i];
        if (isIdeograph(c) || isDigit(c)) {
            out.blank = out.rule = false;
            continue;
        }
        if (c == u'\t') {
            out.tab = true;
            continue;
        }
        if (isSpace(c))
            continue;
        out.blank = false;
        const bool box = isBoxDelimiter(c);
        const bool stroke = box || isRuleStroke(c) || c == u'|';
        out.box = out.box || box;
        out.rule = out.rule && stroke;
        out.strokes += stroke;
        out.level += c == u'-' || c == u'=' || c == u'_' || (c >= u'\u2500' && c <= u'\u254f' && !isBoxDelimiter(c));
        out.pipes += c == u'|';
        out.commas += c == u',';
        out.semicolons += c == u';';
        out.signs += c == m_plainSign;
        out.wrappers += c == u'[' || c == u'\'' || c == u'"';
    }
    out.list = isList(out, begin, end);
    return out;
}

QChar LineFields::delimiterOf(const LineLook &look, qsizetype begin, qsizetype end)
{
    QChar out = look.tab ? u'\t' : look.box ? u'\u2502' : look.pipes >= 2 ? u'|' : QChar();
    if (out.isNull() && m_plainSign != m_sign && look.signs > 0 && separatesValues(m_sign, begin, end))
        out = m_sign; // plain ones group digits
    int commas = 0;
    if (out.isNull() && !look.list && look.commas + 1 >= LeastFields) {
        commas = separatorsIn(u',', begin, end);
        const bool part = commas + 1 >= LeastFields && !groupsDigits(begin, end)
            && (separatesValues(u',', begin, end) || commas == m_commas || headsValues(u',', commas, end));
        out = part ? u',' : QChar();
    }
    if (!look.blank)
        m_commas = out == u',' ? commas : 0;
    if (out.isNull() && look.signs > 0 && separatorsIn(m_sign, begin, end) > 0 && (!isNeeded(m_plainSign) || partsCells(begin, end)))
        out = m_sign;
    if (out.isNull() && look.semicolons + 1 >= LeastFields && separatesValues(u';', begin, end))
        out = u';';
    return out;
}

bool LineFields::isList(const LineLook &look, qsizetype begin, qsizetype end) const
{
    if (look.tab)
        return false;
    if (!look.rule && look.commas >= LeastWrappers && !literalRow(m_text.mid(begin, end - begin)).isEmpty())
        return true;
    if (look.wrappers < LeastWrappers)
        return false;
    const auto isMark = [](QChar c) { return c == u'[' || c == u']' || c == u'\'' || c == u'"'; };
    int pieces = 0;
    int wrapped = 0;
    for (qsizetype i = begin; i < end;) {
        if (isSpace(m_text[i])) {
            ++i;
            continue;
        }
        const qsizetype from = i;
        while (i < end && !isSpace(m_text[i]))
            ++i;
        ++pieces;
        wrapped += isMark(m_text[from]) || isMark(m_text[i - 1]) || (i - from > 1 && isMark(m_text[i - 2]));
    }
    return wrapped >= LeastWrappers && wrapped * 2 >= pieces;
}

/// Lines of heads hold no values: they are comma-separated where the lines of values below have as many commas.
bool LineFields::headsValues(QChar separator, int count, qsizetype end) const
{
    constexpr int MostHeads = 6; // lines
    for (int line = 0; line < MostHeads && end < m_text.size(); ++line) {
        const qsizetype begin = end + 1;
        end = m_text.indexOf(u'\n', begin);
        if (end < 0)
            end = m_text.size();
        if (separatorsIn(separator, begin, end) != count)
            return false;
        if (separatesValues(separator, begin, end))
            return true;
    }
    return false;
}

/// Commas or semicolons delimit a line where most of what stands between them is a number or nothing; prose never
/// looks like that.
bool LineFields::separatesValues(QChar separator, qsizetype begin, qsizetype end) const
{
    int fields = 0;
    int values = 0;
    int joints = 0; // wording with a value stuck to it: what parts values here does not part rows
    qsizetype from = begin;
    for (qsizetype i = begin; i <= end; ++i) {
        if (i < end && !isSeparator(separator, i))
            continue;
        const QStringView body = unquoted(trimmed(m_text.mid(from, i - from)));
        ++fields;
        values += body.isEmpty() || isEmptyMark(body) || readNumber(body).has_value();
        joints += !body.isEmpty() && isDigit(body.back()) && std::any_of(body.begin(), body.end(), isIdeograph);
        from = i + 1;
    }
    return fields >= LeastFields && values * 2 >= fields && joints < 2;
}

/// "24,218 / / 22,387 / / 46,605": white space parts the values, and every comma stands before three digits of a number.
bool LineFields::groupsDigits(qsizetype begin, qsizetype end) const
{
    constexpr qsizetype Group = 3;
    bool spaces = false;
    for (qsizetype i = begin; i < end; ++i) {
        spaces = spaces || (isSpace(m_text[i]) && i > begin && isDigit(m_text[i - 1]));
        if (m_text[i] != u',')
            continue;
        qsizetype stop = i + 1;
        while (stop < end && isDigit(m_text[stop]))
            ++stop;
        if (i == begin || !isDigit(m_text[i - 1]) || stop - i - 1 != Group)
            return false;
    }
    return spaces;
}

/// A sign that wording may need parts this line: it is no sentence, and its numbers are not grouped by it.
bool LineFields::partsCells(qsizetype begin, qsizetype end) const
{
    const QStringView line = trimmed(m_text.mid(begin, end - begin));
    return !line.contains(u'。') && (m_plainSign != u',' || !groupsDigits(begin, end));
}

bool LineFields::isMarks(qsizetype begin, qsizetype end) const
{
    constexpr int Least = 3;
    int marks = 0;
    for (qsizetype i = begin; i < end; ++i) {
        if (isSpace(m_text[i]))
            continue;
        if (m_text[i] != u'-' || (i + 1 < end && !isSpace(m_text[i + 1])))
            return false;
        ++marks;
    }
    return marks >= Least;
}

QStringView LineFields::unquoted(QStringView s)
{
    return s.size() >= 2 && s.front() == u'"' && s.back() == u'"' ? trimmed(s.mid(1, s.size() - 2)) : s;
}

bool LineFields::isDelimiter(QChar delimiter, qsizetype at) const
{
    return delimiter == u'\u2502' ? isBoxDelimiter(m_text[at]) : isSeparator(delimiter, at);
}

/// A wide comma or colon belongs to the wording, although normalising makes it a plain one; or it is the wide one that parts cells.
bool LineFields::isSeparator(QChar separator, qsizetype at) const
{
    const QChar plain = separator == m_sign ? m_plainSign : separator;
    const bool twins = plain != separator || separator == u',' || separator == u':';
    return m_text[at] == plain && (!twins || m_original[m_normalized.original({at, at + 1}).begin] == separator);
}

int LineFields::separatorsIn(QChar separator, qsizetype begin, qsizetype end) const
{
    int out = 0;
    for (qsizetype i = begin; i < end; ++i)
        out += isSeparator(separator, i);
    return out;
}

/// Lines that hold nothing but this dash: beside a number it may be the mark of an empty cell as well.
bool LineFields::marksEmptyCells(QChar dash) const
{
    constexpr int Least = 2;
    if (m_dash != dash) {
        m_dash = dash;
        m_dashes = 0;
        for (qsizetype begin = 0; begin < m_text.size() && m_dashes < Least;) {
            qsizetype end = m_text.indexOf(u'\n', begin);
            if (end < 0)
                end = m_text.size();
            m_dashes += trimmed(m_text.mid(begin, end - begin)) == QStringView(&dash, 1);
            begin = end + 1;
        }
    }
    return m_dashes >= Least;
}

bool LineFields::isPageNumber(qsizetype begin, qsizetype end) const
{
    const QStringView s = trimmed(m_text.mid(begin, end - begin));
    if (s.isEmpty() || s.size() > 20)
        return false;
    qsizetype digits = 0;
    qsizetype marks = 0;
    qsizetype slashes = 0;
    bool words = false;
    int numbers = 0;
    for (qsizetype i = 0; i < s.size(); ++i) {
        const QChar c = s[i];
        numbers += isDigit(c) && (i == 0 || !isDigit(s[i - 1]));
        if (isDigit(c))
            ++digits;
        else if (c == u'第' || c == u'页' || c == u'共' || c == u'-' || c == u'\u2014' || c == u'\u2013' || c == u'/' || c == u'·')
            ++marks;
        else if (!isSpace(c) || c == u'\t')
            return false;
        slashes += c == u'/';
        words = words || c == u'页';
    }
    const bool slash = slashes == 1 && isDigit(s.front()) && isDigit(s.back());
    if (slashes > 0 && !words && !slash)
        return false; // the marks of empty cells
    constexpr qsizetype MostDigits = 3; // of a page's number
    if (numbers > (words || slash ? 2 : 1) || digits > numbers * MostDigits)
        return false;
    if (words || slash)
        return digits > 0 && (marks >= 2 || digits >= 2);
    return digits > 0 && marks >= 2 && !isDigit(s.front()) && !isDigit(s.back()) && !marksEmptyCells(s.front());
}

} // namespace gouji
