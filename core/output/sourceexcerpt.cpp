// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/sourceexcerpt.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Around = 36; ///< characters of the line told on either side
constexpr qsizetype MostMarked = 80;

/// Appends a stretch with every run of white space as one space.
void append(QString &out, QStringView stretch)
{
    for (const QChar c : stretch) {
        if (!c.isSpace())
            out += c;
        else if (!out.isEmpty() && !out.back().isSpace())
            out += u' ';
    }
}

bool splits(QStringView text, qsizetype at) { return at > 0 && at < text.size() && text[at].isLowSurrogate(); }

} // namespace

SourceExcerpt excerptOf(const SourceDocument &document, const TextRange &source)
{
    SourceExcerpt out;
    const QStringView text(document.text);
    if (!source.isValid() || source.end > text.size())
        return out;
    out.source = source;
    const qsizetype begin = source.begin == 0 ? 0 : text.lastIndexOf(u'\n', source.begin - 1) + 1;
    qsizetype end = text.indexOf(u'\n', source.end);
    if (end < 0)
        end = text.size();
    out.line = text.left(begin).count(u'\n') + 1;
    out.column = source.begin - begin + 1;
    for (qsizetype i = 0; i < document.pages.size(); ++i) {
        if (document.pages[i].text.contains(source.begin))
            out.page = int(i) + 1;
    }

    qsizetype from = std::max(begin, source.begin - Around);
    qsizetype to = std::min(end, source.end + Around);
    from -= splits(text, from);
    to += splits(text, to);
    if (from > begin)
        out.text = u"…"_s;
    append(out.text, text.mid(from, source.begin - from));
    out.marked.begin = out.text.size();
    if (source.length() <= MostMarked) {
        append(out.text, text.mid(source.begin, source.length()));
    } else {
        append(out.text, text.mid(source.begin, MostMarked / 2));
        out.text += u'…';
        append(out.text, text.mid(source.end - MostMarked / 2, MostMarked / 2));
    }
    out.marked.end = out.text.size();
    append(out.text, text.mid(source.end, to - source.end));
    if (to < end)
        out.text += u'…';
    return out;
}

QString placeOf(const SourceExcerpt &excerpt)
{
    const QString page = excerpt.page > 0 ? u"第 %1 页，"_s.arg(excerpt.page) : QString();
    return page + u"第 %1 行第 %2 字"_s.arg(excerpt.line).arg(excerpt.column);
}

QString markedText(const SourceExcerpt &excerpt)
{
    QString out = excerpt.text;
    out.insert(excerpt.marked.end, u'】');
    out.insert(excerpt.marked.begin, u'【');
    return out;
}

} // namespace gouji
