// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/differencesmodel.h"

#include "common/icons.h"
#include "review/changetext.h"

namespace gouji {

using namespace Qt::StringLiterals;

DifferencesModel::DifferencesModel(const ComparedReports &compared, QObject *parent)
    : QAbstractTableModel(parent)
    , m_compared(compared)
{
    refresh();
}

void DifferencesModel::refresh()
{
    beginResetModel();
    m_lines.clear();
    for (const CarryTie &tie : std::as_const(m_compared.comparison.ties)) {
        if (tie.state == CarryTie::State::Holds)
            continue;
        const bool fails = tie.state == CarryTie::State::Fails;
        m_lines << Line{tie.now, tie.before, tr("结转衔接 · %1").arg(tie.column), fails ? u"≠"_s : u"？"_s, !fails};
    }
    for (const CellComparison &c : std::as_const(m_compared.comparison.cells)) {
        if (c.differs)
            m_lines << Line{c.cell, c.cell, m_compared.report->catalogue().place(c.cell),
                c.difference ? differenceText(*c.difference) : QString(), c.doubtful};
    }
    endResetModel();
}

int DifferencesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

int DifferencesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines[index.row()];
    const auto text = [&](int column) {
        switch (column) {
        case PlaceColumn:
            return line.place;
        case OtherColumn:
            return cellValueText(m_compared.other->cell(line.other));
        case ThisColumn:
            return cellValueText(m_compared.report->cell(line.cell));
        default:
            return line.sign + (line.doubtful && !line.sign.endsWith(u'？') ? u"？"_s : QString());
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return text(index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == PlaceColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return index.column() == PlaceColumn && line.cell != line.other ? icon(line.sign == u"≠"_s ? u"error"_s : u"warning"_s)
                                                                        : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1：%2 %3，本报告 %4").arg(line.place, m_compared.otherName, text(OtherColumn), text(ThisColumn))
            + (line.doubtful ? tr("；读数待确认，比较未必可靠") : QString());
    case CellRole:
        return line.cell.index;
    default:
        return {};
    }
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) // the names of reports are longer than their numbers
        return int((section == PlaceColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter) | int(Qt::TextWordWrap);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case PlaceColumn:
        return tr("位置");
    case OtherColumn:
        return m_compared.otherName;
    case ThisColumn:
        return tr("本报告");
    case DifferenceColumn:
        return tr("差");
    default:
        return {};
    }
}

} // namespace gouji
