// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/labelindex.h"

#include "base/space.h"
#include "report/form.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <utility>

namespace gouji {

namespace {

bool carriesWording(QChar c) { return (c >= u'\u3400' && c <= u'\u9fff') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

constexpr char16_t FirstIdeograph = u'\u4e00';
constexpr size_t Ideographs = 0x5200;

/// Traditional forms of the characters the form's labels use. Facts of the script, not of any document.
constexpr QStringView Traditional
    = u"動開規範規製發廢現數項處決強許費單萬購請數業構團體務機總計關當結轉復訴訟維糾對絕複議經續與條規費屬於國祕密禁護權執復壞擾亂穩類過內"
      u"頭卷詢無據況訪舉報網頻還確認獲個辦繼審結區後採會沒減濟為納組織繳罰補這額";
constexpr QStringView Modern = u"动开规范规制发废现数项处决强许费单万购请数业构团体务机总计关当结转复诉讼维纠对绝复议经续与条规费属于国秘密"
                               u"禁护权执复坏扰乱稳类过内头卷询无据况访举报网频还确认获个办继审结区后采会没减济为纳组织缴罚补这额";
static_assert(Traditional.size() == Modern.size());

/// Nearly no character is one of them, and every character of a text is asked for: a bit each.
constexpr std::array<quint64, Ideographs / 64> IsTraditional = [] {
    std::array<quint64, Ideographs / 64> out{};
    for (qsizetype i = 0; i < Traditional.size(); ++i) {
        const size_t at = size_t(Traditional[i].unicode() - FirstIdeograph);
        out[at / 64] |= quint64(1) << at % 64;
    }
    return out;
}();

QChar simplified(QChar c)
{
    const size_t at = size_t(c.unicode()) - FirstIdeograph;
    return at < Ideographs && IsTraditional[at / 64] >> at % 64 & 1 ? Modern[Traditional.indexOf(c)] : c;
}

bool isNumeral(QChar c)
{
    switch (c.unicode()) {
    case u'一':
    case u'二':
    case u'三':
    case u'四':
    case u'五':
    case u'六':
    case u'七':
    case u'八':
    case u'九':
    case u'十':
        return true;
    default:
        return false;
    }
}

} // namespace

/// What pieces of wording scored. It is never emptied, so that what it hands out stays, and takes no more once it is full. Most of
/// what is asked for in a full one is not there: hashes lie side by side, so that this is seen without a look at what is.
class LabelMemo {
public:
    const LabelScores *find(QStringView piece) const
    {
        const size_t hash = qHash(piece);
        const std::shared_lock lock(m_lock);
        const int entry = m_slots[slotOf(piece, hash)].entry;
        return entry < 0 ? nullptr : &m_entries[size_t(entry)].scores;
    }

    void keep(QStringView piece, const LabelScores &scores)
    {
        if (m_full.load(std::memory_order_relaxed))
            return;
        const size_t hash = qHash(piece);
        const std::unique_lock lock(m_lock);
        Slot &slot = m_slots[slotOf(piece, hash)];
        if (slot.entry >= 0 || m_entries.size() >= Most)
            return;
        slot = {quint32(hash), int(m_entries.size())};
        m_entries.push_back({piece.toString(), scores});
        m_full = m_entries.size() >= Most;
    }

private:
    static constexpr size_t Most = 2048;
    struct Slot {
        quint32 hash = 0;
        int entry = -1; ///< -1: free
    };
    struct Entry {
        QString piece;
        LabelScores scores;
    };

    /// Where the piece is, or would be put.
    size_t slotOf(QStringView piece, size_t hash) const
    {
        size_t slot = hash & (m_slots.size() - 1);
        while (m_slots[slot].entry >= 0 && (m_slots[slot].hash != quint32(hash) || m_entries[size_t(m_slots[slot].entry)].piece != piece))
            slot = (slot + 1) & (m_slots.size() - 1);
        return slot;
    }

