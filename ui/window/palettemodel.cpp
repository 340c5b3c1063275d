// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/palettemodel.h"

#include "window/fuzzymatch.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int RecentBonus = 10;
constexpr qsizetype Most = 300; ///< nobody reads on

} // namespace

void PaletteModel::setEntries(const QList<PaletteEntry> &entries, const QStringList &recent)
{
    beginResetModel();
    m_entries = entries;
    std::stable_sort(m_entries.begin(), m_entries.end(), [&recent](const PaletteEntry &a, const PaletteEntry &b) {
        const auto rank = [&recent](const PaletteEntry &e) {
            const qsizetype at = e.id.isEmpty() || !e.enabled ? -1 : recent.indexOf(e.id);
            return at >= 0 ? at : e.enabled ? recent.size() : recent.size() + 1;
        };
        return rank(a) < rank(b);
    });
    m_recent = std::count_if(m_entries.cbegin(), m_entries.cend(),
        [&recent](const PaletteEntry &e) { return e.enabled && !e.id.isEmpty() && recent.contains(e.id); });
    m_shown.clear();
    endResetModel();
    search({});
}

void PaletteModel::search(const QString &typed)
{
    beginResetModel();
    m_shown.clear();
    const bool all = typed.trimmed().isEmpty();
    for (int i = 0; i < int(m_entries.size()); ++i) {
        if (all) {
            m_shown << Shown{i, 0, {}};
            continue;
        }
        const FuzzyMatch match = fuzzyMatch(typed, m_entries[i].text, m_pinyin);
        if (match.score > 0)
            m_shown << Shown{i, match.score + (i < m_recent ? RecentBonus : 0), match.places};
    }
    std::stable_sort(m_shown.begin(), m_shown.end(), [this](const Shown &a, const Shown &b) {
        return std::pair(m_entries[a.entry].enabled, a.score) > std::pair(m_entries[b.entry].enabled, b.score);
    });
    if (m_shown.size() > Most)
        m_shown.resize(Most);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Shown &shown = m_shown[index.row()];
    const PaletteEntry &e = m_entries[shown.entry];
    switch (role) {
    case Qt::DisplayRole:
        return e.text;
    case Qt::DecorationRole:
        return e.icon;
    case Qt::AccessibleTextRole:
        return QStringList{e.text, e.aside, e.key}.join(u"，"_s);
    case AsideRole:
        return e.aside;
    case KeyRole:
        return e.key;
    case PlacesRole:
        return QVariant::fromValue(shown.places);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return index.isValid() && entry(index.row()).enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace gouji
