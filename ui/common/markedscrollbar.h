// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

namespace gouji {

/// A scroll bar that shows where problems lie along the whole text or page: errors across its full width, warnings over
/// half of it. A click on a mark goes there.
class MarkedScrollBar : public QScrollBar {
    Q_OBJECT
public:
    enum class Kind { Warning, Error };
    struct Mark {
        double at = 0; ///< 0 top, 1 bottom
        Kind kind = Kind::Warning;
    };

    explicit MarkedScrollBar(QWidget *parent = nullptr);
    void setMarks(const QList<Mark> &marks);
    const QList<Mark> &marks() const { return m_marks; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRect groove() const;
    static int placeOf(const Mark &mark, const QRect &groove);

    QList<Mark> m_marks;
};

} // namespace gouji
