// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/textdecoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <memory>
#include <optional>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct Mark {
    QByteArrayView bytes;
    const char *encoding;
};

#define GOUJI_BYTES(text) QByteArrayView(text, sizeof(text) - 1)

// UTF-32 before UTF-16: its little-endian mark begins with the other's.
constexpr Mark Marks[] = {
    {GOUJI_BYTES("\xef\xbb\xbf"), "UTF-8"},
    {GOUJI_BYTES("\xff\xfe\0\0"), "UTF-32LE"},
    {GOUJI_BYTES("\0\0\xfe\xff"), "UTF-32BE"},
    {GOUJI_BYTES("\xff\xfe"), "UTF-16LE"},
    {GOUJI_BYTES("\xfe\xff"), "UTF-16BE"},
    {GOUJI_BYTES("\x84\x31\x95\x33"), "GB18030"},
};

qsizetype replacements(QStringView text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += c == QChar::ReplacementCharacter;
    return count;
}

DecodedText decodeAs(const char *encoding, QByteArrayView bytes)
{
    DecodedText out;
    out.encoding = QLatin1StringView(encoding);
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &error), ucnv_close);
    if (U_FAILURE(error))
        return out;
    // Two units a byte is more than any of these character sets makes.
    out.text.resize(bytes.size() * 2 + 2);
    const int length = ucnv_toUChars(
        converter.get(), reinterpret_cast<char16_t *>(out.text.data()), int(out.text.size()), bytes.data(), int(bytes.size()), &error);
    out.text.truncate(U_SUCCESS(error) ? length : 0);
    out.invalid = replacements(out.text);
    return out;
}

/// In UTF-16 text of a report about every third character is ASCII or a line end, whose other byte is 0; all such zeros
/// stand at odd offsets (little end first) or all at even ones.
const char *utf16Without(QByteArrayView bytes)
{
    if (bytes.size() % 2 || bytes.isEmpty() || !bytes.contains('\0'))
        return nullptr;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        zeros[i & 1] += bytes[i] == '\0';
    const bool little = zeros[1] > zeros[0];
    const qsizetype most = zeros[little];
    if (most * 50 < bytes.size() || zeros[!little] * 20 > most)
        return nullptr;
    return little ? "UTF-16LE" : "UTF-16BE";
}

/// The share of characters that Chinese office text is made of.
bool isOfficeText(QStringView text)
{
    qsizetype good = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        good += (u >= 0x20 && u < 0x7f) || u == u'\n' || u == u'\r' || u == u'\t' || (u >= 0x4e00 && u <= 0x9fff)
            || (u >= 0x3000 && u <= 0x303f) || (u >= 0xff00 && u <= 0xffef) || (u >= 0x2000 && u <= 0x206f);
    }
    return good * 10 >= text.size() * 9;
}

const char *detected(QByteArrayView bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), ucsdet_close);
    // A few thousand bytes settle it; the whole of a large file would only cost time.
    ucsdet_setText(detector.get(), bytes.data(), int(qMin(bytes.size(), qsizetype(64 * 1024))), &error);
    const UCharsetMatch *match = ucsdet_detect(detector.get(), &error);
    const char *name = match ? ucsdet_getName(match, &error) : nullptr;
    return U_SUCCESS(error) ? name : nullptr;
}

DecodedText guess(QByteArrayView bytes)
{
    if (const char *utf16 = utf16Without(bytes)) {
        DecodedText out = decodeAs(utf16, bytes);
        if (isOfficeText(out.text))
            return out;
    }
    // UTF-8 with a few damaged places is still UTF-8: hardly any other text has this many valid sequences.
    DecodedText utf8 = decodeAs("UTF-8", bytes);
    qsizetype beyondAscii = 0;
    for (const QChar c : std::as_const(utf8.text))
        beyondAscii += c.unicode() >= 0x80;
    if (utf8.invalid * 5 <= beyondAscii)
        return utf8;
    // Reports are Chinese: where GB18030 makes office text of the bytes, no other guess is better.
    DecodedText chinese = decodeAs("GB18030", bytes);
    if (chinese.invalid == 0 && isOfficeText(chinese.text) && (chinese.text.contains(u"公开"_s) || chinese.text.contains(u"政府"_s)))
        return chinese;
    const char *name = detected(bytes);
    if (name && qstrcmp(name, "GB18030") != 0) {
        DecodedText other = decodeAs(name, bytes);
        if (!other.text.isEmpty() && other.invalid <= chinese.invalid && isOfficeText(other.text))
            return other;
    }
    return chinese;
}

/// '\n' for every line end there is: CR LF, CR, NEL, line and paragraph separator, and Word's vertical tab.
void unifyLineEnds(QString &text)
{
    const auto isEnd = [](QChar c) { // ideographs and letters are told by one comparison each
        return c <= u'\u2029' && (c < u' ' ? c == u'\r' || c == u'\v' : c >= u'\x85' && (c == u'\x85' || c >= u'\u2028'));
    };
    const auto first = std::find_if(text.cbegin(), text.cend(), isEnd) - text.cbegin();
    if (first == text.size())
        return;
    QChar *const data = text.data();
    qsizetype to = first;
    for (qsizetype from = first; from < text.size(); ++from) {
        QChar c = data[from];
        if (c == u'\r' && from + 1 < text.size() && data[from + 1] == u'\n')
            continue;
        data[to++] = isEnd(c) ? QChar(u'\n') : c;
    }
    text.truncate(to);
}

