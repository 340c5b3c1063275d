// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/acteffects.h"

#include <QAbstractItemModel>

#include <memory>

namespace gouji {

/// What was done to a report, newest first: one row an act, and below an act that changed several places one row each.
class HistoryModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { ActColumn, ChangeColumn, EffectColumn, WhoColumn, WhenColumn, ReasonColumn, ColumnCount };
    enum Role {
        CellsRole = Qt::UserRole, ///< QList<CellId>: those the row is about
        IdRole, ///< QUuid of the act
        TakenBackRole, ///< bool: was done, and is no longer in force
    };

    explicit HistoryModel(QObject *parent = nullptr);
    ~HistoryModel() override;

    void setSession(ReviewSession *session); ///< null empties the model; the session outlives its stay here
    /// Looks for acts made since; the rows that are there stay.
    void update();
    /// Works out the effect of one more act; false where all are known.
    bool advanceEffects();

    QModelIndex indexOf(const QUuid &act) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line;
    const Act &act(qsizetype number) const { return m_session->history()[number]; }
    qsizetype numberOf(const QModelIndex &index) const; ///< of the act, from 0, oldest first
    QString actText(qsizetype number, int column) const;
    QString effectText(qsizetype number) const;
    QString tip(qsizetype number) const;

    ReviewSession *m_session = nullptr;
    QList<Line> m_lines; ///< oldest first
    std::unique_ptr<ActEffects> m_effects;
};

} // namespace gouji
