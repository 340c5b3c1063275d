// SPDX-License-Identifier: GPL-3.0-or-later
#include "zipmaker.h"

#include <archive.h>
#include <archive_entry.h>

namespace gouji::test {

QByteArray zip(const ZipParts &parts)
{
    QByteArray out;
    archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_set_bytes_in_last_block(zip, 1);
    const auto append = [](archive *, void *data, const void *bytes, size_t size) -> la_ssize_t {
        static_cast<QByteArray *>(data)->append(static_cast<const char *>(bytes), qsizetype(size));
        return la_ssize_t(size);
    };
    archive_write_open(zip, &out, nullptr, append, nullptr);
    for (const auto &[name, content] : parts) {
        if (name == "mimetype")
            archive_write_zip_set_compression_store(zip);
        else
            archive_write_zip_set_compression_deflate(zip);
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_size(entry, content.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(zip, entry);
        archive_write_data(zip, content.constData(), size_t(content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    return out;
}

QByteArray docx(const QByteArray &body, const ZipParts &more)
{
    static const QByteArray Spaces
        = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
          " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    static const QByteArray Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    ZipParts parts = {
        {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"_rels/.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"" + Office + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
        {"word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"n1\" Type=\"" + Office + "/footnotes\" Target=\"footnotes.xml\"/></Relationships>"},
        {"word/document.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document" + Spaces + "><w:body>" + body + "</w:body></w:document>"},
    };
    for (const auto &part : more) {
        parts.removeIf([&](const auto &own) { return own.first == part.first; });
        parts << std::pair(part.first, QByteArray(part.second).replace("SPACES", Spaces));
    }
    return zip(parts);
}

} // namespace gouji::test