    mutable std::shared_mutex m_lock;
    std::atomic<bool> m_full = false;
    std::vector<Slot> m_slots = std::vector<Slot>(2 * Most);
    std::deque<Entry> m_entries; ///< where one is it stays
};

float LabelScores::best() const
{
    float out = std::max(heading, bestRowScore);
    for (const float s : columns)
        out = std::max(out, s);
    return out;
}

LabelIndex::LabelIndex(const FormTable &table)
    : m_rows(size_t(table.rows.size()))
    , m_columns(size_t(table.columns.size()))
    , m_memo(std::make_unique<LabelMemo>())
{
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const FormRow &row = table.rows[i];
        add(Row, i, row.label);
        for (const QString &variant : row.variants)
            add(Row, i, variant);
    }
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        add(Column, i, table.columns[i].label);
        for (const QString &variant : table.columns[i].variants)
            add(Column, i, variant);
    }
    for (const QString &heading : table.headings)
        add(Heading, 0, heading);
    groupColumns(table);
}

LabelIndex::~LabelIndex() = default;

void LabelIndex::groupColumns(const FormTable &table)
{
    for (const LayoutCell &head : table.layout.cells) {
        const int column = head.cell.isValid() || numbering(head.text) ? -1 : columnOf(content(head.text));
        if (column < 0)
            continue;
        const bool inGroup = std::any_of(table.layout.cells.begin(), table.layout.cells.end(), [&](const LayoutCell &group) {
            return !group.cell.isValid() && group.row < head.row && group.columnSpan > 1 && group.columnSpan < table.columns.size()
                && head.column >= group.column && head.column < group.column + group.columnSpan;
        });
        if (inGroup)
            m_grouped.push_back(column);
    }
}

void LabelIndex::add(Target target, qsizetype index, const QString &wording)
{
    const Content text = contentOf(wording);
    if (target == Column)
        m_columnWordings.emplace_back(QString(text.data(), text.size()), int(index));
    else if (target == Heading)
        m_headings.emplace_back(text.data(), text.size());
    const quint16 id = quint16(m_patterns.size());
    m_patterns.push_back(
        {target, quint16(index), quint16(std::max<qsizetype>(0, text.size() - 1)), numbering(wording), quint32(m_wording.size())});
    m_wording.append(text.data(), text.size()).append(u'\n');
    for (qsizetype i = 0; i + 1 < text.size(); ++i)
        m_byPair.add(text[i], text[i + 1], id);
}

LabelIndex::Known LabelIndex::known(QStringView content) const
{
    const float share = knownShare(content);
    return share >= 1 ? Known::All : share > 0 ? Known::Some : Known::None;
}

float LabelIndex::knownShare(QStringView content) const
{
    if (content.size() < 2)
        return 1;
    qsizetype known = 0;
    for (qsizetype i = 0; i + 1 < content.size(); ++i)
        known += m_byPair.contains(content[i], content[i + 1]);
    return float(known) / float(content.size() - 1);
}

int LabelIndex::columnOf(QStringView content) const
{
    for (const auto &[wording, column] : m_columnWordings) {
        if (wording == content)
            return column;
    }
    return -1;
}

bool LabelIndex::isHeading(QStringView content) const
{
    return std::any_of(m_headings.begin(), m_headings.end(), [content](const QString &h) { return h == content; });
}

bool LabelIndex::bears(QStringView content) const
{
    if (content.size() < 2)
        return m_wording.contains(content);
    bool out = false;
    m_byPair.each(content[0], content[1], [&](quint16 id) {
        const Pattern &p = m_patterns[id];
        const auto wording = m_wording.cbegin() + p.begin;
        out = out || std::search(wording, wording + p.pairs + 1, content.begin(), content.end()) != wording + p.pairs + 1;
    });
    return out;
}

QChar LabelIndex::contentOf(QChar c) { return carriesWording(c) ? simplified(c) : QChar(); }

