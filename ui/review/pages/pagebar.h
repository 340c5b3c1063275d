// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace gouji {

/// The row above the pages: which page, how large, and whether small pictures of all pages stand beside them.
class PageBar : public QWidget {
    Q_OBJECT
public:
    explicit PageBar(QWidget *parent = nullptr);

    void setPage(int page, int pages); ///< from 0
    void setZoom(double pixelsPerPoint, bool fitsWidth, bool fitsPage);
    void setLeftovers(int count); ///< numbers of the tables that no cell uses

    QToolButton *strip; ///< checkable: the small pictures
    QToolButton *smaller, *larger, *fitWidth, *fitPage;

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void giveWay();
    QToolButton *button(const QString &name, const QString &text, const QString &tip);

    QLabel *m_page, *m_zoom, *m_leftovers;
    int m_pages = 0;
};

} // namespace gouji
