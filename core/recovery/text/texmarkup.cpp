// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/text/texmarkup.h"

#include <algorithm>

namespace gouji {

namespace {

/// A command whose first arguments say how, not what.
struct Command {
    QStringView name;
    int settings;
};

constexpr Command Commands[] = {{u"multicolumn", 2}, {u"multirow", 2}, {u"begin", 2}, {u"end", 1}, {u"cline", 1}, {u"cmidrule", 1},
    {u"vspace", 1}, {u"hspace", 1}, {u"resizebox", 2}, {u"setlength", 2}, {u"label", 1}, {u"documentclass", 1}, {u"usepackage", 1}};
constexpr qsizetype LongestSetting = 120;

bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// Behind the bracket that closes the one at `from`, nested ones included; `from` where none does nearby.
qsizetype behindGroup(QStringView text, qsizetype from, QChar open, QChar close)
{
    int depth = 0;
    const qsizetype last = std::min(text.size(), from + LongestSetting);
    for (qsizetype i = from; i < last && text[i] != u'\n'; ++i) {
        depth += text[i] == open;
        depth -= text[i] == close;
        if (depth == 0)
            return i + 1;
    }
    return from;
}

qsizetype behindSettings(QStringView text, qsizetype at, QStringView name)
{
    const auto command = std::find_if(std::begin(Commands), std::end(Commands), [name](const Command &c) { return c.name == name; });
    int settings = command == std::end(Commands) ? 0 : command->settings;
    while (at < text.size()) {
        const QChar open = text[at];
        const bool options = settings > 0 && (open == u'[' || open == u'(');
        if (!options && (open != u'{' || settings == 0))
            return at;
        const qsizetype behind = behindGroup(text, at, open, open == u'{' ? u'}' : open == u'[' ? u']' : u')');
        if (behind == at)
            return at;
        at = behind;
        settings -= open == u'{';
    }
    return at;
}

} // namespace

std::vector<TextRange> findTexMarkup(QStringView text)
{
    std::vector<TextRange> out;
    if (!text.contains(u'\\') || (!text.contains(u"\\begin{") && !text.contains(u"\\hline") && !text.contains(u"\\multi")))
        return out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'{' || text[i] == u'}') {
            out.push_back({i, i + 1});
        } else if (text[i] == u'\\' && i + 1 < text.size()) {
            qsizetype end = i + 1;
            while (end < text.size() && isLetter(text[end]))
                ++end;
            if (end == i + 1) { // "\\" ends a row, "\%" is a sign
                if (text[end] == u'\\')
                    ++i;
                else
                    out.push_back({i, end});
                continue;
            }
            end = behindSettings(text, end + (end < text.size() && text[end] == u'*' ? 1 : 0), text.mid(i + 1, end - i - 1));
            out.push_back({i, end});
            i = end - 1;
        }
    }
    return out;
}

} // namespace gouji
