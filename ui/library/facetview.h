// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/facetmodel.h"

#include <QListView>

namespace gouji {

/// The facets beside the queue. A click, Space or Enter takes a value into the filter or out of it.
class FacetView : public QListView {
    Q_OBJECT
public:
    explicit FacetView(FacetModel *model, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void toggle(const QModelIndex &index);
    void findCurrent();

    FacetModel *m_model;
};

} // namespace gouji
