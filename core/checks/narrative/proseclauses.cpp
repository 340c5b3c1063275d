// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/proseclauses.h"

#include "base/oneof.h"
#include "base/wordsin.h"
#include "checks/exactmath.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

bool ProseClause::holds(std::initializer_list<QStringView> words) const
{
    return std::any_of(words.begin(), words.end(), [&](QStringView w) { return holdsWords(text, w); });
}

QString shortQuote(const QString &text)
{
    constexpr qsizetype Longest = 60;
    return text.size() > Longest ? text.left(Longest) + u"……"_s : text;
}

namespace {

bool cuts(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    const bool thousands = c == u',' && at > 0 && text[at - 1].isDigit() && at + 3 < text.size() && text[at + 1].isDigit()
        && text[at + 2].isDigit() && text[at + 3].isDigit();
    return !thousands && isOneOf(c, u",;:()。!?");
}

void readNumbers(const QString &text, ProseClause &clause)
{
    for (qsizetype at = clause.begin; at < clause.end;) {
        const std::optional<ProseNumber> number = text[at].isDigit() || text[at].unicode() > 0x4E00 ? readNumber(text, at) : std::nullopt;
        if (!number || number->end <= at) {
            ++at;
            continue;
        }
        const QStringView next = QStringView(text).mid(number->end, 1);
        if (next == u"年" || next == u"月" || next == u"日") {
            at = std::max(at + 1, number->end);
            continue;
        }
        ClauseNumber found;
        found.number = *number;
        found.value = number->value;
        found.begin = number->begin;
        found.end = number->end;
        const QStringView behind = QStringView(text).mid(number->end, clause.end - number->end);
        if (behind.startsWith(u'%')) {
            found.percent = true;
            ++found.end;
        } else if (behind.startsWith(u'元') || behind.startsWith(u"万元") || behind.startsWith(u"亿元")) {
            found.money = true;
            const Decimal by(behind[0] == u'万' ? 10000 : behind[0] == u'亿' ? 100000000 : 1);
            found.value = times(found.value, by).value_or(Decimal());
            found.end += behind[0] == u'元' ? 1 : 2;
        } else if (!behind.isEmpty() && isOneOf(behind[0], u"件宗起份条封项个例篇次场部人")) {
            found.counter = behind[0];
            ++found.end;
        }
        // a Chinese numeral without a counter is more often a word: 一是, 三审
        if (!number->chinese || found.money || !found.counter.isNull())
            clause.numbers << found;
        at = std::max(at + 1, number->end);
    }
}

} // namespace

QList<ProseClause> clausesOf(const NarrativeSentence &sentence)
{
    QList<ProseClause> out;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= sentence.text.size(); ++at) {
        if (at < sentence.text.size() && !cuts(sentence.text, at))
            continue;
        if (at > begin) {
            ProseClause clause{begin, at, sentence.text.mid(begin, at - begin), {}};
            readNumbers(sentence.text, clause);
            out << clause;
        }
        begin = at + 1;
    }
    return out;
}

bool speaksOfOtherTime(const QString &sentence, int year)
{
    for (const QStringView word :
        {u"上年", u"去年", u"往年", u"上一年", u"以来", u"上半年", u"下半年", u"季度", u"计划", u"同期", u"历年", u"累计"}) {
        if (holdsWords(sentence, word))
            return true;
    }
    for (qsizetype at = sentence.indexOf(u'年'); at >= 0; at = sentence.indexOf(u'年', at + 1)) {
        if (at < 4)
            continue;
        const QStringView digits = QStringView(sentence).mid(at - 4, 4);
        bool number = false;
        const int named = digits.toInt(&number);
        if (number && named > 1900 && named < 2200 && year > 0 && named != year)
            return true;
    }
    return false;
}

} // namespace gouji
