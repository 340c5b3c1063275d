// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/narrative/narrativetokens.h"

#include "base/oneof.h"

namespace gouji {

namespace {

using Token = NarrativeToken;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isLatin(QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }

class Cutter {
public:
    Cutter(const NarrativeSentence &sentence, const NarrativeWords &words, int year)
        : m_text(sentence.text)
        , m_words(words)
        , m_year(year)
    {
    }

    std::vector<Token> cut()
    {
        while (m_at < m_text.size()) {
            if (punctuation() || number() || word())
                continue;
            gap();
        }
        return std::move(m_out);
    }

private:
    Token &push(Token::Type type, qsizetype end)
    {
        Token token;
        token.type = type;
        token.begin = int(m_at);
        token.end = int(end);
        m_out.push_back(token);
        m_at = end;
        return m_out.back();
    }

    bool punctuation()
    {
        switch (m_text[m_at].unicode()) {
        case u',':
        case u':':
            push(Token::Type::Comma, m_at + 1);
            return true;
        case u'、':
            push(Token::Type::Pause, m_at + 1);
            return true;
        case u';':
        case u'。':
        case u'!':
        case u'?':
        case u'！':
        case u'？':
            push(Token::Type::Stop, m_at + 1);
            return true;
        case u'(':
            push(Token::Type::Open, m_at + 1);
            return true;
        case u')':
            push(Token::Type::Close, m_at + 1);
            return true;
        default:
            return false;
        }
    }

    bool follows(qsizetype at, QStringView what) const { return m_text.mid(at).startsWith(what); }

    /// 「2022年结转的」 in a report on 2023: what the year before has left.
    bool carriedOver(const ProseNumber &n)
    {
        qsizetype end = n.end + 1;
        if (m_year == 0 || n.value.whole() != m_year - 1)
            return false;
        if (follows(end, u"度"))
            ++end;
        const bool carried = follows(end, u"结转");
        end += 2;
        if (!carried || follows(end, u"至") || follows(end, u"到") || follows(end, u"下") || follows(end, u"入"))
            return false;
        if (follows(end, u"的"))
            ++end;
        return pushNamed(u"carried_over", end);
    }

    /// 「结转至2024年继续办理」 in a report on 2023.
    bool carriedForward()
    {
        if (m_year == 0 || !follows(m_at, u"结转"))
            return false;
        qsizetype end = m_at + 2;
        if (follows(end, u"至") || follows(end, u"到") || follows(end, u"入"))
            ++end;
        const std::optional<ProseNumber> n = end < m_text.size() && isDigit(m_text[end]) ? readNumber(m_text, end) : std::nullopt;
        if (!n || n->value.whole() != m_year + 1 || !follows(n->end, u"年"))
            return false;
        end = n->end + 1;
        for (const QStringView tail : {QStringView(u"度"), QStringView(u"继续"), QStringView(u"办理"), QStringView(u"的")}) {
            if (follows(end, tail))
                end += tail.size();
        }
        return pushNamed(u"carried_forward", end);
    }

    bool pushNamed(QStringView id, qsizetype end)
    {
        const int entry = m_words.entryNamed(id);
        if (entry < 0)
            return false;
        Token &token = push(Token::Type::Word, end);
        token.entry = entry;
        token.kind = m_words.entry(entry).kind;
        return true;
    }

