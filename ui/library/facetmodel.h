// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/rules/rulebook.h"
#include "library/queuemodel.h"

#include <QAbstractListModel>

namespace gouji {

/// The facets of the queue as one list: a head for each, its values with their counts below, the longest facets cut short
/// with a line that shows the rest.
class FacetModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Kind { Head, Value, More };
    enum Role { KindRole = Qt::UserRole, FacetRole, ValueRole, CountRole, ChosenRole };

    FacetModel(QueueModel *queue, std::shared_ptr<const RuleBook> rules, QObject *parent = nullptr);

    /// What a click does: takes a value into the filter or out of it, or shows the rest of a facet.
    void toggle(const QModelIndex &index);
    QModelIndex indexOf(Facet facet, const QString &value) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        Kind kind = Value;
        Facet facet = Facet::State;
        FacetValue value;
        friend bool operator==(const Line &, const Line &) = default;
    };
    void fill();
    QList<FacetValue> ordered(Facet facet) const;
    QString title(Facet facet, const QString &value) const;

    QueueModel *m_queue;
    std::shared_ptr<const RuleBook> m_rules;
    QList<Line> m_lines;
    QSet<int> m_whole; ///< facets that are shown to their end
};

} // namespace gouji
