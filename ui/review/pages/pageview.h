// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "review/pages/shownpages.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QImage>

#include <optional>

namespace gouji {

class PageBar;
class PageStrip;

/// The pages of the source as they look, one below the other: the characters of the chosen cell framed, numbers that no cell
/// uses in dotted frames and counted. As wide as the view until a person zooms (Ctrl and the wheel, + and -; 0 goes back to the
/// width, 9 shows a whole page); Ctrl with Page Up and Page Down goes from page to page.
class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(QWidget *parent = nullptr);

    void setPages(ShownPages pages); ///< without pictures the view is empty
    bool hasPages() const { return bool(m_pictures); }
    void setReport(const Report &report); ///< which places belong to which cell; called again after every act
    void setHighlights(const QList<TextRange> &ranges); ///< of the chosen cell or finding; scrolls to the first
    enum class Fit { Width, Page, Free };
    void setFit(Fit fit);
    void setZoom(double zoom); ///< pixels a point
    double scale() const; ///< pixels a point, as shown
    void goToPage(int page); ///< from 0
    int currentPage() const; ///< in the middle of the view

    std::optional<SourceBox> placeOf(const TextRange &range) const; ///< on these pages
    QRectF rectOf(const SourceBox &place) const; ///< in the viewport

Q_SIGNALS:
    void cellClicked(gouji::CellId cell); ///< a click on characters or on an empty place that a cell uses

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Use {
        TextRange range;
        CellId cell;
    };
    void buildBar();
    void arrange(); ///< bar and strip around the viewport
    void layOut();
    void tellWhere();
    QImage draw(int page, double scale) const;
    const QImage *picture(int page);

    PageBar *m_bar;
    PageStrip *m_strip;

    SourceDocument m_document;
    std::unique_ptr<PagePictures> m_pictures;
    QCache<int, QImage> m_cache; ///< by page, at the scale shown; its cost is in kilobytes
    QList<QRectF> m_places; ///< of the pages, in pixels from the top of the first
    QList<Use> m_uses;
    QList<TextRange> m_leftovers;
    QList<TextRange> m_highlights;
    Fit m_fit = Fit::Width;
    double m_zoom = 1;
};

} // namespace gouji
