// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/queuemodel.h"

#include "common/reportwords.h"
#include "library/filekindtitle.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int RecountMilliseconds = 200;

QueueOrder orderOf(int column)
{
    switch (column) {
    case QueueModel::AgencyColumn:
        return QueueOrder::Agency;
    case QueueModel::YearColumn:
        return QueueOrder::Year;
    case QueueModel::RegionColumn:
        return QueueOrder::Region;
    case QueueModel::StateColumn:
        return QueueOrder::State;
    case QueueModel::ErrorsColumn:
        return QueueOrder::Errors;
    case QueueModel::WarningsColumn:
        return QueueOrder::Warnings;
    case QueueModel::WaitingColumn:
        return QueueOrder::Waiting;
    case QueueModel::ReviewerColumn:
        return QueueOrder::Reviewer;
    case QueueModel::TouchedColumn:
        return QueueOrder::Touched;
    case QueueModel::KindColumn:
        return QueueOrder::Kind;
    case QueueModel::FileColumn:
        return QueueOrder::File;
    default:
        return QueueOrder::Kept;
    }
}

Qt::Alignment alignmentOf(int column)
{
    const bool counts = column >= QueueModel::ErrorsColumn && column <= QueueModel::WaitingColumn;
    return (counts ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString countText(int n) { return n > 0 ? QString::number(n) : QString(); }

} // namespace

QueueModel::QueueModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_recount.setSingleShot(true);
    m_recount.setInterval(RecountMilliseconds);
    connect(&m_recount, &QTimer::timeout, this, &QueueModel::recount);
}

void QueueModel::setTable(QueueTable table)
{
    beginResetModel();
    m_table = std::move(table);
    m_texts.clear();
    choose();
    endResetModel();
    Q_EMIT facetsChanged();
    if (const QStringList words = searchWords(m_filter.text); !words.isEmpty())
        Q_EMIT wordsAsked(words);
}

void QueueModel::setStates(const QList<QPair<QString, QString>> &states)
{
    m_states.clear();
    for (const auto &[id, title] : states)
        m_states.insert(id, title);
}

void QueueModel::choose()
{
    m_recount.stop();
    m_grown = false;
    QueueChoice choice = gouji::choose(m_table, m_filter, m_texts);
    m_rows = std::move(choice.rows);
    m_facets = std::move(choice.facets);
    if (m_sortColumn != KeptColumn || m_sortOrder != Qt::DescendingOrder)
        sortRows(m_table, m_rows, orderOf(m_sortColumn), m_sortOrder);
}

void QueueModel::recount()
{
    if (m_grown) {
        beginResetModel();
        choose();
        endResetModel();
    } else {
        m_facets = gouji::choose(m_table, m_filter, m_texts).facets;
    }
    Q_EMIT facetsChanged();
}

void QueueModel::put(const QString &packed)
{
    const int before = total();
    const int place = m_table.put(packed);
    if (place < 0)
        return;
    if (total() == before) {
        if (const QModelIndex at = indexOf(m_table.rows[place].id); at.isValid())
            Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
    } else { // in front: all others moved on
        for (int &row : m_rows)
            ++row;
        m_grown = true;
        if (m_filter.isEmpty()) {
            beginInsertRows({}, 0, 0);
            m_rows.prepend(0);
            endInsertRows();
        }
    }
    if (!m_recount.isActive())
        m_recount.start();
}

void QueueModel::setFilter(const QueueFilter &filter)
{
    if (filter == m_filter)
        return;
    const QStringList words = searchWords(filter.text);
    const bool asks = words != searchWords(m_filter.text);
    if (asks)
        m_texts.clear();
    m_filter = filter;
    beginResetModel();
    choose();
    endResetModel();
    Q_EMIT facetsChanged();
    if (asks)
        Q_EMIT wordsAsked(words);
}

void QueueModel::setTexts(const QStringList &words, const QList<QBitArray> &texts)
{
    if (words.isEmpty() || words != searchWords(m_filter.text))
        return;
    beginResetModel();
    m_texts = texts;
    choose();
    endResetModel();
    Q_EMIT facetsChanged();
}

