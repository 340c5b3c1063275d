// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/textcomparison.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

using Kind = TextPiece::Kind;

constexpr qsizetype MostSteps = 16'000'000; // pairs of two sequences that are laid beside each other
constexpr double Alike = 0.4; // a paragraph this much like another is the same one, changed

/// Numbers whole, all else character by character.
QStringList wordsOf(const QString &text)
{
    QStringList out;
    for (const QChar c : text) {
        const bool number = !out.isEmpty() && out.last().front().isDigit();
        const bool joins = number && (c.isDigit() || (c == u'.' && !out.last().contains(u'.')));
        if (joins)
            out.last() += c;
        else
            out << QString(c);
    }
    return out;
}

QString bare(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (!c.isSpace())
            out += c;
    }
    return out;
}

QString withoutNumbers(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (!c.isSpace() && !c.isDigit() && !u".,，%％"_s.contains(c))
            out += c;
    }
    return out;
}

/// For each place of `a` the place in `b` it goes with, or -1: a longest common subsequence; nothing goes with anything
/// where the two are too long for that.
std::vector<int> matching(const QStringList &a, const QStringList &b)
{
    std::vector<int> out(size_t(a.size()), -1);
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head]) {
        out[size_t(head)] = int(head);
        ++head;
    }
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
        out[size_t(a.size() - 1 - tail)] = int(b.size() - 1 - tail);
        ++tail;
    }
    const qsizetype n = a.size() - head - tail;
    const qsizetype m = b.size() - head - tail;
    if (n == 0 || m == 0 || n > MostSteps / m || n > 0xffff || m > 0xffff)
        return out;
    const auto at = [m](qsizetype i, qsizetype j) { return size_t(i * (m + 1) + j); };
    std::vector<quint16> length(size_t((n + 1) * (m + 1)), 0);
    for (qsizetype i = n - 1; i >= 0; --i) {
        for (qsizetype j = m - 1; j >= 0; --j) {
            length[at(i, j)]
                = a[head + i] == b[head + j] ? quint16(length[at(i + 1, j + 1)] + 1) : std::max(length[at(i + 1, j)], length[at(i, j + 1)]);
        }
    }
    for (qsizetype i = 0, j = 0; i < n && j < m;) {
        if (a[head + i] == b[head + j])
            out[size_t(head + i++)] = int(head + j++);
        else if (length[at(i + 1, j)] >= length[at(i, j + 1)])
            ++i;
        else
            ++j;
    }
    return out;
}

void add(QList<TextPiece> &pieces, Kind kind, const QString &text)
{
    if (!pieces.isEmpty() && pieces.last().kind == kind)
        pieces.last().text += text;
    else
        pieces << TextPiece{kind, text};
}

/// How much two paragraphs share, 0 to 1: by pairs of neighbouring characters.
double likeness(const QString &a, const QString &b)
{
    if (a.size() < 2 || b.size() < 2)
        return a == b ? 1 : 0;
    QHash<QStringView, int> pairs;
    for (qsizetype i = 0; i + 2 <= a.size(); ++i)
        ++pairs[QStringView(a).mid(i, 2)];
    qsizetype shared = 0;
    for (qsizetype i = 0; i + 2 <= b.size(); ++i) {
        const auto found = pairs.find(QStringView(b).mid(i, 2));
        if (found != pairs.end() && found.value() > 0) {
            --found.value();
            ++shared;
        }
    }
    return 2.0 * double(shared) / double(a.size() + b.size() - 2);
}

ParagraphComparison pairOf(const QString &here, const QString &there)
{
    using P = ParagraphComparison::Kind;
    if (bare(here) == bare(there))
        return {P::Same, {{Kind::Same, here}}};
    return {withoutNumbers(here) == withoutNumbers(there) ? P::Numbers : P::Changed, compareTexts(here, there)};
}

/// What lies between two paragraphs that both have: each goes with the first one left that is like it.
void compareGap(const QStringList &here, const QStringList &there, QList<ParagraphComparison> &out)
{
    using P = ParagraphComparison::Kind;
    qsizetype next = 0;
    const auto removeUpTo = [&](qsizetype end) {
        for (; next < end; ++next)
            out << ParagraphComparison{P::Removed, {{Kind::Removed, there[next]}}};
    };
    for (const QString &paragraph : here) {
        qsizetype best = -1;
        double bestLikeness = Alike;
        constexpr qsizetype Window = 40;
        for (qsizetype i = next; i < std::min(there.size(), next + Window); ++i) {
            if (const double l = likeness(paragraph, there[i]); l > bestLikeness) {
                best = i;
                bestLikeness = l;
            }
        }
        if (best < 0) {
            out << ParagraphComparison{P::Added, {{Kind::Added, paragraph}}};
            continue;
        }
        removeUpTo(best);
        out << pairOf(paragraph, there[next++]);
    }
    removeUpTo(there.size());
}

