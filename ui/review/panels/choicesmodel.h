// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/panels/suggestions.h"

#include <QAbstractListModel>

namespace gouji {

/// The suggestions for the chosen cell or finding, one a line, in the order they are offered.
class ChoicesModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// The session outlives the suggestions shown; null only with none.
    void setSuggestions(const ReviewSession *session, const QList<Suggestion> &suggestions);
    const QList<Suggestion> &suggestions() const { return m_suggestions; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString spoken(int row) const;
    QString toolTip(int row) const;

    const ReviewSession *m_session = nullptr;
    QList<Suggestion> m_suggestions;
};

} // namespace gouji
