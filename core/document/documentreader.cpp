// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentreader.h"

#include "document/filekind.h"
#include "document/html/htmlreader.h"
#include "document/html/mhtmlreader.h"
#include "document/json/jsonreader.h"
#include "document/odf/odtreader.h"
#include "document/ofd/ofdreader.h"
#include "document/packed/reportarchive.h"
#include "document/packed/zipmembers.h"
#include "document/office/officereaders.h"
#include "document/pdf/pdfreader.h"
#include "document/placed/placedrecords.h"
#include "document/scan/scanreader.h"
#include "document/sheet/csvreader.h"
#include "document/sheet/xlsxreader.h"
#include "document/text/escapedtext.h"
#include "document/text/textreader.h"
#include "document/word/docxreader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

Error unreadable(const QString &sentence) { return Error{u"unreadable"_s, sentence}; }

Error tooLarge(qint64 bytes)
{
    constexpr qint64 Mega = 1024 * 1024;
    return Error{u"too-large"_s, u"文件太大（%1 MB），超过 %2 MB 的文件不读取。"_s.arg(bytes / Mega).arg(MaxFileBytes / Mega)};
}

/// The readers there are. A kind that is recognised (filekind.cpp) and not listed here is refused by its name.
struct Reader {
    QLatin1StringView kind;
    Result<SourceDocument> (*read)(const ReaderInput &);
};

constexpr Reader Readers[] = {
    {"txt"_L1, readText},
    {"csv"_L1, readCsv},
    {"html"_L1, readHtml},
    {"mhtml"_L1, readMhtml},
    {"docx"_L1, readDocx},
    {"odt"_L1, readOdt},
    {"pdf"_L1, readPdf},
    {"ofd"_L1, readOfd},
    {"image"_L1, readScan},
    {"xlsx"_L1, readXlsx},
    {"doc"_L1, readDoc},
    {"rtf"_L1, readRtf},
    {"xls"_L1, readXls},
    {"ods"_L1, readOds},
    {"xml-document"_L1, readXmlDocument},
    {"xml-sheet"_L1, readXmlSheet},
    {"ole"_L1, refuseOle},
};

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c == QChar::ByteOrderMark || c == u'\u200b'; });
}

/// Latin letters stand apart from Chinese ones.
QString inSentence(const QString &title) { return title.front().unicode() < 0x80 ? u' ' + title : title; }

/// An archive arrives here where it is not taken for a folder: it is in another archive, of another make, or damaged.
Error refuseArchive(const QByteArray &bytes)
{
    if (bytes.startsWith("PK\x05\x06"))
        return Error{u"empty"_s, u"压缩文件里没有文件。"_s};
    if (const auto names = zipNames(bytes); bytes.startsWith("PK") && !names)
        return names.error();
    return Error{u"unsupported"_s, u"这是压缩文件，不是报告；请先解压，再读取里面的文件。"_s};
}

/// What a program wrote for programs, not for people: JSON, words with their places.
std::optional<Result<SourceDocument>> readListed(const DecodedText &text, FileKind &kind)
{
    if (auto json = readJson(text)) {
        kind = {u"txt"_s, u"JSON 文件"_s};
        return json;
    }
    auto words = readPlacedRecords(text);
    if (words)
        kind = {u"txt"_s, u"文本"_s};
    return words;
}

