// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queuetable.h"

#include "store/queuereader.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// The digits of an ISO time; far faster than a QDateTime, and in the same order.
qint64 digitsOf(QStringView text)
{
    qint64 out = 0;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            out = out * 10 + (c.unicode() - u'0');
    }
    return out;
}

int numberOf(QStringView text)
{
    int out = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return text.toInt();
        out = out * 10 + (c.unicode() - u'0');
    }
    return out;
}

int digitOf(QChar c)
{
    const char16_t u = c.unicode();
    return u >= u'0' && u <= u'9' ? u - u'0' : u >= u'a' && u <= u'f' ? u - u'a' + 10 : u >= u'A' && u <= u'F' ? u - u'A' + 10 : -1;
}

/// QUuid::fromString costs several times as much, and there are 100,000.
QUuid idOf(QStringView text)
{
    if (text.size() != 36)
        return {};
    std::array<unsigned char, 16> bytes{};
    int at = 0;
    for (int i = 0; i < 36;) {
        if (text[i] == u'-') {
            ++i;
            continue;
        }
        const int high = digitOf(text[i]);
        const int low = i + 1 < 36 ? digitOf(text[i + 1]) : -1;
        if (high < 0 || low < 0 || at == 16)
            return {};
        bytes[size_t(at++)] = static_cast<unsigned char>(high * 16 + low);
        i += 2;
    }
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), 16));
}

} // namespace

int TextPool::add(QStringView text)
{
    const QString key = QString::fromRawData(text.data(), text.size());
    if (const auto known = m_places.constFind(key); known != m_places.constEnd())
        return *known;
    const int place = int(m_texts.size());
    m_texts << text.toString();
    m_places.insert(m_texts.last(), place);
    return place;
}

int QueueTable::ruleSetOf(QStringView ids)
{
    const int set = m_ruleTexts.add(ids);
    if (set == ruleSets.size()) {
        QList<int> members;
        for (const QStringView id : ids.split(u' ', Qt::SkipEmptyParts))
            members << rules.add(id);
        ruleSets << members;
    }
    return set;
}

bool QueueTable::parse(QStringView packed, QueueRow &row)
{
    std::array<QStringView, QueueReader::Fields> f;
    qsizetype from = 0;
    for (size_t i = 0; i < f.size(); ++i) {
        // The file's name comes last: the one text that may hold anything.
        const qsizetype to = i + 1 == f.size() ? packed.size() : packed.indexOf(QueueReader::Separator, from);
        if (to < 0)
            return false;
        f[i] = packed.mid(from, to - from);
        from = to + 1;
    }
    row.id = idOf(f[0]);
    if (row.id.isNull())
        return false;
    row.number = numberOf(f[1]);
    row.agency = agencies.add(f[2]);
    row.region = regions.add(f[3]);
    row.year = numberOf(f[4]);
    row.state = states.add(f[5]);
    row.kind = kinds.add(f[6]);
    row.errors = numberOf(f[7]);
    row.warnings = numberOf(f[8]);
    row.waiting = numberOf(f[9]);
    row.reviewer = reviewers.add(f[10]);
    row.touchedAt = digitsOf(f[11]);
    row.keptAt = digitsOf(f[12]);
    row.ruleSet = ruleSetOf(f[13]);
    row.stale = f[14] != u"0";
    const QStringView name = f[15].mid(f[15].lastIndexOf(u'/') + 1);
    if (row.nameSize != name.size() || fileName(row) != name) {
        row.nameAt = int(m_names.size());
        row.nameSize = int(name.size());
        m_names += name;
    }
    return true;
}

bool QueueTable::append(QStringView packed)
{
    QueueRow row;
    if (!parse(packed, row))
        return false;
    rows << row;
    m_byId.clear();
    return true;
}

int QueueTable::put(QStringView packed)
{
    const int known = indexOf(idOf(packed.left(packed.indexOf(QueueReader::Separator))));
    QueueRow row = known < 0 ? QueueRow() : rows[known];
    if (!parse(packed, row))
        return -1;
    if (known >= 0) {
        rows[known] = row;
        return known;
    }
    rows.prepend(row);
    m_byId.insert(row.id, int(rows.size()));
    return 0;
}

int QueueTable::indexOf(const QUuid &id) const
{
    if (id.isNull())
        return -1;
    if (m_byId.size() != rows.size()) { // made when it is first asked for: a list that is only looked at needs none
        m_byId.clear();
        m_byId.reserve(rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i)
            m_byId.insert(rows[i].id, int(rows.size() - i));
    }
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? -1 : int(rows.size()) - *found;
}

QString QueueTable::time(qint64 digits)
{
    if (digits <= 0)
        return {};
    const QString text = QString::number(digits).leftJustified(17, u'0');
    const auto part = [&](int from, int size) { return QStringView(text).mid(from, size).toInt(); };
    const QDateTime when(QDate(part(0, 4), part(4, 2), part(6, 2)), QTime(part(8, 2), part(10, 2)), QTimeZone::utc());
    return when.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace gouji