LabelIndex::Content LabelIndex::contentOf(QStringView text)
{
    Content out(text.size());
    QChar *to = out.data();
    for (const QChar c : text) {
        if (carriesWording(c))
            *to++ = simplified(c);
    }
    out.resize(to - out.data());
    // A leading numeral is numbering, not wording: 「一、本年新收…」, 「（七）总计」.
    if (!out.isEmpty() && isNumeral(out[0]) && out[0] == QChar(numbering(text)))
        out.remove(0);
    return out;
}

char16_t LabelIndex::numbering(QStringView text)
{
    qsizetype i = 0;
    while (i < text.size() && (isWhiteSpace(text[i]) || text[i] == u'(' || text[i] == u'\uff08'))
        ++i;
    const bool bracket = i > 0 && (text[i - 1] == u'(' || text[i - 1] == u'\uff08');
    if (i + 1 >= text.size())
        return 0;
    const QChar c = text[i];
    QChar next = text[i + 1];
    for (qsizetype j = i + 1; j < text.size() && isWhiteSpace(next); ++j)
        next = text[j];
    const bool closes = next == u')' || next == u'\uff09';
    if (isNumeral(c) && (closes || (!bracket && (next == u'、' || next == u'.' || next == u'\uff0e' || next == u','))))
        return c.unicode();
    if (c >= u'1' && c <= u'9' && (closes || next == u'.' || next == u'、' || next == u'\uff0e'))
        return c.unicode();
    return 0;
}

const LabelScores &LabelIndex::match(QStringView piece, LabelScores &scratch) const
{
    constexpr qsizetype LongestKept = 40; // labels are shorter
    const bool keeps = piece.size() <= LongestKept;
    if (const LabelScores *known = keeps ? m_memo->find(piece) : nullptr)
        return *known;
    score(piece, scratch);
    if (keeps)
        m_memo->keep(piece, scratch);
    return scratch;
}

void LabelIndex::score(QStringView piece, LabelScores &out) const
{
    constexpr qsizetype LongestLabel = 120; // pairs; a paragraph is no label
    out.rows.assign(m_rows, 0);
    out.cover.assign(m_rows, 0);
    out.columns.assign(m_columns, 0);
    out.heading = 0;
    out.bestRow = -1;
    out.bestRowScore = 0;
    if (piece.size() < 2)
        return;
    const Content text = contentOf(piece);
    const qsizetype pairs = text.size() - 1;
    if (pairs < 1 || pairs > LongestLabel)
        return;
    thread_local std::vector<quint16> hits;
    thread_local std::vector<quint16> touched; // patterns that were hit at all: few of a hundred
    hits.resize(std::max(hits.size(), m_patterns.size()), 0); // all are 0 between two calls
    for (qsizetype i = 0; i < pairs; ++i) {
        m_byPair.each(text[i], text[i + 1], [&](quint16 id) {
            if (hits[id]++ == 0)
                touched.push_back(id);
        });
    }
    if (touched.empty())
        return;
    std::sort(touched.begin(), touched.end());
    const char16_t number = numbering(piece);
    for (const quint16 id : touched) {
        const Pattern &p = m_patterns[id];
        const int matched = std::min<int>(std::exchange(hits[id], 0), p.pairs);
        const float share = float(matched) / float(pairs);
        if (share < 0.45f)
            continue;
        float score = float(matched + 1) * share * share;
        if (number && p.numbering)
            score += number == p.numbering ? 1.f : -1.f;
        if (matched == p.pairs && matched == pairs)
            score += 0.5f; // the whole of it: 「其他」 is more than a part of 「其他结果」
        if (score <= 0)
            continue;
        if (p.target == Row && score > out.rows[p.index]) {
            out.rows[p.index] = score;
            out.cover[p.index] = float(matched) / float(p.pairs);
        }
        if (p.target == Row)
            continue;
        if (p.target == Column)
            out.columns[p.index] = std::max(out.columns[p.index], score);
        else
            out.heading = std::max(out.heading, score);
    }
    touched.clear();
    for (size_t r = 0; r < m_rows; ++r) {
        if (out.rows[r] > out.bestRowScore) {
            out.bestRowScore = out.rows[r];
            out.bestRow = int(r);
        }
    }
}

} // namespace gouji
