// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparetablemodel.h"

#include <QTableView>

namespace gouji {

/// One compared table at its whole height, as the official form draws it: merged heads, columns that fill the width.
class CompareTable : public QTableView {
    Q_OBJECT
public:
    explicit CompareTable(CompareTableModel *model, QWidget *parent = nullptr);
    CompareTableModel *compareModel() const { return m_model; }
    CellId currentCell() const;

Q_SIGNALS:
    void cellChosen(gouji::CellId cell);
    void cellRequested(gouji::CellId cell); ///< double click, Enter

protected:
    void focusInEvent(QFocusEvent *event) override; ///< some cell is the current one then
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    CompareTableModel *m_model;
};

} // namespace gouji