/// A zero ends the text for some readers and widgets; it is shown for what it is, something that could not be read.
qsizetype replaceZeros(QString &text)
{
    if (!text.contains(QChar(0)))
        return 0;
    const qsizetype count = text.count(QChar(0));
    text.replace(QChar(0), QChar(QChar::ReplacementCharacter));
    return count;
}

/// Characters of one to three bytes, which is all of a report but for rare ideographs, up to the first byte of anything else: how
/// many bytes that are. `to` is left behind the last unit.
qsizetype decodeCommonUtf8(QByteArrayView bytes, char16_t *&to)
{
    const auto *const begin = reinterpret_cast<const uchar *>(bytes.data());
    const uchar *const end = begin + bytes.size();
    const uchar *at = begin;
    char16_t *out = to;
    while (at < end) {
        const uchar lead = *at;
        if (lead < 0x80) {
            *out++ = lead;
            ++at;
            continue;
        }
        if (lead >= 0xc2 && lead < 0xe0 && end - at >= 2 && (at[1] & 0xc0) == 0x80) {
            *out++ = char16_t((lead & 0x1f) << 6 | (at[1] & 0x3f));
            at += 2;
            continue;
        }
        // of the leads of three bytes E0 and ED do not allow all that may follow the others
        const bool common = (lead & 0xf0) == 0xe0 && lead != 0xe0 && lead != 0xed && end - at >= 3;
        if (!common || (at[1] & 0xc0) != 0x80 || (at[2] & 0xc0) != 0x80)
            break;
        *out++ = char16_t((lead & 0x0f) << 12 | (at[1] & 0x3f) << 6 | (at[2] & 0x3f));
        at += 3;
    }
    to = out;
    return at - begin;
}

/// Nothing where any byte is not what UTF-8 allows there.
std::optional<QString> strictUtf8(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized); // a unit a byte is the most there can be
    auto *const begin = reinterpret_cast<char16_t *>(text.data());
    char16_t *to = begin;
    while (!bytes.isEmpty()) {
        bytes = bytes.sliced(decodeCommonUtf8(bytes, to));
        if (bytes.isEmpty())
            break;
        // One character of another kind, and what follows it up to the next that begins one: few texts have many.
        qsizetype size = 1;
        while (size < bytes.size() && (uchar(bytes[size]) & 0xc0) == 0x80)
            ++size;
        int32_t length = 0;
        UErrorCode error = U_ZERO_ERROR;
        u_strFromUTF8(to, int32_t(size), &length, bytes.data(), int32_t(size), &error);
        if (U_FAILURE(error))
            return std::nullopt;
        to += length;
        bytes = bytes.sliced(size);
    }
    text.truncate(to - begin);
    return text;
}

/// Pages name the character set they mean to be in; "gb2312" stands for all that came after it.
DecodedText decodeAsDeclared(const QByteArray &declared, QByteArrayView bytes)
{
    QByteArray name = declared.trimmed().toLower();
    if (name.startsWith("gb") || name == "x-gbk" || name == "cp936" || name == "ms936")
        name = "GB18030";
    DecodedText out = decodeAs(name.constData(), bytes);
    const bool agrees = !name.startsWith("utf-16") && !name.startsWith("utf-32") && out.invalid * 50 <= out.text.size();
    return agrees ? out : DecodedText{};
}

DecodedText decode(QByteArrayView bytes, const QByteArray &declared)
{
    for (const Mark &mark : Marks) {
        if (bytes.startsWith(mark.bytes)) {
            DecodedText out = decodeAs(mark.encoding, bytes.sliced(mark.bytes.size()));
            return out;
        }
    }
    if (!utf16Without(bytes)) {
        if (auto text = strictUtf8(bytes))
            return {std::move(*text), u"UTF-8"_s, false, 0};
    }
    if (!declared.isEmpty()) {
        DecodedText out = decodeAsDeclared(declared, bytes);
        if (!out.text.isEmpty())
            return out;
    }
    DecodedText out = guess(bytes);
    out.guessed = true;
    return out;
}

} // namespace

DecodedText decodeText(const QByteArray &bytes, const QByteArray &declared)
{
    DecodedText out = decode(bytes, declared);
    unifyLineEnds(out.text);
    out.invalid += replaceZeros(out.text);
    return out;
}

QStringList notesOn(const DecodedText &text)
{
    QStringList notes;
    if (text.guessed)
        notes << u"文件没有说明文字编码，按 %1 读取是推测；如有乱码，请另存为 UTF-8 再打开。"_s.arg(text.encoding);
    if (text.invalid > 0)
        notes << u"文件中有 %1 处内容无法解码，原文中显示为“\uFFFD”。"_s.arg(text.invalid);
    return notes;
}

} // namespace gouji
