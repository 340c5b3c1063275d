// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/text/escapedtext.h"

#include "document/html/pagetokens.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Many = 20; // a text that only speaks of escapes has fewer

constexpr qsizetype LongestName = 8; // of a reference: "thinsp", "#x3000"

bool isSmallLetter(QChar c) { return c >= u'a' && c <= u'z'; }

/// "\u516c" at a backslash: the character; null where it is none.
QChar numbered(QStringView text, qsizetype at)
{
    if (at + 6 > text.size() || text[at + 1] != u'u')
        return {};
    bool ok = false;
    const ushort value = text.mid(at + 2, 4).toUShort(&ok, 16);
    return ok ? QChar(value) : QChar();
}

/// What a backslash and a letter stand for; null where nothing. A command of TeX goes on with letters.
QChar lettered(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return {};
    const bool goesOn = at + 2 < text.size() && isSmallLetter(text[at + 2]);
    switch (text[at + 1].unicode()) {
    case u'n':
        return goesOn ? QChar() : QChar(u'\n');
    case u'r':
        return goesOn ? QChar() : QChar(u'\r');
    case u't':
        return goesOn ? QChar() : QChar(u'\t');
    default:
        return {};
    }
}

bool hasBackslashEscapes(QStringView text)
{
    qsizetype characters = 0;
    qsizetype written = 0; // ideographs as they are
    qsizetype parted = 0;
    qsizetype parts = 0; // lines and fields as they are
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\') {
            characters += !numbered(text, i).isNull();
            parted += !lettered(text, i).isNull();
        }
        written += c.unicode() >= 0x4e00 && c.unicode() < 0xa000;
        parts += c == u'\n' || c == u'\t';
    }
    return (characters >= Many && characters > written) || (parted >= Many && parted > parts);
}

QString withoutBackslashes(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            out += text[i];
        } else if (const QChar c = numbered(text, i); !c.isNull()) {
            out += c;
            i += 5;
        } else if (const QChar sign = lettered(text, i); !sign.isNull()) {
            if (sign != u'\r')
                out += sign;
            ++i;
        } else if (text[i + 1] == u'"' || text[i + 1] == u'/' || text[i + 1] == u'\\') {
            out += text[++i];
        } else {
            out += text[i];
        }
    }
    return out;
}

bool hasReferences(QStringView text)
{
    if (text.contains("<td"_L1, Qt::CaseInsensitive))
        return false; // they are the tables' own
    qsizetype references = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0 && references < Many; at = text.indexOf(u'&', at + 1)) {
        references += text.mid(at + 2, LongestName).contains(u';');
    }
    return references >= Many;
}

} // namespace

QString withoutEscapes(QStringView text)
{
    QString out;
    if (text.contains(u'\\') && hasBackslashEscapes(text))
        out = withoutBackslashes(text);
    const QStringView left = out.isNull() ? text : QStringView(out);
    if (left.contains(u'&') && hasReferences(left))
        out = withoutReferences(left);
    return out;
}

} // namespace gouji
