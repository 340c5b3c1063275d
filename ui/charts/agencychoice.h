// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStandardItemModel;

namespace gouji {

/// Which agencies a chart shows side by side: a list to tick, with a filter above it.
class AgencyChoice : public QWidget {
    Q_OBJECT
public:
    explicit AgencyChoice(QWidget *parent = nullptr);

    void setAgencies(const QStringList &names); ///< the first few are ticked
    QStringList chosen() const; ///< no more than a chart can show

Q_SIGNALS:
    void changed(); ///< by a person

private:
    QStandardItemModel *m_model;
    bool m_quiet = false;
};

} // namespace gouji