QString QueueModel::stateTitle(const QString &id) const { return stateWord(id, m_states.value(id)); }

QModelIndex QueueModel::indexOf(const QUuid &id) const
{
    const int place = m_table.indexOf(id);
    const qsizetype row = place < 0 ? -1 : m_rows.indexOf(place);
    return row < 0 ? QModelIndex() : index(int(row), 0);
}

QList<QUuid> QueueModel::unfinished(const QUuid &id, bool forward) const
{
    const int count = int(m_rows.size());
    int at = indexOf(id).row(); // -1: begin at the end one comes from
    if (at < 0)
        at = forward ? -1 : count;
    QList<QUuid> out;
    for (int step = 1; step <= count; ++step) {
        const int row = ((forward ? at + step : at - step) % count + count) % count;
        const QueueRow &r = m_table.rows[m_rows[row]];
        const QString &state = m_table.states[r.state];
        if (r.errors + r.warnings + r.waiting > 0 && r.id != id && state != "done"_L1 && state != "returned"_L1)
            out << r.id;
    }
    return out;
}

int QueueModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int QueueModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString QueueModel::text(const QueueRow &r, int column) const
{
    switch (column) {
    case AgencyColumn:
        return m_table.agencies[r.agency].isEmpty() ? tr("（单位未知）%1").arg(m_table.fileName(r)) : m_table.agencies[r.agency];
    case YearColumn:
        return r.year > 0 ? QString::number(r.year) : u"?"_s;
    case RegionColumn:
        return m_table.regions[r.region];
    case StateColumn:
        return stateTitle(m_table.states[r.state]);
    case ErrorsColumn:
        return countText(r.errors);
    case WarningsColumn:
        return countText(r.warnings);
    case WaitingColumn:
        return countText(r.waiting);
    case ReviewerColumn:
        return m_table.reviewers[r.reviewer];
    case TouchedColumn:
        return QueueTable::time(r.touchedAt);
    case KindColumn:
        return fileKindTitle(m_table.kinds[r.kind]);
    case KeptColumn:
        return QueueTable::time(r.keptAt);
    case FileColumn:
        return m_table.fileName(r).toString();
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const QueueRow &r = m_table.rows[m_rows[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
        return text(r, index.column());
    case Qt::ToolTipRole:
        return tr("%1\n文件：%2\n收到：%3").arg(text(r, AgencyColumn), text(r, FileColumn), text(r, KeptColumn));
    case Qt::AccessibleTextRole:
        if (index.column() == AgencyColumn)
            return tr("%1，%2 年，%3，错误 %4，警告 %5，待确认 %6")
                .arg(text(r, AgencyColumn), text(r, YearColumn), text(r, StateColumn))
                .arg(r.errors)
                .arg(r.warnings)
                .arg(r.waiting);
        return u"%1 %2"_s.arg(headerData(index.column(), Qt::Horizontal).toString(), text(r, index.column()));
    case Qt::TextAlignmentRole:
        return int(alignmentOf(index.column()));
    case IdRole:
        return r.id;
    case YearRole:
        return r.year;
    case StateRole:
        return m_table.states[r.state];
    case StateTitleRole:
        return text(r, StateColumn);
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

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(section));
    if (role == Qt::ToolTipRole && section == WaitingColumn)
        return tr("存疑、缺失或由程序推断，还没有人确认的格");
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("单位"), tr("年份"), tr("地区"), tr("状态"), tr("错误"), tr("警告"), tr("待确认"), tr("审核人"),
        tr("最近处理"), tr("类型"), tr("收到"), tr("文件")};
    return titles[section];
}

void QueueModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<QUuid> ids;
    for (const QModelIndex &index : before)
        ids << data(index, IdRole).toUuid();
    choose();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << indexOf(ids[i]).siblingAtColumn(before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace gouji
