// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/cellsmodel.h"

#include "review/changetext.h"

namespace gouji {

void CellsModel::setCells(std::shared_ptr<const Report> report, const QList<CellId> &cells)
{
    beginResetModel();
    m_report = std::move(report);
    m_cells = m_report ? cells : QList<CellId>();
    endResetModel();
}

int CellsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_cells.size()); }

int CellsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant CellsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Cell &cell = m_report->cell(m_cells[index.row()]);
    if (role == Qt::TextAlignmentRole && index.column() == ValueColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return cell.why;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case PlaceColumn:
        return m_report->catalogue().place(m_cells[index.row()]);
    case ValueColumn:
        return cellValueText(cell);
    default:
        return cell.confirmed ? tr("%1，已确认").arg(statusLabel(cell.status)) : statusLabel(cell.status);
    }
}

QVariant CellsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == PlaceColumn ? tr("单元格") : section == ValueColumn ? tr("数值") : tr("状态");
}

} // namespace gouji
