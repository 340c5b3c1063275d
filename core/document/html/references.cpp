// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html/pagetokens.h"

#include <algorithm>
#include <string_view>

namespace gouji {

namespace {

struct Named {
    std::u16string_view name;
    char16_t character;
    bool bare = false; ///< pages may leave out the semicolon
};

// Those that Chinese pages use; sorted by name. A name that is not here stays as it is written, for everybody to see.
constexpr Named Names[] = {
    {u"AMP", u'&', true},
    {u"Dagger", 0x2021},
    {u"GT", u'>', true},
    {u"LT", u'<', true},
    {u"NewLine", u'\n'},
    {u"Prime", 0x2033},
    {u"QUOT", u'"', true},
    {u"Tab", u'\t'},
    {u"ZeroWidthSpace", 0x200b},
    {u"acute", 0xb4, true},
    {u"alpha", 0x3b1},
    {u"amp", u'&', true},
    {u"apos", u'\''},
    {u"ast", u'*'},
    {u"asymp", 0x2248},
    {u"bdquo", 0x201e},
    {u"beta", 0x3b2},
    {u"brvbar", 0xa6, true},
    {u"bull", 0x2022},
    {u"cedil", 0xb8, true},
    {u"cent", 0xa2, true},
    {u"check", 0x2713},
    {u"circ", 0x2c6},
    {u"colon", u':'},
    {u"comma", u','},
    {u"copy", 0xa9, true},
    {u"curren", 0xa4, true},
    {u"dagger", 0x2020},
    {u"darr", 0x2193},
    {u"dash", 0x2010},
    {u"deg", 0xb0, true},
    {u"delta", 0x3b4},
    {u"diams", 0x2666},
    {u"divide", 0xf7, true},
    {u"emsp", 0x2003},
    {u"emsp13", 0x2004},
    {u"emsp14", 0x2005},
    {u"ensp", 0x2002},
    {u"equals", u'='},
    {u"equiv", 0x2261},
    {u"euro", 0x20ac},
    {u"frac12", 0xbd, true},
    {u"frac14", 0xbc, true},
    {u"frac34", 0xbe, true},
    {u"frasl", 0x2044},
    {u"gamma", 0x3b3},
    {u"ge", 0x2265},
    {u"gt", u'>', true},
    {u"hairsp", 0x200a},
    {u"hellip", 0x2026},
    {u"horbar", 0x2015},
    {u"hyphen", 0x2010},
    {u"iexcl", 0xa1, true},
    {u"infin", 0x221e},
    {u"iquest", 0xbf, true},
    {u"lang", 0x27e8},
    {u"laquo", 0xab, true},
    {u"larr", 0x2190},
    {u"ldquo", 0x201c},
    {u"le", 0x2264},
    {u"lowast", 0x2217},
    {u"lowbar", u'_'},
    {u"lpar", u'('},
    {u"lrm", 0x200e},
    {u"lsaquo", 0x2039},
    {u"lsqb", u'['},
    {u"lsquo", 0x2018},
    {u"lt", u'<', true},
    {u"macr", 0xaf, true},
    {u"mdash", 0x2014},
    {u"micro", 0xb5, true},
    {u"middot", 0xb7, true},
    {u"minus", 0x2212},
    {u"nbsp", 0xa0, true},
    {u"ndash", 0x2013},
    {u"ne", 0x2260},
    {u"not", 0xac, true},
    {u"num", u'#'},
    {u"numsp", 0x2007},
    {u"ordf", 0xaa, true},
    {u"ordm", 0xba, true},
    {u"para", 0xb6, true},
    {u"percnt", u'%'},
    {u"period", u'.'},
    {u"permil", 0x2030},
    {u"plus", u'+'},
    {u"plusmn", 0xb1, true},
    {u"pound", 0xa3, true},
    {u"prime", 0x2032},
    {u"puncsp", 0x2008},
    {u"quest", u'?'},
    {u"quot", u'"', true},
    {u"rang", 0x27e9},
    {u"raquo", 0xbb, true},
    {u"rarr", 0x2192},
    {u"rdquo", 0x201d},
    {u"reg", 0xae, true},
    {u"rlm", 0x200f},
    {u"rpar", u')'},
    {u"rsaquo", 0x203a},
    {u"rsqb", u']'},
    {u"rsquo", 0x2019},
    {u"sbquo", 0x201a},
    {u"sect", 0xa7, true},
    {u"semi", u';'},
    {u"shy", 0xad, true},
    {u"sol", u'/'},
    {u"square", 0x25a1},
    {u"star", 0x2606},
    {u"starf", 0x2605},
    {u"sup1", 0xb9, true},
    {u"sup2", 0xb2, true},
    {u"sup3", 0xb3, true},
    {u"thinsp", 0x2009},
    {u"tilde", 0x2dc},
    {u"times", 0xd7, true},
    {u"trade", 0x2122},
    {u"uarr", 0x2191},
    {u"uml", 0xa8, true},
    {u"vert", u'|'},
    {u"yen", 0xa5, true},
    {u"zwj", 0x200d},
    {u"zwnj", 0x200c},
};

constexpr bool comesBefore(const Named &a, const Named &b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(Names), std::end(Names), comesBefore));

constexpr qsizetype LongestName = 14;

// What the standard makes of &#128; to &#159;, which pages wrote for the characters of Windows.
constexpr char16_t Windows[32] = {0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
    0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178};

const Named *named(QStringView name)
{
    const Named wanted{{name.utf16(), size_t(name.size())}, 0};
    const auto found = std::lower_bound(std::begin(Names), std::end(Names), wanted, comesBefore);
    return found != std::end(Names) && found->name == wanted.name ? &*found : nullptr;
}

bool isLetterOrDigit(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'); }

/// Reads "#20844;" or "#x516c;" behind the "&" at `at`; returns the place behind it, or `at` where it is none.
qsizetype numeric(QStringView raw, qsizetype at, QString &out)
{
    qsizetype i = at + 2;
    const bool hexadecimal = i < raw.size() && (raw[i] == u'x' || raw[i] == u'X');
    i += hexadecimal;
    char32_t value = 0;
    const qsizetype begin = i;
    for (; i < raw.size(); ++i) {
        const char16_t c = raw[i].unicode();
        const int digit = c >= u'0' && c <= u'9'                      ? c - u'0'
            : hexadecimal && (c | 0x20) >= u'a' && (c | 0x20) <= u'f' ? (c | 0x20) - u'a' + 10
                                                                      : -1;
        if (digit < 0)
            break;
        value = std::min<char32_t>(value * (hexadecimal ? 16 : 10) + char32_t(digit), 0x110000);
    }
    if (i == begin)
        return at;
    if (value >= 128 && value < 160)
        value = Windows[value - 128];
    if (value == 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000))
        value = QChar::ReplacementCharacter;
    out += QChar::fromUcs4(value);
    return i < raw.size() && raw[i] == u';' ? i + 1 : i;
}

qsizetype byName(QStringView raw, qsizetype at, bool inAttribute, QString &out)
{
    qsizetype end = at + 1;
    while (end < raw.size() && end - at <= LongestName && isLetterOrDigit(raw[end]))
        ++end;
    const QStringView name = raw.mid(at + 1, end - at - 1);
    const bool closed = end < raw.size() && raw[end] == u';';
    if (closed) {
        if (const Named *n = named(name)) {
            out += QChar(n->character);
            return end + 1;
        }
    }
    // "&nbsp5": the longest name that may go without a semicolon; in an address it is a parameter.
    const bool parameter = inAttribute && (closed || (end < raw.size() && raw[end] == u'='));
    for (qsizetype length = name.size(); !parameter && length >= 2; --length) {
        const Named *n = named(name.left(length));
        if (n && n->bare && (!inAttribute || length == name.size())) {
            out += QChar(n->character);
            return at + 1 + length;
        }
    }
    return at;
}

} // namespace

QString withoutReferences(QStringView raw, bool inAttribute)
{
    QString out;
    out.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size();) {
        qsizetype amp = raw.indexOf(u'&', i);
        if (amp < 0)
            amp = raw.size();
        out += raw.mid(i, amp - i);
        i = amp;
        if (i == raw.size())
            break;
        const bool isNumeric = i + 1 < raw.size() && raw[i + 1] == u'#';
        const qsizetype end = isNumeric ? numeric(raw, i, out) : byName(raw, i, inAttribute, out);
        if (end == i)
            out += u'&';
        i = std::max(end, i + 1);
    }
    return out;
}

} // namespace gouji
