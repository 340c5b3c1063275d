// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/summaryprinter.h"

#include "base/writefile.h"
#include "print/sheetlayout.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double Padding = 3;

struct Ink {
    QPainter &painter;
    double scale; ///< device pixels a point

    QRectF onDevice(const QRectF &points) const
    {
        return {points.x() * scale, points.y() * scale, points.width() * scale, points.height() * scale};
    }
    void line(double width, Qt::PenStyle style = Qt::SolidLine) const
    {
        painter.setPen(QPen(Qt::black, width * scale, style, Qt::FlatCap, Qt::MiterJoin));
    }
};

void paintText(const Ink &ink, const PlacedItem &item)
{
    const double padding = item.frame ? Padding : 0;
    const QRectF rect = ink.onDevice(item.rect.adjusted(padding, 0, -padding, 0));
    QString text = item.text;
    text.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(text, SheetLayout::font(item.size, item.bold, ink.painter.device(), item.title), ink.painter.device());
    QTextOption option(item.align == SheetCell::Align::Centre ? Qt::AlignHCenter : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(rect.width());
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    const double y = item.top ? rect.top() + Padding * ink.scale : rect.top() + (rect.height() - height) / 2;
    ink.painter.setPen(Qt::black);
    layout.draw(&ink.painter, {rect.left(), y});
}

/// Grey alone tells the marks apart from each other no less than the frames do: the sheet is copied and faxed.
void paintCell(const Ink &ink, const PlacedItem &item)
{
    const QRectF rect = ink.onDevice(item.rect);
    if (item.head)
        ink.painter.fillRect(rect, QColor(0xf2, 0xf1, 0xee));
    else if (item.mark == SheetMark::Corrected)
        ink.painter.fillRect(rect, QColor(0xe2, 0xe2, 0xe2));
    else if (item.mark == SheetMark::Problem)
        ink.painter.fillRect(rect, QColor(0xfb, 0xe6, 0xe4));
    else if (item.mark == SheetMark::Doubtful)
        ink.painter.fillRect(rect, QColor(0xf8, 0xf3, 0xdf));
    ink.line(0.5);
    ink.painter.drawRect(rect);
    const double inset = 1.1 * ink.scale;
    const QRectF inner = rect.adjusted(inset, inset, -inset, -inset);
    if (item.mark == SheetMark::Corrected) {
        ink.line(1.3);
        ink.painter.drawRect(inner);
    } else if (item.mark == SheetMark::Doubtful) {
        ink.line(0.7, Qt::DashLine);
        ink.painter.drawRect(inner);
    }
    paintText(ink, item);
}

void paintFoot(const Ink &ink, const QString &foot, QSizeF page, int number, int count)
{
    PlacedItem item;
    item.size = 7.5;
    item.rect = {0, page.height() - 12, page.width(), 12};
    item.text = foot;
    paintText(ink, item);
    item.align = SheetCell::Align::Centre;
    item.text = u"第 %1 页，共 %2 页"_s.arg(number).arg(count);
    paintText(ink, item);
}

} // namespace

SummaryPrinter::SummaryPrinter(Sheet sheet)
    : m_sheet(std::move(sheet))
{
}

QPageLayout SummaryPrinter::pageLayout()
{
    return QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 8), QPageLayout::Millimeter);
}

bool SummaryPrinter::print(QPagedPaintDevice *device) const
{
    QPainter painter;
    if (!painter.begin(device))
        return false;
    const Ink ink{painter, device->logicalDpiY() / 72.0};
    const QSizeF page = device->pageLayout().paintRect(QPageLayout::Point).size();
    const SheetLayout layout(m_sheet, page, device);
    for (int number = 0; number < layout.pageCount(); ++number) {
        if (number > 0 && !device->newPage())
            return false;
        for (const PlacedItem &item : layout.items()) {
            if (item.page == number)
                item.kind == PlacedItem::Kind::Cell ? paintCell(ink, item) : paintText(ink, item);
        }
        paintFoot(ink, m_sheet.foot, page, number + 1, layout.pageCount());
    }
    return painter.end();
}

Status SummaryPrinter::writePdf(const QString &path) const
{
    const auto failed = [&](const QString &why) { return Error{u"unwritable"_s, u"无法写出 %1：%2。"_s.arg(path, why)}; };
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(1200);
        writer.setPageLayout(pageLayout());
        writer.setTitle(m_sheet.foot);
        writer.setCreator(u"勾稽 "_s + QStringLiteral(GOUJI_VERSION));
        if (!print(&writer))
            return failed(u"PDF 未能生成"_s);
    }
    return writeWhole(path, buffer.data());
}

} // namespace gouji
