// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/cells/cellmarks.h"

#include <QWidget>

namespace gouji {

/// One cell as the form draws it, marks and all, so that a sign of the form is met again beside the words for it.
class CellPicture : public QWidget {
    Q_OBJECT
public:
    explicit CellPicture(QWidget *parent = nullptr);

    void setCell(const QString &text, CellMarks marks);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    CellMarks m_marks;
};

} // namespace gouji
