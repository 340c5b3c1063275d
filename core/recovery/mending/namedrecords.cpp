// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/mending/namedrecords.h"

#include "recovery/text/characters.h"
#include "recovery/text/printednumber.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr int LeastRows = 2; // that name the same column

bool isBreak(QChar c) { return isSpace(c) || c == u'\t' || c == u'\n'; }
bool isQuote(QChar c) { return c == u'"' || c == u'\'' || c == u'`' || c == u'*'; }

} // namespace

NamedRecords::NamedRecords(const ColumnNames &names, QStringView text, TextRange zone)
    : m_names(names)
    , m_text(text)
    , m_zone(zone)
{
    find();
}

void NamedRecords::find()
{
    for (qsizetype i = m_zone.begin; i < m_zone.end;) {
        if (!m_names.mayBegin(m_text[i])) {
            ++i;
            continue;
        }
        const NamedEntry entry = entryAt(i);
        if (entry.end > i)
            m_entries.push_back(entry);
        i = std::max(entry.end, i + 1);
    }
    leaveOpenNextLines();
    if (!m_entries.empty())
        collectRecords();
}

bool NamedRecords::isThroughout(qsizetype least) const
{
    std::vector<int> rows(size_t(m_names.columns().size()), 0);
    qsizetype values = 0;
    size_t open = 0;
    for (const NamedRecord &record : m_records) {
        open += record.isOpen();
        for (const NamedEntry &entry : record.entries) {
            ++rows[size_t(entry.column)];
            values += entry.value.length() > 0;
        }
    }
    return values >= least && values > numbersBeside() * 4 && open * 4 <= m_records.size()
        && std::any_of(rows.begin(), rows.end(), [](int r) { return r >= LeastRows; });
}

std::vector<const NamedEntry *> NamedRecords::headsOf(const NamedRecord &record) const
{
    std::vector<const NamedEntry *> out(size_t(m_names.columns().size()), nullptr);
    for (const NamedEntry &entry : record.entries)
        out[size_t(entry.column)] = &entry;
    for (bool grown = true; grown;) {
        grown = false;
        for (const NamedRecord &other : m_records) {
            const auto isKnown = [&](const NamedEntry &e) { return out[size_t(e.column)] != nullptr; };
            if (std::none_of(other.entries.begin(), other.entries.end(), isKnown))
                continue;
            for (const NamedEntry &entry : other.entries) {
                grown = grown || !isKnown(entry);
                out[size_t(entry.column)] = isKnown(entry) ? out[size_t(entry.column)] : &entry;
            }
        }
    }
    std::erase(out, nullptr);
    for (const NamedRecord &other : m_records) {
        if (other.entries.size() != out.size() || other.isOpen() || !other.of(out.front()->column))
            continue;
        for (size_t i = 0; i < out.size(); ++i)
            out[i] = &other.entries[i];
        break;
    }
    return out;
}

qsizetype NamedRecords::numbersIn(TextRange label) const
{
    qsizetype out = 0;
    for (qsizetype i = label.begin; i < label.end; ++i) {
        if (!isDigit(m_text[i]))
            continue;
        const QChar before = i > label.begin ? m_text[i - 1] : QChar(u'\n');
        while (i < label.end && isDigit(m_text[i]))
            ++i;
        const QChar behind = i < label.end ? m_text[i] : QChar(u'\n');
        out += behind != u'.' && behind != u'\u3001' && behind != u'\u5e74' && !(before == u'(' && behind == u')');
    }
    return out;
}

bool NamedRecords::hasWording(TextRange range) const
{
    return std::any_of(m_text.begin() + range.begin, m_text.begin() + range.end, isIdeograph);
}

void NamedRecords::leaveOpenNextLines()
{
    const auto next = std::count_if(m_entries.begin(), m_entries.end(), [](const NamedEntry &e) { return e.nextLine; });
    const auto values = std::count_if(m_entries.begin(), m_entries.end(), [](const NamedEntry &e) { return e.value.length() > 0; });
    for (NamedEntry &entry : m_entries)
        entry.nextLine = entry.nextLine && next * 2 < values;
}

