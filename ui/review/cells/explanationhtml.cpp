// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/cells/explanationhtml.h"

#include "common/findingwords.h"
#include "common/theme.h"
#include "output/explainedequation.h"
#include "review/cells/problems.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QUrl>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString coloured(const QString &html, const QColor &ink) { return u"<span style=\"color:%1\">%2</span>"_s.arg(ink.name(), html); }

QString link(const QString &target, const QString &html, const QColor &ink)
{
    return u"<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>"_s.arg(target, ink.name(), html);
}

QString sourceLink(const TextRange &range, const QString &html, const QColor &ink)
{
    return link(u"source:%1-%2"_s.arg(range.begin).arg(range.end), html, ink);
}

/// One fact: a paragraph hanging behind its name. Paragraphs are laid out in half the time of a table, read aloud and
/// copied as they look.
QString fact(const QString &name, const QString &html, const ExplanationStyle &style)
{
    return u"<p style=\"margin:1px 0 1px %1px;text-indent:-%1px;white-space:pre-wrap\">%2\t%3</p>"_s.arg(
        QString::number(style.indent), coloured(name.toHtmlEscaped(), theme::mutedInk(style.palette)), html);
}

QString excerptHtml(const SourceExcerpt &e, const QPalette &palette)
{
    const QStringView text(e.text);
    const QString marked = text.mid(e.marked.begin, e.marked.length()).toString().toHtmlEscaped();
    return sourceLink(e.source, placeOf(e).toHtmlEscaped(), theme::accent(palette)) + u"&nbsp; "_s
        + text.left(e.marked.begin).toString().toHtmlEscaped()
        + u"<span style=\"background-color:%1;font-weight:bold;text-decoration:underline\">%2</span>"_s.arg(
            theme::selectionWash(palette).name(), marked.isEmpty() ? u"&nbsp;"_s : marked)
        + text.mid(e.marked.end).toString().toHtmlEscaped();
}

QString equationHtml(const ExplainedEquation &e, CellId explained, const QPalette &palette)
{
    const bool fails = e.verdict == ExplainedEquation::Verdict::Fails;
    const bool holds = e.verdict == ExplainedEquation::Verdict::Holds;
    const QColor ink = fails ? theme::errorInk(palette) : holds ? theme::goodInk(palette) : theme::warningInk(palette);
    QString out = coloured(u"<b>%1</b>"_s.arg(fails ? u"✗"
                                   : holds          ? u"✓"
                                                    : u"?"),
                      ink)
        + u"&nbsp;"_s + coloured(e.name.toHtmlEscaped() + u'：', theme::mutedInk(palette));
    const QColor text = palette.color(QPalette::Text);
    for (const ExplainedWords &w : e.words) {
        const QString words = w.text.toHtmlEscaped();
        if (w.cell == explained)
            out += u"<b>%1</b>"_s.arg(words);
        else if (w.cell.isValid())
            out += link(u"cell:%1"_s.arg(w.cell.index), words, text);
        else
            out += words;
    }
    out += u"&nbsp; "_s + coloured(e.judgement.toHtmlEscaped(), ink);
    if (e.wanted)
        out += coloured(u"&nbsp;· "_s + QCoreApplication::translate("gouji::Explanation", "此格若为 %1 则成立").arg(e.wanted->toString()),
            theme::mutedInk(palette));
    return out;
}

QColor inkOf(Severity severity, const QPalette &palette)
{
    return severity == Severity::Error  ? theme::errorInk(palette)
        : severity == Severity::Warning ? theme::warningInk(palette)
                                        : theme::mutedInk(palette);
}

QString findingLine(const Finding &f, const QPalette &palette)
{
    return coloured(u"<b>%1</b>"_s.arg(severityWord(f.severity)), inkOf(f.severity, palette)) + u"&nbsp; "_s + f.message.toHtmlEscaped();
}

const char *const Names[] = {
    QT_TRANSLATE_NOOP("gouji::Explanation", "问题"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "正文"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "原因"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "整行"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "原读"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "原文"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "行名"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "勾稽"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "另有"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "依据"),
    QT_TRANSLATE_NOOP("gouji::Explanation", "历史"),
};

