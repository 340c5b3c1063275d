// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/wordindex.h"

#include "base/normalizedtext.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool thousandFollows(QStringView text, qsizetype at)
{
    const auto digitAt = [&](qsizetype i) { return i < text.size() && isDigit(text[i]); };
    return digitAt(at) && digitAt(at + 1) && digitAt(at + 2) && !digitAt(at + 3);
}
bool isLatin(QChar c) { return c.unicode() < 0x2e80 && c.isLetter(); }

} // namespace

QString WordIndex::words(const QString &text)
{
    const QString plain = normalized(text);
    QString out;
    out.reserve(plain.size() * 2);
    QChar last; // of the word that is going on; null between words
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        if (c == u',' && isDigit(last) && thousandFollows(plain, i + 1))
            continue; // 1,203
        if (isDigit(c) || isLatin(c)) {
            if (!last.isNull() && isDigit(c) != isDigit(last))
                out += u' ';
            out += c;
            last = c;
            continue;
        }
        if (!last.isNull())
            out += u' ';
        last = {};
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            out += c;
            if (!c.isHighSurrogate())
                out += u' ';
        }
    }
    return out.trimmed();
}

bool WordIndex::prepare(const Database &db)
{
    if (db.hasTable(u"report_words"_s))
        return true;
    if (db.isServer()) {
        const auto locked = Transaction::begin(db); // two programs may open a new database at once
        const auto made = db.run(u"CREATE TABLE IF NOT EXISTS report_words (number INTEGER NOT NULL, words TEXT NOT NULL)"_s);
        const auto indexed
            = db.run(u"CREATE INDEX IF NOT EXISTS report_words_each ON report_words USING GIN (string_to_array(words, ' '))"_s);
        return locked && made && indexed && (*locked)->commit().ok();
    }
    return db
        .run(u"CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5 (words, content='', columnsize=0, "
             "tokenize='unicode61 remove_diacritics 0')"_s)
        .ok();
}

Status WordIndex::add(const Database &db, int number, const QString &text)
{
    const QString column = db.isServer() ? u"number"_s : u"rowid"_s;
    const auto added = db.run(u"INSERT INTO report_words (%1, words) VALUES (?, ?)"_s.arg(column), {number, words(text)});
    return added ? Status(Done()) : Status(added.error());
}

Result<QBitArray> WordIndex::find(const Database &db, const QString &word)
{
    auto highest = db.run(u"SELECT MAX(number) FROM report"_s);
    if (!highest)
        return highest.error();
    QBitArray out(highest->next() ? highest->value(0).toInt() + 1 : 1);
    const QString phrase = words(word).simplified();
    if (phrase.isEmpty())
        return out;
    const auto mark = [&out](QSqlQuery &found) {
        while (found.next()) {
            if (const int number = found.value(0).toInt(); number >= 0 && number < out.size())
                out.setBit(number);
        }
    };
    if (db.hasTable(u"report_words"_s)) {
        // Words hold letters and digits alone: nothing in them could be taken for FTS5's own language.
        auto found = db.isServer() ? db.run(u"SELECT number FROM report_words WHERE string_to_array(words, ' ') @> string_to_array(?, ' ') "
                                            "AND ' ' || words || ' ' LIKE ?"_s,
                         {phrase, u"% "_s + phrase + u" %"_s})
                                   : db.run(u"SELECT rowid FROM report_words WHERE report_words MATCH ?"_s, {u"\""_s + phrase + u"\""_s});
        if (!found)
            return found.error();
        mark(*found);
    }
    if (std::all_of(phrase.begin(), phrase.end(), isDigit)) {
        auto typed = db.run(u"SELECT number FROM report WHERE typed <> '' AND ' ' || typed || ' ' LIKE ?"_s, {u"% "_s + phrase + u" %"_s});
        if (!typed)
            return typed.error();
        mark(*typed);
    }
    return out;
}

} // namespace gouji
