// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queuefilter.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace gouji {

/// The reports of the store as a person asked to see them: narrowed and put in order. The queue and the narrow list beside
/// a review show the same one. A row stays in sight when an act makes it leave the filter, until the filter is asked anew:
/// nothing goes away under the hand.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        AgencyColumn,
        YearColumn,
        RegionColumn,
        StateColumn,
        ErrorsColumn,
        WarningsColumn,
        WaitingColumn,
        ReviewerColumn,
        TouchedColumn,
        KindColumn,
        KeptColumn,
        FileColumn,
        ColumnCount
    };
    enum Role { IdRole = Qt::UserRole, YearRole, StateRole, StateTitleRole, ErrorsRole, WarningsRole, WaitingRole };

    explicit QueueModel(QObject *parent = nullptr);

    void setTable(QueueTable table);
    void setStates(const QList<QPair<QString, QString>> &states); ///< id, title
    void put(const QString &packed); ///< Store::queueRow of a report that changed or is new
    void setFilter(const QueueFilter &filter);
    const QueueFilter &filter() const { return m_filter; }
    /// What was found in the texts for the words of the search (searchWords); for other words it is put aside.
    void setTexts(const QStringList &words, const QList<QBitArray> &texts);
    bool isSearching() const { return m_texts.isEmpty() && !searchWords(m_filter.text).isEmpty(); } ///< texts are still looked through

    const QueueTable &table() const { return m_table; }
    const QList<FacetValue> &facet(Facet facet) const { return m_facets[size_t(facet)]; }
    QString stateTitle(const QString &id) const;
    int total() const { return int(m_table.rows.size()); } ///< the rows without a filter
    QModelIndex indexOf(const QUuid &id) const;
    /// Reports with something left to do, from the one after (before) `id` on, as they are listed, and round to it again;
    /// neither finished nor sent back.
    QList<QUuid> unfinished(const QUuid &id, bool forward) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

Q_SIGNALS:
    void facetsChanged();
    void wordsAsked(const QStringList &words); ///< somebody has to look through the texts: setTexts()

private:
    void choose();
    void recount();
    QString text(const QueueRow &row, int column) const;

    QueueTable m_table;
    QueueFilter m_filter;
    QList<QBitArray> m_texts;
    QList<int> m_rows; ///< places in m_table.rows
    std::array<QList<FacetValue>, FacetCount> m_facets;
    QHash<QString, QString> m_states;
    int m_sortColumn = KeptColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    QTimer m_recount; ///< so that a folder of new reports is counted a few times, and not once a report
    bool m_grown = false;
};

} // namespace gouji
