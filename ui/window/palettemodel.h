// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/commandpalette.h"

#include <QAbstractListModel>

namespace gouji {

/// The entries of the palette that answer what is typed, the best first; with nothing typed the recent ones first.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { AsideRole = Qt::UserRole, KeyRole, PlacesRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<PaletteEntry> &entries, const QStringList &recent);
    void search(const QString &typed);
    const PaletteEntry &entry(int row) const { return m_entries[m_shown[row].entry]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Shown {
        int entry = 0;
        int score = 0;
        QList<int> places;
    };
    QList<PaletteEntry> m_entries; ///< the recent ones first
    qsizetype m_recent = 0; ///< how many those are
    QList<Shown> m_shown;
    Pinyin m_pinyin;
};

} // namespace gouji
