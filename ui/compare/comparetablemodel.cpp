// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparetablemodel.h"

#include "review/changetext.h"

namespace gouji {

using namespace Qt::StringLiterals;

QString differenceText(Decimal difference)
{
    if (difference.isNegative())
        return u'−' + (Decimal() - difference).toString();
    return difference.isZero() ? u"0"_s : u'+' + difference.toString();
}

CompareTableModel::CompareTableModel(const ComparedReports &compared, qsizetype table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_compared(compared)
    , m_layout(compared.report->formTable(table).layout)
{
    const FormTable &form = compared.report->formTable(table);
    for (const FormSection &s : compared.report->catalogue().form(compared.report->tables[table].form)->sections) {
        if (s.number == form.section)
            m_title = s.numeral + u'、' + form.title;
    }
    for (int i = 0; i < m_layout.cells.size(); ++i)
        m_places.insert({m_layout.cells[i].row, m_layout.cells[i].column}, i);
}

int CompareTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_layout.rows; }

int CompareTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_layout.columns; }

const LayoutCell *CompareTableModel::at(const QModelIndex &index) const
{
    const auto place = m_places.constFind({index.row(), index.column()});
    return place == m_places.constEnd() ? nullptr : &m_layout.cells[*place];
}

QModelIndex CompareTableModel::indexOf(CellId cell) const
{
    for (const LayoutCell &c : m_layout.cells) {
        if (cell.isValid() && c.cell == cell)
            return index(c.row, c.column);
    }
    return {};
}

QString CompareTableModel::otherText(CellId cell, bool brief) const
{
    const CellComparison c = m_compared.byCell.value(cell);
    if (const auto tie = m_compared.tieOf.constFind(cell); tie != m_compared.tieOf.constEnd()) {
        const QString before = cellValueText(m_compared.other->cell(tie->before));
        switch (tie->state) {
        case CarryTie::State::Holds:
            return brief ? u"＝"_s + before : tr("＝上年结转下年 %1").arg(before);
        case CarryTie::State::Fails:
            return brief ? u"≠"_s + before : tr("≠上年结转下年 %1").arg(before);
        default:
            return brief ? u"？"_s + before : tr("？上年结转下年 %1").arg(before);
        }
    }
    if (!c.comparable)
        return tr("不可比");
    if (!c.differs)
        return {};
    const QString before = cellValueText(m_compared.other->cell(cell));
    return c.difference && !brief ? before + u"　"_s + differenceText(*c.difference) : before;
}

QString CompareTableModel::words(CellId cell) const
{
    const CellComparison c = m_compared.byCell.value(cell);
    QString out = tr("%1：%2").arg(m_compared.report->catalogue().place(cell), cellValueText(m_compared.report->cell(cell)));
    if (!c.comparable)
        out += tr("；不可比：格式变了");
    else
        out += tr("；%1 %2").arg(m_compared.otherName, cellValueText(m_compared.other->cell(cell)));
    if (c.difference && !c.difference->isZero())
        out += tr("；差 %1").arg(differenceText(*c.difference));
    if (m_compared.tieOf.contains(cell))
        out += tr("；%1").arg(otherText(cell));
    if (c.doubtful)
        out += tr("；读数待确认，比较未必可靠");
    return out;
}

QVariant CompareTableModel::data(const QModelIndex &index, int role) const
{
    const LayoutCell *place = index.isValid() ? at(index) : nullptr;
    if (!place)
        return role == CellRole ? QVariant(-1) : QVariant();
    if (!place->cell.isValid()) {
        if (role == Qt::DisplayRole)
            return place->text;
        return role == CellRole ? QVariant(-1) : QVariant();
    }
    const CellComparison c = m_compared.byCell.value(place->cell);
    switch (role) {
    case Qt::DisplayRole:
        return cellValueText(m_compared.report->cell(place->cell));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return words(place->cell);
    case CellRole:
        return place->cell.index;
    case OtherRole:
        return otherText(place->cell);
    case ShortOtherRole:
        return otherText(place->cell, true);
    case DiffersRole:
        return c.differs || m_compared.tieOf.value(place->cell).state == CarryTie::State::Fails;
    case DoubtfulRole:
        return c.doubtful;
    case ComparableRole:
        return c.comparable;
    default:
        return {};
    }
}

Qt::ItemFlags CompareTableModel::flags(const QModelIndex &index) const
{
    const LayoutCell *place = index.isValid() ? at(index) : nullptr;
    return place && place->cell.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace gouji
