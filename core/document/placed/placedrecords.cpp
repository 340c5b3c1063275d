// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/placed/placedrecords.h"

#include "document/placed/boxfields.h"
#include "document/placed/placedtext.h"

#include <QStringList>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestHead = 2000;

QStringList fieldsOf(QStringView line, QChar delimiter)
{
    QStringList out{QString()};
    bool quoted = false;
    const bool quotes = delimiter == u','; // fields between tabulators are as they are
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (quotes && line[i] == u'"') {
            if (quoted && i + 1 < line.size() && line[i + 1] == u'"')
                out.back() += line[++i];
            else
                quoted = !quoted;
        } else if (!quoted && line[i] == delimiter) {
            out << QString();
        } else {
            out.back() += line[i];
        }
    }
    return out;
}

/// What the first line says of the others.
struct Heads {
    QChar delimiter;
    QStringList names;
    qsizetype text = -1;
    qsizetype page = -1;
    bool recognised = false; ///< it is told how sure each word is
};

std::optional<Heads> headsIn(QStringView line)
{
    if (line.size() > LongestHead || !line.contains("text"_L1) || !(line.contains("left"_L1) || line.contains("x0"_L1)))
        return std::nullopt;
    Heads heads;
    heads.delimiter = line.contains(u'\t') ? u'\t' : u',';
    heads.names = fieldsOf(line, heads.delimiter);
    BoxFields box;
    for (qsizetype i = 0; i < heads.names.size(); ++i) {
        const QString &name = heads.names[i] = heads.names[i].trimmed();
        if (name == "text"_L1)
            heads.text = i;
        else if (name == "page_num"_L1 || name == "page_number"_L1 || name == "page"_L1)
            heads.page = i;
        else
            box.set(name, 1);
    }
    heads.recognised = heads.names.contains(u"conf"_s) && heads.names.contains(u"level"_s);
    if (heads.text < 0 || !box.isPlaced() || !box.size())
        return std::nullopt;
    return heads;
}

} // namespace

std::optional<Result<SourceDocument>> readPlacedRecords(const DecodedText &text)
{
    const qsizetype end = text.text.indexOf(u'\n');
    const QStringView first = QStringView(text.text).left(std::max(end, qsizetype(0)));
    const auto heads = headsIn(first);
    if (!heads)
        return std::nullopt;
    PlacedText placed;
    QString page;
    QRectF line;
    bool confident = false;
    for (const QStringView record : QStringView(text.text).mid(end + 1).tokenize(u'\n')) {
        if (record == first) { // the pages were written one by one
            placed.beginPage(std::nullopt);
            continue;
        }
        const QStringList fields = fieldsOf(record, heads->delimiter);
        BoxFields box;
        for (qsizetype i = 0; i < std::min(fields.size(), heads->names.size()); ++i) {
            bool ok = false;
            if (const double value = fields[i].toDouble(&ok); ok && i != heads->text)
                box.set(heads->names[i], value);
        }
        if (const QString of = fields.value(heads->page); heads->page >= 0 && of != page && of != heads->names[heads->page]) {
            page = of;
            placed.beginPage(std::nullopt);
        }
        const QString said = fields.value(heads->text);
        const auto where = box.box();
        if (!where || said.startsWith("###"_L1) || (said.trimmed().isEmpty() && said.size() != 1)) {
            if (where && heads->recognised)
                line = *where; // words are as high as their ink; the line they stand in was told before
            continue;
        }
        QRectF own = *where;
        if (heads->recognised && line.contains(own.center()) && line.height() < 2.5 * own.height()) {
            own.setTop(line.top());
            own.setBottom(line.bottom());
        }
        const double conf = heads->recognised ? fields.value(heads->names.indexOf(u"conf"_s)).toDouble() : 100;
        confident = confident || (conf != 100 && conf >= 0);
        placed.add(said, own);
    }
    if (!placed.isDocument())
        return std::nullopt;
    auto document = placed.document();
    if (document) {
        document->recognised = confident; // pdftotext is always sure
        document->encoding = text.encoding;
        document->encodingGuessed = text.guessed;
        document->notes = notesOn(text);
    }
    return document;
}

} // namespace gouji
