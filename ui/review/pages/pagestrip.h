// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QCache>
#include <QImage>

#include <functional>

namespace gouji {

/// Small pictures of all pages, one below the other, drawn when they come into sight. Up and down go from page to page.
class PageStrip : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr int Width = 92;

    explicit PageStrip(QWidget *parent = nullptr);

    /// `draw` gives the picture of a page, so many pixels wide.
    void setPages(const QList<QSizeF> &sizes, std::function<QImage(int page, int width)> draw);
    void setCurrent(int page); ///< framed, and scrolled to
    QRect rectOf(int page) const; ///< in the viewport

Q_SIGNALS:
    void chosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();

    QList<QSizeF> m_sizes;
    QList<QRect> m_places;
    std::function<QImage(int, int)> m_draw;
    QCache<int, QImage> m_cache;
    int m_current = 0;
};

} // namespace gouji
