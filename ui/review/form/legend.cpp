// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/legend.h"

#include "common/theme.h"
#include "review/form/celldelegate.h"

#include <QPainter>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    CellMarks marks;
    const char *text;
    const char *sample;
    char16_t trace = 0;
};

const Entry Entries[] = {
    {CellMark::Error, QT_TRANSLATE_NOOP("gouji::Legend", "错误所在"), "9"},
    {CellMark::ErrorPart, QT_TRANSLATE_NOOP("gouji::Legend", "牵涉错误"), "9"},
    {CellMark::Warning, QT_TRANSLATE_NOOP("gouji::Legend", "警告"), "9"},
    {CellMark::Hint, QT_TRANSLATE_NOOP("gouji::Legend", "提示"), "9"},
    {CellMark::Suspect, QT_TRANSLATE_NOOP("gouji::Legend", "存疑"), "9"},
    {CellMark::Repaired, QT_TRANSLATE_NOOP("gouji::Legend", "推定"), "9"},
    {CellMark::Blank, QT_TRANSLATE_NOOP("gouji::Legend", "空白"), ""},
    {CellMark::Missing, QT_TRANSLATE_NOOP("gouji::Legend", "缺失"), ""},
    {CellMark::Corrected, QT_TRANSLATE_NOOP("gouji::Legend", "已更正"), "9"},
    {CellMark::Confirmed, QT_TRANSLATE_NOOP("gouji::Legend", "已确认"), "9"},
    {{}, QT_TRANSLATE_NOOP("gouji::Legend", "同一等式"), "9", u'+'},
};

constexpr int SampleWidth = 10 * theme::Grid;
constexpr int SampleHeight = 6 * theme::Grid;
constexpr int Gap = 2 * theme::Grid;

} // namespace

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"legend"_s);
    setAccessibleName(tr("图例"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int Legend::columnsIn(int width) const
{
    const QFontMetrics metrics(theme::small(font()));
    int text = 0;
    for (const Entry &e : Entries)
        text = std::max(text, metrics.horizontalAdvance(tr(e.text)));
    const int one = SampleWidth + text + 3 * Gap;
    return std::max(1, (width - Gap) / one);
}

int Legend::heightForWidth(int width) const
{
    const int columns = columnsIn(width);
    const int rows = (int(std::size(Entries)) + columns - 1) / columns;
    return rows * (SampleHeight + theme::Grid) + theme::Grid;
}

QSize Legend::sizeHint() const { return QSize(100 * theme::Grid, heightForWidth(100 * theme::Grid)); }

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int columns = columnsIn(width());
    const int one = (width() - Gap) / columns;
    int i = 0;
    for (const Entry &e : Entries) {
        const QRect sample(
            Gap + (i % columns) * one, theme::Grid + (i / columns) * (SampleHeight + theme::Grid), SampleWidth, SampleHeight);
        painter.fillRect(sample.adjusted(-1, -1, 1, 1), theme::rule(palette()));
        painter.save();
        CellDelegate::paintValue(&painter, sample, palette(), font(), QLatin1StringView(e.sample), e.marks, QStyle::State_Enabled,
            e.trace ? QChar(e.trace) : QChar());
        painter.restore();
        painter.setFont(theme::small(font()));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(sample.right() + Gap, sample.top(), one - SampleWidth - Gap, SampleHeight),
            int(Qt::AlignVCenter | Qt::AlignLeft), tr(e.text));
        ++i;
    }
}

} // namespace gouji
