// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaged.h"

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

} // namespace

QByteArray packaged(const QByteArray &text)
{
    if (text.startsWith("<w:"))
        return docx(text);
    return text.startsWith("<sheetData") ? xlsx(text) : text;
}

} // namespace gouji::test
