// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/reportlistmodel.h"

#include <QFileInfo>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

void ReportListModel::setReports(const QList<StoredReport> &reports)
{
    const bool same = reports.size() == m_reports.size()
        && std::equal(reports.cbegin(), reports.cend(), m_reports.cbegin(),
            [](const StoredReport &a, const StoredReport &b) { return a.id == b.id; });
    if (same) { // the usual case: an act changed counts; the choice in the list must survive it
        m_reports = reports;
        if (!m_reports.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_reports.size()) - 1));
        return;
    }
    beginResetModel();
    m_reports = reports;
    endResetModel();
}

QModelIndex ReportListModel::indexOf(const QUuid &id) const
{
    for (int i = 0; i < int(m_reports.size()); ++i) {
        if (m_reports[i].id == id)
            return index(i);
    }
    return {};
}

int ReportListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_reports.size()); }

QVariant ReportListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const StoredReport &r = m_reports[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return r.agency.isEmpty() ? tr("（单位未知）%1").arg(QFileInfo(r.fileName).fileName()) : r.agency;
    case Qt::ToolTipRole:
        return QStringList{r.agency, r.fileName, r.keptAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)}.join(u'\n');
    case Qt::AccessibleTextRole:
        return tr("%1，%2 年，%3，错误 %4，警告 %5").arg(r.agency).arg(r.year).arg(r.stateTitle).arg(r.errors).arg(r.warnings);
    case IdRole:
        return r.id;
    case YearRole:
        return r.year;
    case StateRole:
        return r.state;
    case StateTitleRole:
        return r.stateTitle;
    case ErrorsRole:
        return r.errors;
    case WarningsRole:
        return r.warnings;
    case WaitingRole:
        return r.waiting;
    default:
        return {};
    }
}

} // namespace gouji
