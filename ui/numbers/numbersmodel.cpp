// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbers/numbersmodel.h"

#include "common/icons.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

void NumbersModel::setNumbers(const QList<ReadNumber> &numbers)
{
    beginResetModel();
    m_numbers = numbers;
    endResetModel();
}

int NumbersModel::count(ReadNumber::Outcome outcome) const
{
    return int(std::count_if(m_numbers.begin(), m_numbers.end(), [&](const ReadNumber &n) { return n.outcome == outcome; }));
}

int NumbersModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_numbers.size()); }

int NumbersModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString NumbersModel::outcomeWord(ReadNumber::Outcome outcome)
{
    switch (outcome) {
    case ReadNumber::Outcome::Agrees:
        return tr("相符");
    case ReadNumber::Outcome::AlsoReading:
        return tr("另一口径相符");
    case ReadNumber::Outcome::Differs:
        return tr("不符");
    case ReadNumber::Outcome::NotJudged:
        return tr("不能判断");
    case ReadNumber::Outcome::Unmatched:
        break;
    }
    return tr("未匹配");
}

QVariant NumbersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReadNumber &n = m_numbers[index.row()];
    if (role == Qt::DecorationRole && index.column() == OutcomeColumn) {
        switch (n.outcome) {
        case ReadNumber::Outcome::Agrees:
            return icon(u"done"_s);
        case ReadNumber::Outcome::AlsoReading:
            return icon(u"hint"_s);
        case ReadNumber::Outcome::Differs:
            return icon(u"error"_s);
        default: {
            QPixmap empty(16, 16); // keeps the words in one line
            empty.fill(Qt::transparent);
            return QIcon(empty);
        }
        }
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NumberColumn:
        return n.number;
    case OutcomeColumn:
        return outcomeWord(n.outcome);
    case EquationColumn:
        return n.equation.isEmpty() ? u"—"_s : n.equation;
    case WhyColumn:
        return n.why;
    default:
        return n.quote;
    }
}

QVariant NumbersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("数");
    case OutcomeColumn:
        return tr("结果");
    case EquationColumn:
        return tr("对应的单元格");
    case WhyColumn:
        return tr("理由");
    default:
        return tr("原文");
    }
}

} // namespace gouji
