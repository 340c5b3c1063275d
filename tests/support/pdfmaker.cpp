// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfmaker.h"

namespace gouji::test {

namespace {

QByteArray number(double value) { return QByteArray::number(value, 'f', 2); }

QByteArray hex(const QString &text)
{
    QByteArray out;
    for (const QChar c : text)
        out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return '<' + out + '>';
}

} // namespace

PdfMaker::PdfMaker(QSizeF page, int rotation)
    : m_page(page)
    , m_rotation(rotation)
    , m_contents{QByteArray()}
{
}

void PdfMaker::newPage() { m_contents << QByteArray(); }

void PdfMaker::text(double left, double top, const QString &text, double size)
{
    raw("BT /F " + number(size) + " Tf " + number(left) + ' ' + number(m_page.height() - top - size * 0.88) + " Td " + hex(text)
        + " Tj ET");
}

void PdfMaker::sidewaysText(double left, double bottom, const QString &text, double size)
{
    raw("BT /F " + number(size) + " Tf 0 1 -1 0 " + number(left + size * 0.88) + ' ' + number(m_page.height() - bottom) + " Tm " + hex(text)
        + " Tj ET");
}

void PdfMaker::line(QPointF from, QPointF to, double width)
{
    raw(number(width) + " w " + number(from.x()) + ' ' + number(m_page.height() - from.y()) + " m " + number(to.x()) + ' '
        + number(m_page.height() - to.y()) + " l S");
}

void PdfMaker::fill(const QRectF &rect, double grey)
{
    raw(number(grey) + " g " + number(rect.x()) + ' ' + number(m_page.height() - rect.bottom()) + ' ' + number(rect.width()) + ' '
        + number(rect.height()) + " re f 0 g");
}

void PdfMaker::raw(const QByteArray &operators) { m_contents.last() += operators + '\n'; }

QByteArray PdfMaker::take() const
{
    QByteArray kids;
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", {},
        // Characters below 128 are half as wide, as their CIDs 814 to 907 say.
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
        "/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>",
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120"
        "/CapHeight 880/StemV 93>>"};
    for (const QByteArray &content : m_contents) {
        const QByteArray self = QByteArray::number(objects.size() + 1);
        const QByteArray stream = QByteArray::number(objects.size() + 2);
        kids += self + " 0 R ";
        objects << "<</Type/Page/Parent 2 0 R/Rotate " + QByteArray::number(m_rotation) + "/MediaBox[0 0 " + number(m_page.width()) + ' '
                + number(m_page.height()) + "]/Resources<</Font<</F 3 0 R>>>>/Contents " + stream + " 0 R>>";
        objects << "<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "endstream\n";
    }
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(m_contents.size()) + "/Kids[" + kids + "]>>";
    QByteArray out = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray at = QByteArray::number(out.size());
    return out + "xref\n0 " + count + '\n' + table + "trailer<</Size " + count + "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
}

} // namespace gouji::test
