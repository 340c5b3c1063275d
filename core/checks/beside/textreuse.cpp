// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/beside/textreuse.h"

#include "base/oneof.h"
#include "checks/allchecks.h"
#include "checks/checkrun.h"
#include "checks/operands.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <limits>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Length = 3; // letters that are compared together
constexpr qsizetype FewestLetters = 100; // a few set phrases are everybody's
constexpr int FewestPercent = 80;

/// The longest sentence of `text` that stands in `other` too, but for its numbers.
QString sharedSentence(QStringView text, const QString &bareOther)
{
    QStringView longest;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && text[end] != u'。' && text[end] != u'\n')
            ++end;
        const QStringView sentence = text.mid(begin, end - begin).trimmed();
        if (sentence.size() > longest.size() && bareOther.contains(bareText(sentence)))
            longest = sentence;
        begin = end + 1;
    }
    constexpr qsizetype Most = 40;
    return longest.size() > Most ? longest.left(Most).toString() + u'…' : longest.toString();
}

/// Scatters the bits of a number; the same on every machine.
quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

void addBands(const QString &bare, int section, QList<qint64> &out)
{
    constexpr size_t Bands = 16;
    constexpr size_t InBand = 3;
    std::array<quint64, Bands * InBand> least;
    least.fill(std::numeric_limits<quint64>::max());
    for (qsizetype i = 0; i + Length <= bare.size(); ++i) {
        const quint64 triple = mixed(quint64(bare[i].unicode()) << 32 | quint64(bare[i + 1].unicode()) << 16 | bare[i + 2].unicode());
        quint64 turned = triple;
        for (quint64 &one : least) {
            turned = turned * 0xd1342543de82ef95 + triple + 1;
            one = std::min(one, turned ^ (turned >> 29));
        }
    }
    for (size_t band = 0; band < Bands; ++band) {
        quint64 value = quint64(section) << 8 | band;
        for (size_t i = 0; i < InBand; ++i)
            value = mixed(value ^ least[band * InBand + i]);
        out << qint64(value);
    }
}

} // namespace

QString bareText(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetter() && !isOneOf(c, u"〇零一二三四五六七八九十百千万亿两"))
            out += c;
    }
    return out;
}

double similarity(const QString &a, const QString &b)
{
    if (a.size() < Length || b.size() < Length)
        return 0;
    QHash<QStringView, int> triples;
    for (qsizetype i = 0; i + Length <= a.size(); ++i)
        ++triples[QStringView(a).mid(i, Length)];
    qsizetype shared = 0;
    for (qsizetype i = 0; i + Length <= b.size(); ++i) {
        const auto found = triples.find(QStringView(b).mid(i, Length));
        if (found != triples.end() && found.value() > 0) {
            --found.value();
            ++shared;
        }
    }
    return 2.0 * double(shared) / double(a.size() + b.size() - 2 * (Length - 1));
}

QList<ReusedText> reusedTexts(const Report &report, const SourceDocument &document, const Companions &others)
{
    QList<ReusedText> out;
    for (const int number : ReusedSections) {
        const Section *own = report.section(number);
        const QString bare = own ? bareText(document.at(own->body)) : QString();
        if (bare.size() < FewestLetters)
            continue;
        const auto compare = [&](const Companion &other, int place) {
            const Section *section = other.report->section(number);
            const QString bareOther = section ? bareText(other.document->at(section->body)) : QString();
            const int percent = bareOther.size() < FewestLetters ? 0 : int(similarity(bare, bareOther) * 100);
            if (percent >= FewestPercent)
                out << ReusedText{number, percent, sharedSentence(document.at(own->body), bareOther), place};
        };
        if (others.last)
            compare(*others.last, ReusedText::LastYear);
        const qsizetype first = out.size();
        for (qsizetype i = 0; i < others.alike.size(); ++i)
            compare(others.alike[i], int(i));
        std::stable_sort(out.begin() + first, out.end(), [](const ReusedText &a, const ReusedText &b) { return a.percent > b.percent; });
    }
    return out;
}

QList<QList<ReusedText>> toldTogether(const QList<ReusedText> &texts)
{
    QList<QList<ReusedText>> out;
    for (const ReusedText &text : texts) {
        const bool another = !out.isEmpty() && text.other != ReusedText::LastYear && out.last().last().other != ReusedText::LastYear
            && out.last().last().section == text.section;
        if (another)
            out.last() << text;
        else
            out << QList<ReusedText>{text};
    }
    return out;
}

QList<qint64> textBands(const Report &report, const SourceDocument &document)
{
    QList<qint64> out;
    for (const int number : ReusedSections) {
        const Section *section = report.section(number);
        const QString bare = section ? bareText(document.at(section->body)) : QString();
        if (bare.size() >= FewestLetters)
            addBands(bare, number, out);
    }
    return out;
}

void checkTextReuse(CheckRun &run)
{
    const Rule *rule = run.rule(u"year.text_reuse"_s);
    const Companions *others = run.dossier().companions;
    if (!rule || !others || (!others->last && others->alike.isEmpty()))
        return;
    const QList<ReusedText> texts = others->reused ? *others->reused : reusedTexts(run.report(), run.document(), *others);
    for (const QList<ReusedText> &together : toldTogether(texts)) {
        const ReusedText &text = together.first();
        const Section *section = run.report().section(text.section);
        if (!section)
            continue;
        QString whose = lastYearText(run.dossier());
        if (text.other != ReusedText::LastYear) {
            QStringList names;
            for (const ReusedText &one : together) {
                const Report &other = *others->alike[one.other].report;
                if (const QString name = other.agency + QString::number(other.year) + u'年'; !names.contains(name)) // two files of it
                    names << name;
            }
            whose = names.size() == 1 ? names.first() : listText(names, 3).replace(u" 处"_s, u" 份"_s);
        }
        Finding &finding = run.add(*rule,
            {{"section"_L1, section->title}, {"last"_L1, whose}, {"percent"_L1, QString::number(text.percent)},
                {"note"_L1, text.sentence.isEmpty() ? QString() : u"，如“%1”"_s.arg(text.sentence)}});
        finding.place = section->title;
        finding.blame = Blame::Report;
        finding.sources << section->body;
    }
}

} // namespace gouji
