// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/figuresmodel.h"

#include "common/theme.h"

#include <QGuiApplication>

namespace gouji {

using namespace Qt::StringLiterals;

void FiguresModel::setChart(const ReportChart &chart)
{
    beginResetModel();
    m_chart = chart;
    endResetModel();
}

int FiguresModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_chart.places.size()); }

int FiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chart.series.size() + m_chart.rates.size());
}

QList<CellId> FiguresModel::cells(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (!isRate(index.column()))
        return m_chart.series[index.column()].figures[index.row()].cells;
    const Rate &rate = m_chart.rates[index.column() - m_chart.series.size()];
    QList<CellId> out = rate.numerators[index.row()].cells;
    for (const CellId id : rate.denominators[index.row()].cells) {
        if (!out.contains(id))
            out << id;
    }
    return out;
}

/// What a person should know about a field: how it was found, what is doubtful about it.
QString FiguresModel::why(const QModelIndex &index) const
{
    if (!isRate(index.column()))
        return m_chart.series[index.column()].figures[index.row()].why;
    const Rate &rate = m_chart.rates[index.column() - m_chart.series.size()];
    const QStringList out{u"%1 = %2"_s.arg(rate.label, rate.formula), rate.working(index.row()), rate.numerators[index.row()].why,
        rate.denominators[index.row()].why};
    return QStringList(out.mid(0, 2) + out.mid(2).filter(u"。"_s)).join(u'\n');
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto text = [&] {
        if (isRate(index.column()))
            return m_chart.rates[index.column() - m_chart.series.size()].text(index.row());
        const Figure &f = m_chart.series[index.column()].figures[index.row()];
        return f.value ? f.value->toString() + (f.doubtful ? u"？"_s : QString()) : u"—"_s;
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return why(index);
    case Qt::AccessibleTextRole:
        return u"%1 %2 %3 %4"_s.arg(
            headerData(index.row(), Qt::Vertical).toString(), headerData(index.column(), Qt::Horizontal).toString(), text(), why(index));
    case Qt::ForegroundRole:
        return text().endsWith(u'？') ? QVariant(theme::warningInk(QGuiApplication::palette())) : QVariant();
    default:
        return {};
    }
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? m_chart.places[section].label : QVariant();
    if (role == Qt::DisplayRole)
        return isRate(section) ? m_chart.rates[section - m_chart.series.size()].label : m_chart.series[section].label;
    if (role == Qt::ToolTipRole && isRate(section)) {
        const Rate &rate = m_chart.rates[section - m_chart.series.size()];
        return u"%1 = %2"_s.arg(rate.label, rate.formula);
    }
    return {};
}

} // namespace gouji
