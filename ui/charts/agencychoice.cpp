// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/agencychoice.h"

#include "common/theme.h"

#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int First = 20; // drawn before anybody has chosen
constexpr int Most = 100; // bars nobody can read any more

} // namespace

AgencyChoice::AgencyChoice(QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, theme::Grid, 0);
    column->setSpacing(theme::Grid);
    auto *filter = new QLineEdit(this);
    filter->setObjectName(u"chartAgencyFilter"_s);
    filter->setPlaceholderText(tr("筛选机关"));
    filter->setAccessibleName(tr("筛选机关"));
    filter->setClearButtonEnabled(true);
    auto *list = new QListView(this);
    list->setObjectName(u"chartAgencies"_s);
    list->setAccessibleName(tr("画哪些机关"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    auto *filtered = new QSortFilterProxyModel(this);
    filtered->setSourceModel(m_model);
    list->setModel(filtered);
    column->addWidget(filter);
    column->addWidget(list, 1);
    connect(filter, &QLineEdit::textChanged, filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &QStandardItemModel::itemChanged, this, [this] {
        if (!m_quiet)
            Q_EMIT changed();
    });
}

void AgencyChoice::setAgencies(const QStringList &names)
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_model->clear();
    int drawn = 0;
    for (const QString &name : names) {
        auto *item = new QStandardItem(name);
        item->setCheckable(true);
        item->setEditable(false);
        item->setToolTip(name);
        item->setCheckState(drawn++ < First ? Qt::Checked : Qt::Unchecked);
        m_model->appendRow(item);
    }
}

QStringList AgencyChoice::chosen() const
{
    QStringList out;
    for (int row = 0; row < m_model->rowCount() && out.size() < Most; ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            out << m_model->item(row)->text();
    }
    return out;
}

} // namespace gouji