QString proseOf(const Report &report, const SourceDocument &document, const Section &section)
{
    QString out;
    qsizetype from = section.body.begin;
    QList<TextRange> tables;
    for (const TableReading &t : report.tables) {
        if (t.found && t.source.intersects(section.body))
            tables << t.source;
    }
    std::sort(tables.begin(), tables.end(), [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
    for (const TextRange &table : tables) {
        if (table.begin > from)
            out += document.at({from, table.begin}).toString() + u'\n';
        from = std::max(from, table.end);
    }
    if (section.body.end > from)
        out += document.at({from, section.body.end});
    return out;
}

} // namespace

QList<TextPiece> compareTexts(const QString &text, const QString &other)
{
    const QStringList there = wordsOf(other);
    const QStringList here = wordsOf(text);
    const std::vector<int> goesWith = matching(there, here);
    QList<TextPiece> out;
    qsizetype next = 0;
    for (qsizetype i = 0; i < there.size(); ++i) {
        const int place = goesWith[size_t(i)];
        if (place < 0) {
            add(out, Kind::Removed, there[i]);
            continue;
        }
        // What was put in stands after what it took the place of.
        for (; next < place; ++next)
            add(out, Kind::Added, here[next]);
        add(out, Kind::Same, here[next++]);
    }
    for (; next < here.size(); ++next)
        add(out, Kind::Added, here[next]);
    return out;
}

QStringList paragraphsOf(QStringView text)
{
    constexpr qsizetype FullLine = 20; // a line shorter than this was not broken by the page's edge
    static const QString Ends = u"。！？；：!?;:"_s;
    QStringList out;
    bool open = false; // the last line ran up to the edge without an end
    for (const QStringView line : text.split(u'\n')) {
        const QString words = line.toString().simplified();
        if (words.isEmpty()) {
            open = false;
            continue;
        }
        const bool heading = words.startsWith(u'（') || words.startsWith(u'(') || (words.size() > 1 && u"、.．"_s.contains(words[1]));
        if (open && !heading)
            out.last() += words;
        else
            out << words;
        open = words.size() >= FullLine && !Ends.contains(words.back());
    }
    return out;
}

QList<ParagraphComparison> compareParagraphs(const QStringList &paragraphs, const QStringList &other)
{
    const auto bared = [](const QStringList &list) {
        QStringList out;
        for (const QString &p : list)
            out << bare(p);
        return out;
    };
    const std::vector<int> goesWith = matching(bared(other), bared(paragraphs));
    QList<ParagraphComparison> out;
    QStringList there;
    qsizetype next = 0;
    for (qsizetype i = 0; i < other.size(); ++i) {
        const int place = goesWith[size_t(i)];
        if (place < 0) {
            there << other[i];
            continue;
        }
        compareGap(paragraphs.mid(next, place - next), there, out);
        there.clear();
        out << pairOf(paragraphs[place], other[i]);
        next = place + 1;
    }
    compareGap(paragraphs.mid(next), there, out);
    return out;
}

QList<SectionComparison> compareSections(
    const Report &report, const SourceDocument &document, const Report &other, const SourceDocument &otherDocument)
{
    QList<SectionComparison> out;
    for (const FormSection &section : report.catalogue().form(report.form)->sections) {
        const Section *here = report.section(section.number);
        const Section *there = other.section(section.number);
        SectionComparison c{section.number, section.numeral + u'、' + section.title, here != nullptr, there != nullptr, {}, 0};
        c.paragraphs = compareParagraphs(paragraphsOf(here ? proseOf(report, document, *here) : QString()),
            paragraphsOf(there ? proseOf(other, otherDocument, *there) : QString()));
        qsizetype same = 0;
        qsizetype all = 0;
        for (const ParagraphComparison &p : std::as_const(c.paragraphs)) {
            for (const TextPiece &piece : p.pieces) {
                same += piece.kind == Kind::Same ? piece.text.size() : 0;
                all += piece.kind == Kind::Removed ? 0 : piece.text.size();
            }
        }
        c.share = all > 0 ? int(same * 100 / all) : 0;
        if (here || there)
            out << c;
    }
    return out;
}

} // namespace gouji