    /// A date or a year: in the report's own year or outside it.
    bool time(const ProseNumber &n)
    {
        const qint64 v = n.value.whole();
        if (follows(n.end, u"年")) {
            if (carriedOver(n))
                return true;
            const bool plausible = v >= 1990 && v <= 2099;
            const bool shortYear = !n.chinese && v >= 10 && v <= 99 && n.end - n.begin == 2 && m_year % 100 == v;
            if (!plausible && !shortYear) {
                push(Token::Type::Other, n.end + 1).number = n;
                return true;
            }
            qsizetype end = n.end + 1;
            if (follows(end, u"度"))
                ++end;
            push(m_year == 0 || v == m_year || shortYear ? Token::Type::OwnTime : Token::Type::OtherTime, end);
            return true;
        }
        if (follows(n.end, u"月")) {
            // 1 January and 31 December bound the whole year; every other month cuts a part out of it.
            qsizetype end = n.end + 1;
            const bool first = v == 1 && follows(end, u"1日");
            const bool last = v == 12 && (follows(end, u"31日") || follows(end, u"底") || follows(end, u"末"));
            if (first)
                end += 2;
            else if (last)
                end += follows(end, u"31日") ? 3 : 1;
            push(first || last ? Token::Type::OwnTime : Token::Type::OtherTime, end);
            return true;
        }
        return false;
    }

    bool number()
    {
        const QChar c = m_text[m_at];
        const bool digit = isDigit(c);
        if (digit && m_at > 0 && (isLatin(m_text[m_at - 1]) || m_text[m_at - 1] == u'|')) {
            foreignDigits();
            return true;
        }
        if (!digit) { // a run of numerals is one number or none
            if (m_at < m_numeralsEnd)
                return false;
            const qsizetype end = numeralsEnd(m_text, m_at);
            if (end == m_at)
                return false;
            m_numeralsEnd = end;
        }
        const std::optional<ProseNumber> n = readNumber(m_text, m_at);
        if (!n) {
            if (!digit)
                return false;
            foreignDigits();
            return true;
        }
        if (time(*n))
            return true;
        const QChar next = n->end < m_text.size() ? m_text[n->end] : QChar();
        // Digits that letters, signs or another number touch are no clean count.
        const bool torn = isLatin(next) || next == u'|' || next == u'%' || next == u'.' || next == u'-' || next == u'/'
            || (m_at > 0
                && (m_text[m_at - 1] == u'第' || m_text[m_at - 1] == u'-' || m_text[m_at - 1] == u'.' || m_text[m_at - 1] == u'/'));
        const int counter = torn ? 0 : m_words.counter(m_text, n->end);
        const bool ends = n->end == m_text.size() || isOneOf(next, u",;。、()");
        const bool zero = ends && c == u'零' && m_at > 0 && m_text[m_at - 1] == u'为'; // 「受理数量为零」
        if (n->chinese && counter == 0 && !zero)
            return false; // 一是, 三审三校, 统一
        if (!torn && (counter > 0 || ends)) {
            Token &token = push(Token::Type::Count, n->end + counter);
            token.number = *n;
            token.counter = counter;
        } else {
            push(Token::Type::Other, std::max(n->end, m_at + 1)).number = *n;
        }
        return true;
    }

    void foreignDigits()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isDigit(m_text[end]))
            ++end;
        push(Token::Type::Other, end);
    }

    bool word()
    {
        if (carriedForward())
            return true;
        const NarrativeWords::Match match = m_words.match(m_text, m_at);
        if (match.entry < 0)
            return false;
        Token &token = push(Token::Type::Word, m_at + match.length);
        token.entry = match.entry;
        token.kind = m_words.entry(match.entry).kind;
        return true;
    }

    void gap()
    {
        if (!m_out.empty() && m_out.back().type == Token::Type::Gap) {
            ++m_out.back().end;
            ++m_at;
        } else {
            push(Token::Type::Gap, m_at + 1);
        }
    }

    const QStringView m_text;
    const NarrativeWords &m_words;
    const int m_year;
    std::vector<Token> m_out;
    qsizetype m_at = 0;
    qsizetype m_numeralsEnd = 0; ///< of the run of Chinese numerals that was tried last
};

} // namespace

std::vector<NarrativeToken> narrativeTokens(const NarrativeSentence &sentence, const NarrativeWords &words, int year)
{
    return Cutter(sentence, words, year).cut();
}

} // namespace gouji
