// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf/module/drawing.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

namespace gouji {

namespace {

constexpr double ThickestLine = 4;
constexpr double Slant = 0.7; // by which the ends of a straight line may differ

bool isWhite(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool isDelimiter(char c) { return std::strchr("()<>[]{}/%", c) != nullptr && c != '\0'; }
bool isRegular(char c) { return !isWhite(c) && !isDelimiter(c); }

/// Reads operators and their arguments one after the other.
class Scanner {
public:
    enum Kind { End, Number, Name, Operator, Other };

    explicit Scanner(QByteArrayView text)
        : m_at(text.begin())
        , m_end(text.end())
    {
    }

    Kind next()
    {
        while (m_at < m_end) {
            const char c = *m_at;
            if (isWhite(c)) {
                ++m_at;
            } else if (c == '%') {
                while (m_at < m_end && *m_at != '\n' && *m_at != '\r')
                    ++m_at;
            } else if (c == '(') {
                skipString();
                return Other;
            } else if (c == '<' && m_at + 1 < m_end && m_at[1] != '<') {
                while (m_at < m_end && *m_at != '>')
                    ++m_at;
                m_at += m_at < m_end;
                return Other;
            } else if (c == '/') {
                ++m_at;
                takeWord();
                return Name;
            } else if (isDelimiter(c)) {
                ++m_at;
            } else {
                takeWord();
                return readNumber() ? Number : Operator;
            }
        }
        return End;
    }

    QByteArrayView word() const { return m_word; }
    double number() const { return m_number; }

    /// A picture within the operators: what stands between ID and EI is no text.
    void skipPicture()
    {
        for (m_at += m_at < m_end; m_at + 1 < m_end; ++m_at) {
            const bool begins = isWhite(m_at[-1]) && m_at[0] == 'E' && m_at[1] == 'I';
            if (begins && (m_at + 2 == m_end || isWhite(m_at[2]))) {
                m_at += 2;
                return;
            }
        }
        m_at = m_end;
    }

private:
    void takeWord()
    {
        const char *const begin = m_at;
        while (m_at < m_end && isRegular(*m_at))
            ++m_at;
        m_word = QByteArrayView(begin, m_at);
    }

    bool readNumber()
    {
        const char *from = m_word.begin();
        if (!m_word.isEmpty() && *from == '+')
            ++from;
        const auto result = std::from_chars(from, m_word.end(), m_number, std::chars_format::fixed);
        return result.ec == std::errc() && result.ptr == m_word.end();
    }

    void skipString()
    {
        int depth = 0;
        for (; m_at < m_end; ++m_at) {
            if (*m_at == '\\')
                ++m_at;
            else if (*m_at == '(')
                ++depth;
            else if (*m_at == ')' && --depth == 0)
                break;
        }
        m_at = std::min(m_at + 1, m_end);
    }

    const char *m_at;
    const char *m_end;
    QByteArrayView m_word;
    double m_number = 0;
};

QRectF around(QPointF a, QPointF b) { return QRectF(a, b).normalized(); }

} // namespace

void Drawing::follow(QByteArrayView operators, const Matrix &transform, const Paint &paint)
{
    constexpr double Everywhere = 1e7;
    const std::vector<State> outer = std::exchange(m_saved, {});
    const State before = m_state;
    if (m_depth++ == 0)
        m_state = {transform, {-Everywhere, -Everywhere, 2 * Everywhere, 2 * Everywhere}};
    m_state.transform = transform;
    m_count = 0;
    Scanner scanner(operators);
    for (Scanner::Kind kind = scanner.next(); kind != Scanner::End; kind = scanner.next()) {
        if (kind == Scanner::Number) {
            if (m_count == std::size(m_arguments))
                std::memmove(m_arguments, m_arguments + 1, sizeof m_arguments - sizeof *m_arguments), --m_count;
            m_arguments[m_count++] = scanner.number();
        } else if (kind == Scanner::Name) {
            m_name = scanner.word().toByteArray();
        } else if (kind == Scanner::Operator) {
            if (scanner.word() == "ID") {
                scanner.skipPicture();
                paint({}, m_state.transform);
            } else {
                apply(scanner.word(), paint);
            }
            m_count = 0;
            m_name.clear();
        }
    }
    --m_depth;
    m_state = before;
    m_saved = outer;
    m_path.clear();
    m_subPaths.clear();
}

void Drawing::apply(QByteArrayView operation, const Paint &paint)
{
    const auto is = [&](const char *name) { return operation == QByteArrayView(name); };
    switch (operation[0]) {
    case 'q':
        if (is("q") && m_saved.size() < MaxStates)
            m_saved.push_back(m_state);
        break;
    case 'Q':
        if (is("Q") && !m_saved.empty()) {
            m_state = m_saved.back();
            m_saved.pop_back();
        }
        break;
    case 'm':
        if (is("m"))
            moveTo(point(0));
        break;
    case 'l':
        if (is("l"))
            lineTo(point(0));
        break;
    case 'y':
    case 'v':
        if (operation.size() == 1) {
            if (!m_subPaths.empty())
                m_subPaths.back().straight = false;
            m_current = point(0);
        }
        break;
    case 'c':
        if (is("c")) {
            if (!m_subPaths.empty())
                m_subPaths.back().straight = false;
            m_current = point(0);
        } else if (is("cm")) {
            const Matrix more{argument(5), argument(4), argument(3), argument(2), argument(1), argument(0)};
            m_state.transform = more * m_state.transform;
        } else if (is("cs")) {
            m_state.fills = true;
        }
        break;
    case 'r':
        if (is("re")) {
            const QPointF corner(argument(3), argument(2));
            const QPointF size(argument(1), argument(0));
            const Matrix &t = m_state.transform;
            moveTo(t.map(corner));
            lineTo(t.map(QPointF(corner.x() + size.x(), corner.y())));
            lineTo(t.map(corner + size));
            lineTo(t.map(QPointF(corner.x(), corner.y() + size.y())));
            close();
        } else if (is("rg")) {
            m_state.fills = isSeen();
        }
        break;
    case 'R':
        if (is("RG"))
            m_state.strokes = isSeen();
        break;
    case 'g':
        if (is("g"))
            m_state.fills = isSeen();
        break;
    case 'G':
        if (is("G"))
            m_state.strokes = isSeen();
        break;
    case 'k':
        if (is("k"))
            m_state.fills = isSeen();
        break;
    case 'K':
        if (is("K"))
            m_state.strokes = isSeen();
        break;
    case 'C':
        if (is("CS"))
            m_state.strokes = true;
        break;
    case 's':
        if (is("s")) {
            close();
            endPath(true, false);
        } else if (is("sc") || is("scn")) {
            m_state.fills = isSeen();
        }
        break;
    case 'S':
        if (is("S"))
            endPath(true, false);
        else if (is("SC") || is("SCN"))
            m_state.strokes = isSeen();
        break;
    case 'h':
        if (is("h"))
            close();
        break;
    case 'f':
    case 'F':
        if (is("f") || is("f*") || is("F"))
            endPath(false, true);
        break;
    case 'b':
        if (is("b") || is("b*")) {
            close();
            endPath(true, true);
        }
        break;
    case 'B':
        if (is("B") || is("B*"))
            endPath(true, true);
        break;
    case 'n':
        if (is("n"))
            endPath(false, false);
        break;
    case 'W':
        m_clips = m_clips || is("W") || is("W*");
        break;
    case 'T':
        if (is("Tr"))
            m_state.hidesText = argument(0) == 3;
        else if (is("Tj") || is("TJ"))
            ++(m_state.hidesText ? m_hiddenTexts : m_shownTexts);
        break;
    case 'D':
        if (is("Do")) {
            // The form is followed with this same object: what belongs to this place is put aside.
            const State here = m_state;
            const QByteArray name = m_name;
            paint(name, here.transform);
            m_state = here;
        }
        break;
    default:
        break;
    }
}

/// The colour that was just named is not white; of a pattern nobody knows.
bool Drawing::isSeen() const
{
    constexpr double White = 0.95;
    if (!m_name.isEmpty() || m_count == 0)
        return true;
    const auto all = [&](auto &&test) { return std::all_of(m_arguments, m_arguments + m_count, test); };
    return m_count == 4 ? !all([](double ink) { return ink < 1 - White; }) : !all([](double light) { return light > White; });
}

void Drawing::moveTo(QPointF to)
{
    m_start = m_current = to;
    if (m_path.size() < MaxSegments && m_subPaths.size() < MaxSegments)
        m_subPaths.push_back({m_path.size(), true});
}

void Drawing::lineTo(QPointF to)
{
    if (m_path.size() < MaxSegments)
        m_path.push_back({m_current, to});
    m_current = to;
}

void Drawing::close()
{
    if (m_current != m_start)
        lineTo(m_start);
}

void Drawing::endPath(bool stroke, bool fill)
{
    const auto isStraight
        = [](const Segment &s) { return std::abs(s.from.x() - s.to.x()) <= Slant || std::abs(s.from.y() - s.to.y()) <= Slant; };
    QRectF all;
    for (size_t i = 0; i < m_subPaths.size(); ++i) {
        const size_t begin = m_subPaths[i].begin;
        const size_t end = i + 1 < m_subPaths.size() ? m_subPaths[i + 1].begin : m_path.size();
        if (begin == end)
            continue;
        QRectF box = around(m_path[begin].from, m_path[begin].to);
        bool rectangle = m_subPaths[i].straight && end - begin >= 3 && end - begin <= 5;
        for (size_t s = begin; s < end; ++s) {
            const QRectF more = around(m_path[s].from, m_path[s].to);
            box = {QPointF(std::min(box.left(), more.left()), std::min(box.top(), more.top())),
                QPointF(std::max(box.right(), more.right()), std::max(box.bottom(), more.bottom()))};
            rectangle = rectangle && isStraight(m_path[s]);
            if (stroke && m_state.strokes && isStraight(m_path[s]))
                noteStroke(m_path[s]);
        }
        if (fill && m_state.fills && rectangle)
            noteFilled(box);
        all = all.isNull() ? box
                           : QRectF(QPointF(std::min(all.left(), box.left()), std::min(all.top(), box.top())),
                               QPointF(std::max(all.right(), box.right()), std::max(all.bottom(), box.bottom())));
    }
    if (m_clips) {
        const double left = std::max(all.left(), m_state.clip.left());
        const double top = std::max(all.top(), m_state.clip.top());
        m_state.clip = {QPointF(left, top),
            QPointF(
                std::max(left, std::min(all.right(), m_state.clip.right())), std::max(top, std::min(all.bottom(), m_state.clip.bottom())))};
    }
    m_clips = false;
    m_path.clear();
    m_subPaths.clear();
}

void Drawing::noteStroke(const Segment &s)
{
    const bool upright = std::abs(s.from.x() - s.to.x()) <= Slant;
    if (upright)
        note(true, (s.from.x() + s.to.x()) / 2, std::min(s.from.y(), s.to.y()), std::max(s.from.y(), s.to.y()));
    else
        note(false, (s.from.y() + s.to.y()) / 2, std::min(s.from.x(), s.to.x()), std::max(s.from.x(), s.to.x()));
}

void Drawing::noteFilled(const QRectF &rect)
{
    if (rect.width() <= ThickestLine) {
        note(true, rect.center().x(), rect.top(), rect.bottom());
    } else if (rect.height() <= ThickestLine) {
        note(false, rect.center().y(), rect.left(), rect.right());
    } else {
        note(true, rect.left(), rect.top(), rect.bottom(), true);
        note(true, rect.right(), rect.top(), rect.bottom(), true);
        note(false, rect.top(), rect.left(), rect.right(), true);
        note(false, rect.bottom(), rect.left(), rect.right(), true);
    }
}

void Drawing::note(bool upright, double at, double from, double to, bool isEdge)
{
    constexpr double Rim = 1; // a line on the edge of what is seen is seen by half
    const QRectF &clip = m_state.clip;
    if (at < (upright ? clip.left() : clip.top()) - Rim || at > (upright ? clip.right() : clip.bottom()) + Rim)
        return;
    from = std::max(from, upright ? clip.top() : clip.left());
    to = std::min(to, upright ? clip.bottom() : clip.right());
    // Lines are drawn in short pieces too: those are looked at when all of them have been put together.
    if (to >= from && m_lines.size() < MaxLines)
        m_lines.push_back({upright, at, from, to, isEdge});
}

} // namespace gouji
