// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agencyname.h"

#include "base/normalizedtext.h"
#include "base/oneof.h"

#include <algorithm>
#include <iterator>

namespace gouji {

namespace {

/// Words in which a sign of regions names none: 市场监督管理局, 城市管理局, 社区.
constexpr QStringView NoRegions[] = {u"市场", u"市政", u"市容", u"市民", u"城市", u"都市", u"社区", u"景区", u"园区", u"林区", u"矿区",
    u"库区", u"灾区", u"保护区", u"区域", u"区划"};

/// Whether the sign at `at` stands in one of these words; `end` is where the region so far ends. A sign that begins such a word
/// is the region's own where it has none yet: 云岭市民政局, but 云岭市市场监督管理局.
bool namesNoRegion(QStringView name, qsizetype at, qsizetype end)
{
    return std::any_of(std::begin(NoRegions), std::end(NoRegions), [&](QStringView word) {
        const qsizetype in = word.indexOf(name[at]);
        return in >= 0 && (in > 0 || at == end) && at >= in && name.mid(at - in).startsWith(word);
    });
}

} // namespace

QString agencyKey(QStringView agency)
{
    QString out;
    for (const QChar c : normalized(agency)) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c.toLower();
    }
    return out;
}

QString agencyRegion(QStringView agency)
{
    const QString name = agencyKey(agency);
    qsizetype end = 0;
    for (qsizetype i = 1; i < name.size(); ++i) { // a region's name is longer than its sign
        if (isOneOf(name[i], u"省市区县旗州盟") && !namesNoRegion(name, i, end))
            end = i + 1;
    }
    return name.left(end);
}

} // namespace gouji
