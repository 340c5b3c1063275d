// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sheet/formatcode.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// "[Red]" is passed over, "[$¥-804]" shows its sign, "[>=100]" is a condition, "[h]" are hours beyond a day.
void readBrackets(QStringView inside, FormatSection &section)
{
    if (inside.startsWith(u'$')) {
        const qsizetype dash = inside.indexOf(u'-');
        section.pieces << FormatPiece{{}, inside.mid(1, dash < 0 ? -1 : dash - 1).toString()};
        return;
    }
    const QChar first = inside.isEmpty() ? QChar() : inside.front().toLower();
    if (QStringView(u"hms").contains(first) && std::count(inside.begin(), inside.end(), inside.front()) == inside.size()) {
        section.pieces << FormatPiece{first, {}, int(inside.size())};
        return;
    }
    static constexpr std::pair<QStringView, char16_t> Signs[]
        = {{u"<=", u'l'}, {u">=", u'g'}, {u"<>", u'n'}, {u"<", u'<'}, {u">", u'>'}, {u"=", u'='}};
    for (const auto &[sign, code] : Signs) {
        if (!inside.startsWith(sign))
            continue;
        section.compares = code;
        section.limit = inside.mid(sign.size()).toDouble();
        return;
    }
}

} // namespace

bool FormatSection::has(QStringView codes) const
{
    return std::any_of(pieces.begin(), pieces.end(), [&](const FormatPiece &p) { return !p.code.isNull() && codes.contains(p.code); });
}

bool FormatSection::holds(double value) const
{
    switch (compares) {
    case u'<':
        return value < limit;
    case u'>':
        return value > limit;
    case u'=':
        return value == limit;
    case u'l':
        return value <= limit;
    case u'g':
        return value >= limit;
    case u'n':
        return value != limit;
    default:
        return true;
    }
}

QList<FormatSection> sectionsOf(const QString &format)
{
    QList<FormatSection> out(1);
    const QStringView code(format);
    const auto text = [&](QStringView t) { out.last().pieces << FormatPiece{{}, t.toString()}; };
    // What stands between the mark at `i` and the next `close`; goes there.
    const auto upTo = [&](qsizetype &i, QChar close) {
        const qsizetype end = code.indexOf(close, i + 1);
        const QStringView inside = code.mid(i + 1, end < 0 ? -1 : end - i - 1);
        i = end < 0 ? code.size() : end;
        return inside;
    };
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        QList<FormatPiece> &pieces = out.last().pieces;
        if (c == u';') {
            out << FormatSection();
        } else if (c == u'"') {
            text(upTo(i, u'"'));
        } else if (c == u'[') {
            readBrackets(upTo(i, u']'), out.last());
        } else if (c == u'\\') {
            text(code.mid(++i, 1));
        } else if (c == u'_' || c == u'*') {
            ++i; // room as wide as the next character, or filled with it
        } else if (code.mid(i).startsWith("General"_L1, Qt::CaseInsensitive)) {
            pieces << FormatPiece{u'G', {}};
            i += 6;
        } else if (code.mid(i).startsWith("AM/PM"_L1, Qt::CaseInsensitive)) {
            i += 4;
        } else if (QStringView(u"ymdhs").contains(c.toLower())) {
            if (!pieces.isEmpty() && pieces.last().code == c.toLower())
                ++pieces.last().length;
            else
                pieces << FormatPiece{c.toLower(), {}};
        } else if (QStringView(u"0#?.,%@").contains(c) || (c == u'E' && i + 1 < code.size() && QStringView(u"+-").contains(code[i + 1]))) {
            pieces << FormatPiece{c, {}};
        } else {
            text(code.mid(i, 1));
        }
    }
    return out;
}

} // namespace gouji
