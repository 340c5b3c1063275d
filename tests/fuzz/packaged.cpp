// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaged.h"

#include "pdfmaker.h"
#include "zipmaker.h"

namespace gouji::test {

namespace {

QByteArray xlsx(const QByteArray &sheet)
{
    static const QByteArray Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return zip({{"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels",
            "<Relationships><Relationship Id='r1' Type='" + Office + "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns:r='r'><workbookPr/><sheets><sheet name='Sheet1' sheetId='1' r:id='s1'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='s1' Type='" + Office + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"}});
}

QByteArray ofd(const QByteArray &objects)
{
    return zip({{"OFD.xml", "<OFD DocType='OFD'><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>"},
        {"D/Document.xml",
            "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData>"
            "<Pages><Page ID='1' BaseLoc='Page.xml'/></Pages></Document>"},
        {"D/Page.xml", "<ofd:Page xmlns:ofd='http://www.ofdspec.org/2016'>" + objects + "</ofd:Page>"}});
}

/// One page of A4 with the font /F, which has Chinese characters as UCS-2.
QByteArray pdf(const QByteArray &operators)
{
    PdfMaker maker;
    maker.raw(operators);
    return maker.take();
}

} // namespace

QByteArray packaged(const QByteArray &text)
{
    if (text.startsWith("<w:"))
        return docx(text);
    if (text.startsWith("<ofd:"))
        return ofd(text);
    if (text.startsWith("%page"))
        return pdf(text);
    return text.startsWith("<sheetData") ? xlsx(text) : text;
}

} // namespace gouji::test
