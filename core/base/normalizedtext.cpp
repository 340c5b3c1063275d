// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/normalizedtext.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace gouji {

namespace {

constexpr char32_t FirstRadical = 0x2E80;
constexpr std::array<char32_t, 0x160> UnifiedIdeographs = {
#include "base/unifiedideographs.inc"
};

/// The most units one character with its marks may become before it is left alone.
constexpr int SegmentRoom = 64;
/// More units than this for each of its own is what only ornaments become (one sign for a whole blessing).
constexpr int MostGrowth = 4;

/// Characters that NFKC leaves alone and that never combine with what stands before them: nearly all of a report.
constexpr bool isPlain(char16_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c < 0x7F && (c >= 0x20 || c == u'\n' || c == u'\t')) || (c >= 0x3001 && c <= 0x3029)
        || (c >= 0x2018 && c <= 0x201E) || (c >= 0x2500 && c <= 0x257F) || c == 0x2014 || c == 0xB7 || (c >= 0x3400 && c <= 0x4DBF);
}

constexpr bool isFullWidthAscii(char16_t c) { return c >= 0xFF01 && c <= 0xFF5E; }

char32_t unifiedIdeograph(char32_t c)
{
    return c >= FirstRadical && c < FirstRadical + UnifiedIdeographs.size() ? UnifiedIdeographs[c - FirstRadical] : 0;
}

const UNormalizer2 *nfkc()
{
    UErrorCode error = U_ZERO_ERROR;
    return unorm2_getNFKCInstance(&error);
}

bool startsSegment(char16_t unit) { return isPlain(unit) || isFullWidthAscii(unit) || unit == 0x3000; }

/// Shows nothing and moves nothing. U+202A–202E and U+2066–2069 do move things and are not among them.
bool isInvisible(UChar32 c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x061C || (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

bool makesDigits(UChar32 c, QStringView normal)
{
    if (u_isdigit(c))
        return false;
    for (const QChar unit : normal) {
        if (unit >= u'0' && unit <= u'9')
            return true;
    }
    return false;
}

UChar32 codePointAt(QStringView text, int at)
{
    UChar32 c;
    qsizetype i = at;
    U16_NEXT(text.utf16(), i, text.size(), c);
    return c;
}

} // namespace

NormalizedText NormalizedText::of(QStringView original)
{
    NormalizedText out;
    const int size = int(original.size());
    const char16_t *const units = original.utf16();
    out.m_originalSize = size;
    out.grow(size + size / 16 + SegmentRoom);
    const UNormalizer2 *const form = nfkc();
    for (int i = 0; i < size;) {
        // Runs of characters that stand for themselves or their narrow twin; where a mark may follow the last one of a
        // run, that goes the long way.
        out.ensureRoom(size - i + SegmentRoom);
        int stop = i;
        while (stop < size && isPlain(units[stop]))
            ++stop;
        if (stop > i && stop < size && !startsSegment(units[stop]))
            --stop;
        out.copy(units, i, stop);
        i = stop;
        if (i == size)
            break;
        if (startsSegment(units[i]) && (i + 1 == size || startsSegment(units[i + 1]))) {
            out.put(isPlain(units[i]) ? units[i] : units[i] == 0x3000 ? u' ' : char16_t(units[i] - 0xFEE0), i, i + 1);
            ++i;
            continue;
        }
        UChar32 point;
        qsizetype at = i;
        U16_NEXT(units, at, size, point);
        int next = int(at);
        // Marks without end are cut: putting them into canonical order takes the square of their number.
        for (; next < size && next - i < SegmentRoom && !startsSegment(units[next]); next = int(at)) {
            at = next;
            U16_NEXT(units, at, size, point);
            if (unorm2_hasBoundaryBefore(form, point))
                break;
        }
        out.segment(original, i, next);
        i = next;
    }
    out.m_text.truncate(out.m_size);
    out.m_units = nullptr;
    return out;
}

void NormalizedText::copy(const char16_t *units, int begin, int end)
{
    std::copy(units + begin, units + end, m_units + m_size);
    if (m_same != m_size || begin != m_size) {
        const size_t known = m_begins.size();
        m_begins.resize(known + size_t(end - begin));
        m_ends.resize(m_begins.size());
        std::iota(m_begins.begin() + ptrdiff_t(known), m_begins.end(), begin);
        std::iota(m_ends.begin() + ptrdiff_t(known), m_ends.end(), begin + 1);
    } else {
        m_same += end - begin;
    }
    m_size += end - begin;
}

void NormalizedText::grow(int room)
{
    m_text.resize(m_size + std::max(room, m_size)); // doubles, so that text which grows is not copied again and again
    m_units = reinterpret_cast<char16_t *>(m_text.data());
}

/// One character with what combines with it.
void NormalizedText::segment(QStringView original, int begin, int end)
{
    ensureRoom(end - begin + SegmentRoom);
    const UChar32 first = codePointAt(original, begin);
    const int afterFirst = begin + U16_LENGTH(first);
    if (isInvisible(first)) {
        const bool joins = m_size > 0 && QChar(m_units[m_size - 1]).isDigit() && end < original.size() && original[end].isDigit();
        if (!joins) {
            if (afterFirst < end)
                segment(original, afterFirst, end);
            return;
        }
    }
    if (const char32_t ideograph = unifiedIdeograph(char32_t(first))) {
        for (const char16_t unit : QChar::fromUcs4(ideograph))
            put(unit, begin, afterFirst);
        if (afterFirst < end)
            segment(original, afterFirst, end);
        return;
    }
    UErrorCode error = U_ZERO_ERROR;
    std::array<char16_t, SegmentRoom> buffer;
    const int length = unorm2_normalize(nfkc(), original.utf16() + begin, end - begin, buffer.data(), int(buffer.size()), &error);
    const QStringView normal(buffer.data(), U_SUCCESS(error) ? length : 0);
    // A run of marks too long for the buffer, or what grows beyond measure, is no text of a report; it stays as it is.
    const bool tooLong = U_FAILURE(error) || normal.size() > MostGrowth * (end - begin);
    if (tooLong || makesDigits(first, normal)) {
        const int stop = tooLong ? end : afterFirst;
        for (int i = begin; i < stop; ++i)
            put(original[i].unicode(), i, i + 1);
        if (stop < end)
            segment(original, stop, end);
        return;
    }
    for (const QChar unit : normal)
        put(unit.unicode(), begin, end);
}

void NormalizedText::blank(TextRange range) { std::fill(m_text.begin() + range.begin, m_text.begin() + range.end, u' '); }

TextRange NormalizedText::original(TextRange normalized) const
{
    if (!normalized.isValid() || normalized.end > m_text.size())
        return {};
    if (normalized.begin == normalized.end) {
        const qsizetype at = normalized.begin == m_text.size() ? m_originalSize : beginOf(normalized.begin);
        return {at, at};
    }
    return {beginOf(normalized.begin), endOf(normalized.end - 1)};
}

QString normalized(QStringView text) { return NormalizedText::of(text).text(); }

} // namespace gouji
