// SPDX-License-Identifier: GPL-3.0-or-later
#include "garbling.h"

#include <QList>

#include <random>

namespace gouji::test {

namespace {

using Chance = std::minstd_rand;

qsizetype below(Chance &chance, qsizetype n) { return n <= 1 ? 0 : qsizetype(chance() % quint64(n)); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Begin and length of every run of digits.
QList<std::pair<qsizetype, qsizetype>> numbersOf(const QByteArray &text)
{
    QList<std::pair<qsizetype, qsizetype>> out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        qsizetype end = i;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        if (end > i)
            out << std::pair{i, end - i};
        i = end;
    }
    return out;
}

QByteArray garbleLines(QList<QByteArray> lines, Chance &chance)
{
    const qsizetype at = below(chance, lines.size());
    const qsizetype other = below(chance, lines.size());
    switch (below(chance, 8)) {
    case 0:
        lines.removeAt(at);
        break;
    case 1:
        lines.insert(other, lines[at]);
        break;
    case 2:
        lines.swapItemsAt(at, other);
        break;
    case 3: // glued to the next
        if (at + 1 < lines.size())
            lines[at] += lines.takeAt(at + 1);
        break;
    case 4: // torn
        lines[at].insert(below(chance, lines[at].size()), '\n');
        break;
    case 5:
        lines.insert(at, below(chance, 2) ? QByteArray() : QByteArray::number(below(chance, 30)));
        break;
    case 6: // many go
        lines.remove(at, std::min(lines.size() - at, 1 + below(chance, 12)));
        break;
    default: // many are moved
        for (qsizetype n = std::min(lines.size() - at, 1 + below(chance, 6)); n > 0; --n)
            lines.insert(std::min(other, lines.size() - 1), lines.takeAt(at));
    }
    return lines.join('\n');
}

QByteArray garbleNumber(QByteArray text, Chance &chance)
{
    const auto numbers = numbersOf(text);
    if (numbers.isEmpty())
        return text;
    const auto [at, length] = numbers[below(chance, numbers.size())];
    const auto [otherAt, otherLength] = numbers[below(chance, numbers.size())];
    static const QByteArray marks[] = {"", " ", "O", "l", "/", "-", "—", "无", "0", "1,000", "1.5", "１", "7 8", "12345678901234", "-1", "\u200b", "3件", "?"};
    switch (below(chance, 4)) {
    case 0:
        return text.replace(at, length, text.mid(otherAt, otherLength));
    case 1:
        return text.replace(at, length, marks[below(chance, qsizetype(std::size(marks)))]);
    case 2:
        return text.insert(at + below(chance, length + 1), marks[below(chance, qsizetype(std::size(marks)))]);
    default:
        return text.remove(at, length + 1);
    }
}

/// What parts the fields of a line, or of all lines, becomes something else.
QByteArray garbleDelimiters(QByteArray text, Chance &chance)
{
    static const QByteArray delimiters[] = {"\t", "|", "│", " ", "  ", "\n", ",", "\n\n", "", "\t\n", " | "};
    const QByteArray from = delimiters[below(chance, 7)];
    const QByteArray to = delimiters[below(chance, qsizetype(std::size(delimiters)))];
    if (below(chance, 2))
        return text.replace(from, to);
    const qsizetype at = text.indexOf(from, below(chance, text.size()));
    return at < 0 ? text : text.replace(at, from.size(), to);
}

} // namespace

QByteArray garbled(const QByteArray &text, unsigned seed)
{
    Chance chance(seed + 1);
    if (text.isEmpty())
        return "0";
    switch (below(chance, 4)) {
    case 0:
    case 1:
        return garbleLines(text.split('\n'), chance);
    case 2:
        return garbleNumber(text, chance);
    default:
        return garbleDelimiters(text, chance);
    }
}

} // namespace gouji::test
