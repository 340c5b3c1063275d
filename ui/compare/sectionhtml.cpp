// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/sectionhtml.h"

#include "common/theme.h"

#include <QCoreApplication>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) { return QCoreApplication::translate("gouji::SectionHtml", text); }

/// One side of a paragraph; empty where that side does not have it.
QString side(const ParagraphComparison &paragraph, TextPiece::Kind own, const QPalette &palette)
{
    const bool here = own == TextPiece::Kind::Added;
    const QString ink = (here ? theme::goodInk(palette) : theme::errorInk(palette)).name();
    QString out;
    for (const TextPiece &piece : paragraph.pieces) {
        const QString text = piece.text.toHtmlEscaped();
        if (piece.kind == TextPiece::Kind::Same)
            out += text;
        else if (piece.kind == own)
            out += u"<span style='color:%1;text-decoration:%2'>%3</span>"_s.arg(ink, here ? u"underline"_s : u"line-through"_s, text);
    }
    return out;
}

QString mark(ParagraphComparison::Kind kind)
{
    switch (kind) {
    case ParagraphComparison::Kind::Numbers:
        return say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "仅数字不同"));
    case ParagraphComparison::Kind::Changed:
        return say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "有改动"));
    case ParagraphComparison::Kind::Added:
        return say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "新增"));
    case ParagraphComparison::Kind::Removed:
        return say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "删去"));
    default:
        return u"＝"_s;
    }
}

QString sectionHtml(const SectionComparison &section, const QPalette &palette)
{
    const QString muted = theme::mutedInk(palette).name();
    QString out = u"<h3><a name='%1'></a>%2</h3>"_s.arg(sectionAnchor(section.number), section.title.toHtmlEscaped());
    if (!section.here || !section.there) {
        return out
            + u"<p style='color:%1'>%2</p>"_s.arg(muted,
                (section.here ? say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "对方没有这一节。"))
                              : say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "本报告没有这一节。")))
                    .toHtmlEscaped());
    }
    if (section.paragraphs.isEmpty())
        return out + u"<p style='color:%1'>%2</p>"_s.arg(muted, say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "没有表格以外的文字。")));
    out += u"<p style='color:%1'>%2</p><table width='100%' cellspacing='0' cellpadding='6'>"_s.arg(
        muted, say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "与对方相同的文字占 %1%。")).arg(section.share));
    for (const ParagraphComparison &p : section.paragraphs) {
        const bool same = p.kind == ParagraphComparison::Kind::Same;
        out += u"<tr><td width='46%' style='color:%4'>%1</td><td width='8%' align='center' style='color:%5'><small>%2</small></td>"
               "<td width='46%' style='color:%4'>%3</td></tr>"_s.arg(side(p, TextPiece::Kind::Removed, palette), mark(p.kind),
                   side(p, TextPiece::Kind::Added, palette), same ? muted : palette.color(QPalette::Text).name(), muted);
    }
    return out + u"</table>"_s;
}

} // namespace

QString sectionAnchor(int number) { return u"section%1"_s.arg(number); }

QString sectionsHtml(const QList<SectionComparison> &sections, const QString &otherName, const QPalette &palette)
{
    QString out
        = u"<table width='100%' cellpadding='6'><tr><td width='46%'><b>%1</b></td><td width='8%'></td><td width='46%'><b>%2</b></td></tr></table>"_s
              .arg(otherName.toHtmlEscaped(), say(QT_TRANSLATE_NOOP("gouji::SectionHtml", "本报告")));
    for (const SectionComparison &s : sections)
        out += sectionHtml(s, palette);
    return out;
}

} // namespace gouji