NamedEntry NamedRecords::entryAt(qsizetype at) const
{
    if (at > m_zone.begin && !mayPrecede(at - 1))
        return {};
    for (const ColumnNames::Name &name : m_names.names()) {
        if (name.wording.front() != m_text[at] || !m_text.mid(at, m_zone.end - at).startsWith(name.wording))
            continue;
        NamedEntry out{name.column, {at, at + name.wording.size()}, {}, 0};
        qsizetype i = out.name.end;
        bool joint = false; // a sign that leads from a name to its value
        QChar fields; // a bar or comma that does: more of them are the fields of merged cells
        bool broken = false;
        for (; i < m_zone.end; ++i) {
            const QChar c = m_text[i];
            const bool sign = c == u':' || c == u'=' || c == u'|' || c == u',' || c == u'\u2192';
            const bool mark = isQuote(c) && (c != u'*' || !joint || m_text[i - 1] == u'*');
            if (sign ? joint && (c != fields || broken) : !mark && !isBreak(c))
                break;
            fields = joint || !(c == u'|' || c == u',') ? fields : c;
            joint = joint || sign;
            broken = broken || c == u'\n';
        }
        qsizetype to = i;
        while (to < m_zone.end && !endsValue(to))
            ++to;
        const QStringView piece = unemphasised(m_text.mid(i, to - i));
        if (readNumber(piece) || isEmptyMark(piece)) {
            out.value.begin = piece.data() - m_text.data();
            out.value.end = out.value.begin + piece.size();
            out.end = to;
            out.nextLine = broken;
            return isFollowedByNumber(to) ? NamedEntry() : out;
        }
        if (!joint)
            return {}; // wording goes on
        if (!broken && !fields.isNull() && m_text.mid(i, m_zone.end - i).startsWith(name.wording))
            return {}; // a merged cell that is repeated
        const bool empty = piece.isEmpty() || broken || beginsName(i);
        out.value = empty ? TextRange{out.name.end, out.name.end} : TextRange{i, to};
        out.end = empty ? out.name.end + 1 : to;
        return out;
    }
    return {};
}

bool NamedRecords::beginsName(qsizetype at) const
{
    const std::vector<ColumnNames::Name> &names = m_names.names();
    return std::any_of(names.begin(), names.end(), [&](const ColumnNames::Name &n) { return m_text.mid(at).startsWith(n.wording); });
}

bool NamedRecords::mayPrecede(qsizetype before) const
{
    qsizetype i = before;
    if (!m_entries.empty() && i <= m_entries.back().end)
        return true;
    while (i > m_zone.begin && (m_text[i] == u' ' || isQuote(m_text[i])))
        --i;
    const QChar c = m_text[i];
    const bool numbered = (c == u'.' || c == u'\u3001') && i > m_zone.begin && (isDigit(m_text[i - 1]) || isIdeograph(m_text[i - 1]));
    return !isIdeograph(m_text[before]) && c != u')' && !numbered;
}

bool NamedRecords::endsValue(qsizetype at) const
{
    const QChar c = m_text[at];
    if (c == u',' && at > 0 && isDigit(m_text[at - 1]) && at + 3 < m_zone.end && isDigit(m_text[at + 1]) && isDigit(m_text[at + 2])
        && isDigit(m_text[at + 3]))
        return false;
    return isBreak(c) || (isQuote(c) && c != u'*') || c == u',' || c == u';' || c == u'\u3002' || c == u'\u3001' || c == u'}' || c == u']'
        || c == u')' || c == u'|' || c == u'<';
}

bool NamedRecords::isFollowedByNumber(qsizetype at) const
{
    while (at < m_zone.end && (isBreak(m_text[at]) || m_text[at] == u',' || m_text[at] == u'|'))
        ++at;
    if (at >= m_zone.end || !isDigit(m_text[at]))
        return false;
    while (at < m_zone.end && isDigit(m_text[at]))
        ++at;
    return at == m_zone.end || (m_text[at] != u'.' && m_text[at] != u'\u3001'); // the number of the next row
}

void NamedRecords::collectRecords()
{
    constexpr qsizetype Longest = 200; // what stands before the first row is not all its wording
    qsizetype from = std::max(m_zone.begin, m_entries.front().name.begin - Longest);
    for (const NamedEntry &entry : m_entries) {
        const TextRange between{from, entry.name.begin};
        const bool worded = hasWording(between);
        const bool again = !m_records.empty() && m_records.back().of(entry.column) && entry.value.length() == 0;
        if (again && !worded) { // "其他：自然人 5": a row that is worded like a column
            m_records.push_back({entry.name, {}});
            from = entry.end;
            continue;
        }
        if (m_records.empty() || (worded && !goesOn(between, entry)))
            m_records.push_back({between, {}});
        m_records.back().entries.push_back(entry);
        from = entry.end;
    }
    std::erase_if(m_records, [](const NamedRecord &r) { return r.entries.empty(); });
    TextRange &first = m_records.front().label;
    constexpr int Lines = 3;
    qsizetype begin = first.end;
    for (int lines = 0; begin > first.begin; --begin) {
        if (m_text[begin - 1] == u'\n' && hasWording({begin, first.end}) && ++lines == Lines)
            break;
    }
    first.begin = begin;
}

bool NamedRecords::goesOn(TextRange between, const NamedEntry &entry) const
{
    return wordingOf(between) == wordingOf(m_records.back().label) && !m_records.back().of(entry.column);
}

QString NamedRecords::wordingOf(TextRange range) const
{
    QString out;
    for (const QChar c : m_text.mid(range.begin, range.length())) {
        if (isIdeograph(c) || isDigit(c))
            out += c;
    }
    return out;
}

qsizetype NamedRecords::numbersBeside() const
{
    qsizetype out = 0;
    for (const NamedRecord &record : m_records)
        out += numbersIn(record.label);
    return out;
}

} // namespace gouji