QString words(const char *text) { return QCoreApplication::translate("gouji::Explanation", text); }

} // namespace

ExplanationStyle::ExplanationStyle(const QPalette &p, const QFont &font)
    : palette(p)
{
    const QFontMetrics metrics(font);
    for (const char *name : Names)
        indent = std::max(indent, metrics.horizontalAdvance(words(name)) + 3 * theme::Grid);
}

QString explanationHtml(const CellExplanation &e, const Finding *chosen, const Dossier &dossier, const ExplanationStyle &style)
{
    const Report &report = dossier.report;
    const SourceDocument &document = dossier.document;
    const QPalette &palette = style.palette;
    QString rows;
    const auto add = [&](const char *name, const QString &html) {
        if (!html.isEmpty())
            rows += fact(*name ? words(name) : QString(), html, style);
    };
    if (chosen) {
        add("问题", findingLine(*chosen, palette));
        if (const TextRange prose = proseOf(*chosen, report); prose.isValid())
            add("正文", excerptHtml(excerptOf(document, prose), palette));
    }
    const auto toldAbove = [&](const QString &sentence) { return chosen && chosen->message.contains(QString(sentence).remove(u'。')); };
    if (!toldAbove(e.now.why))
        add("原因", e.now.why.toHtmlEscaped());
    if (e.rowReason != e.now.why && !toldAbove(e.rowReason))
        add("整行", e.rowReason.toHtmlEscaped());
    if (e.read)
        add("原读",
            u"<s>%1</s>&nbsp; %2"_s.arg(
                valueText(*e.read).toHtmlEscaped(), e.read->value ? statusText(*e.read).toHtmlEscaped() : QString()));
    add("原文",
        e.source.source.isValid() ? excerptHtml(e.source, palette) : words(QT_TRANSLATE_NOOP("gouji::Explanation", "没有与此格对应的字")));
    const QString wording = wordingText(e.wording).toHtmlEscaped();
    add("行名",
        (e.wording.source.isValid() ? sourceLink(e.wording.source, wording, palette.color(QPalette::Text)) : wording)
            + (e.order.isEmpty() ? QString() : coloured(u"&nbsp;· "_s + e.order, theme::mutedInk(palette))));
    for (const ExplainedEquation &equation : e.equations)
        add(&equation == &e.equations.first() ? "勾稽" : "", equationHtml(equation, e.cell, palette));
    const char *name = chosen ? "另有" : "问题";
    for (const Finding &f : e.findings) {
        if (!chosen || f != *chosen)
            add(std::exchange(name, ""), findingLine(f, palette));
    }
    if (chosen)
        add("依据", chosen->basis.toHtmlEscaped());
    name = "历史";
    for (const ExplainedAct &act : e.acts)
        add(std::exchange(name, ""),
            coloured(act.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) + u' ' + act.who.toHtmlEscaped(), theme::mutedInk(palette))
                + u"&nbsp; "_s + act.text.toHtmlEscaped());
    return rows;
}

QString findingHtml(const Finding &finding, const SourceDocument &document, const ExplanationStyle &style)
{
    const QPalette &palette = style.palette;
    QString rows = fact(words("问题"), findingLine(finding, palette), style);
    if (!finding.sources.isEmpty())
        rows += fact(words("原文"), excerptHtml(excerptOf(document, finding.sources.last()), palette), style);
    if (!finding.basis.isEmpty())
        rows += fact(words("依据"), finding.basis.toHtmlEscaped(), style);
    return rows;
}

QString equationsHtml(const Report &report, CellId cell, const QPalette &palette)
{
    QStringList lines;
    for (const ExplainedEquation &e : equationsOf(report, cell))
        lines << equationHtml(e, cell, palette);
    return lines.join(u"<br>"_s);
}

CellId linkedCell(const QUrl &url)
{
    bool ok = false;
    const int index = url.path().toInt(&ok);
    return url.scheme() == "cell"_L1 && ok ? CellId{index} : CellId();
}

TextRange linkedSource(const QUrl &url)
{
    const QStringList ends = url.path().split(u'-');
    return url.scheme() == "source"_L1 && ends.size() == 2 ? TextRange{ends[0].toLongLong(), ends[1].toLongLong()} : TextRange{};
}

} // namespace gouji
