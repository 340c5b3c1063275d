// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/facetmodel.h"

#include "library/filekindtitle.h"
#include "review/states.h"

#include <QLocale>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownAtFirst = 8;

int stateRank(const QString &id)
{
    const QList<ReviewState> &states = reviewStates();
    return int(std::find_if(states.begin(), states.end(), [&](const ReviewState &s) { return s.id == id; }) - states.begin());
}

} // namespace

FacetModel::FacetModel(QueueModel *queue, std::shared_ptr<const RuleBook> rules, QObject *parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
    , m_rules(std::move(rules))
{
    connect(queue, &QueueModel::facetsChanged, this, &FacetModel::fill);
    fill();
}

QList<FacetValue> FacetModel::ordered(Facet facet) const
{
    QList<FacetValue> out = m_queue->facet(facet);
    std::sort(out.begin(), out.end(), [facet](const FacetValue &a, const FacetValue &b) {
        switch (facet) {
        case Facet::State:
            return stateRank(a.value) < stateRank(b.value);
        case Facet::Year:
            return a.value.toInt() > b.value.toInt();
        case Facet::Problem:
            return false;
        default:
            return a.count != b.count ? a.count > b.count : a.value < b.value;
        }
    });
    // What is chosen is not lost behind the line that hides the rest.
    if (out.size() > ShownAtFirst)
        std::stable_partition(out.begin(), out.end(), [](const FacetValue &v) { return v.chosen; });
    return out;
}

void FacetModel::fill()
{
    QList<Line> lines;
    for (int f = 0; f < FacetCount; ++f) {
        const QList<FacetValue> values = ordered(Facet(f));
        // One value for all narrows nothing.
        if (values.isEmpty()
            || (values.size() == 1 && !values[0].chosen && values[0].count == m_queue->total() && Facet(f) != Facet::State))
            continue;
        lines << Line{Head, Facet(f), {}};
        const bool whole = m_whole.contains(f) || values.size() <= ShownAtFirst + 1;
        for (qsizetype i = 0; i < (whole ? values.size() : ShownAtFirst); ++i)
            lines << Line{Value, Facet(f), values[i]};
        if (!whole)
            lines << Line{More, Facet(f), {QString(), int(values.size()) - ShownAtFirst, false}};
    }
    const bool same = lines.size() == m_lines.size()
        && std::equal(lines.cbegin(), lines.cend(), m_lines.cbegin(),
            [](const Line &a, const Line &b) { return a.kind == b.kind && a.facet == b.facet && a.value.value == b.value.value; });
    if (same) { // only counts changed: the line under the hand stays there
        m_lines = lines;
        if (!m_lines.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1));
        return;
    }
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

void FacetModel::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const Line line = m_lines[index.row()];
    if (line.kind == More) {
        m_whole << int(line.facet);
        fill();
    } else if (line.kind == Value) {
        QueueFilter filter = m_queue->filter();
        if (!filter.of(line.facet).remove(line.value.value))
            filter.of(line.facet) << line.value.value;
        m_queue->setFilter(filter);
    }
}

QModelIndex FacetModel::indexOf(Facet facet, const QString &value) const
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].kind == Value && m_lines[i].facet == facet && m_lines[i].value.value == value)
            return index(int(i));
    }
    return {};
}

QString FacetModel::title(Facet facet, const QString &value) const
{
    switch (facet) {
    case Facet::State:
        return m_queue->stateTitle(value);
    case Facet::Problem:
        return value == "error"_L1  ? tr("有错误")
            : value == "warning"_L1 ? tr("有警告")
            : value == "waiting"_L1 ? tr("有待确认")
                                    : tr("没有问题");
    case Facet::Year:
        return value == "0"_L1 ? tr("（年份未知）") : value;
    case Facet::Region:
        return value.isEmpty() ? tr("（地区未知）") : value;
    case Facet::Rule: {
        const Rule *rule = m_rules ? m_rules->rule(value) : nullptr;
        return rule ? rule->title : value;
    }
    case Facet::Kind:
        return fileKindTitle(value);
    case Facet::Reviewer:
        return value.isEmpty() ? tr("（还没有人审）") : value;
    }
    return value;
}

int FacetModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines[index.row()];
    const QString heads[] = {tr("状态"), tr("问题"), tr("年份"), tr("地区"), tr("规则"), tr("文件类型"), tr("审核人")};
    const QString count = QLocale().toString(line.value.count);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return line.kind == Head ? heads[int(line.facet)]
            : line.kind == More  ? tr("还有 %1 项…").arg(count)
                                 : title(line.facet, line.value.value);
    case Qt::AccessibleTextRole:
        return line.kind != Value ? data(index, Qt::DisplayRole)
            : line.value.chosen   ? tr("%1，%2 份，已选").arg(title(line.facet, line.value.value), count)
                                  : tr("%1，%2 份").arg(title(line.facet, line.value.value), count);
    case KindRole:
        return line.kind;
    case FacetRole:
        return int(line.facet);
    case ValueRole:
        return line.value.value;
    case CountRole:
        return line.value.count;
    case ChosenRole:
        return line.value.chosen;
    default:
        return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // the keyboard passes over heads
    return m_lines[index.row()].kind == Head ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace gouji