Result<SourceDocument> read(const QByteArray &bytes, const QString &name, Pictures pictures, const StopFlag &stop)
{
    if (bytes.isEmpty())
        return Error{u"empty"_s, u"文件是空的。"_s};
    if (bytes.size() > MaxFileBytes)
        return tooLarge(bytes.size());
    ReaderInput input{bytes, {}, pictures == Pictures::Recognise, stop};
    FileKind kind = fileKindOf(bytes);
    bool escaped = false;
    std::optional<Result<SourceDocument>> listed; // by a program, for programs
    if (kind.id == "txt"_L1) {
        input.text = decodeText(bytes);
        if (looksBinary(input.text.text))
            return Error{u"unsupported"_s, u"这是二进制文件，不是文字，无法读取。"_s};
        if (isBlank(input.text.text))
            return Error{u"empty"_s, u"文件里只有空白，没有文字。"_s};
        kind = textKindOf(input.text.text);
        if (kind.id == "txt"_L1 || kind.id == "csv"_L1)
            listed = readListed(input.text, kind);
        // Pages have references of their own, and so have those within them.
        if (QString plain = !listed && (kind.id == "txt"_L1 || kind.id == "csv"_L1) ? withoutEscapes(input.text.text) : QString();
            !plain.isEmpty()) {
            input.text.text = std::move(plain);
            kind = textKindOf(input.text.text);
            escaped = true;
        }
    }
    if (kind.id == "encrypted"_L1)
        return Error{u"encrypted"_s, u"这是%1，请先去掉密码再打开。"_s.arg(kind.title)};
    if (kind.id == "archive"_L1)
        return refuseArchive(bytes);
    const auto reader = std::find_if(std::begin(Readers), std::end(Readers), [&](const Reader &r) { return kind.id == r.kind; });
    if (reader == std::end(Readers))
        return Error{u"unsupported"_s, u"这是%1，本版本还不能读取。"_s.arg(inSentence(kind.title))};
    auto document = listed ? std::move(*listed) : reader->read(input);
    if (!document)
        return document;
    if (isBlank(document->text) && document->unreadPictures > 0 && pictures == Pictures::Leave)
        return read(bytes, name, Pictures::Recognise, stop);
    if (isBlank(document->text))
        return Error{u"empty"_s, u"%1里没有文字。"_s.arg(inSentence(kind.title).trimmed())};
    document->fileName = name;
    document->fileKind = kind.id;
    if (escaped)
        document->notes.prepend(u"文件中的文字是以转义写法保存的（如“\\u516c”“&nbsp;”），已还原成文字读取。"_s);
    if (const QString suffix = otherKindsSuffix(name, kind); !suffix.isEmpty())
        document->notes.prepend(u"文件名的后缀是 .%1，内容却是%2，已按内容读取。"_s.arg(suffix, inSentence(kind.title)));
    return document;
}

/// A file as most are: there, of a size that it keeps, and within the bounds. Nothing where it is anything else, which is
/// looked into in its own time.
std::optional<QByteArray> readPlainFile(const QString &path)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return std::nullopt;
    const auto closing = qScopeGuard([file] { close(file); });
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0 || status.st_size > MaxFileBytes)
        return std::nullopt;
    QByteArray bytes(status.st_size + 1, Qt::Uninitialized);
    if (::read(file, bytes.data(), size_t(bytes.size())) != status.st_size)
        return std::nullopt;
    bytes.truncate(status.st_size);
    return bytes;
}

} // namespace

Result<QByteArray> readBytes(const QString &path)
{
    if (auto bytes = readPlainFile(path))
        return std::move(*bytes);
    if (const auto place = placeInArchive(path))
        return ReportArchive::read(place->archive, place->member);
    const QFileInfo info(path);
    // What stands in a folder that may not be entered looks missing to QFileInfo.
    if (access(QFile::encodeName(path).constData(), R_OK) != 0 && errno == EACCES)
        return unreadable(u"没有读取这个文件的权限。"_s);
    if (!info.exists())
        return unreadable(info.isSymLink() ? u"链接指向的文件不存在。"_s : u"文件不存在。"_s);
    if (info.isDir())
        return unreadable(u"这是文件夹，不是文件。"_s);
    // Opening a pipe waits for somebody to write, reading a device may never end.
    if (!info.isFile())
        return unreadable(u"这不是普通文件（而是设备或管道），不读取。"_s);
    if (info.size() > MaxFileBytes) {
        const auto archive = ReportArchive::open(path);
        return archive && !*archive ? archive->error() : tooLarge(info.size());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(u"文件无法打开（%1）。"_s.arg(file.errorString()));
    QByteArray bytes = file.read(info.size() + 1);
    // The file may have grown since it was measured, and files of the system report no size at all.
    if (bytes.size() > info.size())
        bytes += file.read(MaxFileBytes + 1 - bytes.size());
    if (file.error() != QFile::NoError)
        return unreadable(u"文件读取中断（%1）。"_s.arg(file.errorString()));
    if (bytes.size() > MaxFileBytes)
        return tooLarge(bytes.size());
    return bytes;
}

Result<SourceDocument> readDocument(const QString &path, Pictures pictures)
{
    const auto bytes = readBytes(path);
    if (!bytes)
        return bytes.error();
    return read(*bytes, path, pictures, {});
}

Result<SourceDocument> readDocument(const QByteArray &bytes, const QString &name, Pictures pictures, const StopFlag &stop)
{
    auto document = read(bytes, name, pictures, stop);
    if (document)
        document->sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return document;
}

} // namespace gouji
