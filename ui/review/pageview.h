// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagepictures.h"
#include "document/sourcedocument.h"
#include "report/report.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QImage>

namespace gouji {

/// The pages of the source as they look, one below the other: the characters of the chosen cell framed, numbers that no cell
/// uses underlined. As wide as the view until a person zooms (Ctrl and the wheel, + and -; 0 goes back).
class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(QWidget *parent = nullptr);

    /// Null pictures empty the view.
    void setPages(const SourceDocument &document, std::unique_ptr<PagePictures> pictures);
    void setReport(const Report &report); ///< which places belong to which cell; called again after every act
    void setHighlights(const QList<TextRange> &ranges); ///< of the chosen cell or finding; scrolls to the first
    void setZoom(double zoom); ///< pixels a point; 0 fits the width
    double scale() const; ///< pixels a point, as shown

    QRectF rectOf(const SourceBox &place) const; ///< in the viewport

Q_SIGNALS:
    void cellClicked(gouji::CellId cell); ///< a click on characters or on an empty place that a cell uses

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Use {
        TextRange range;
        CellId cell;
    };
    void layOut();
    const QImage *picture(int page);

    SourceDocument m_document;
    std::unique_ptr<PagePictures> m_pictures;
    QCache<int, QImage> m_cache; ///< by page, at the scale shown; its cost is in kilobytes
    QList<QRectF> m_places; ///< of the pages, in pixels from the top of the first
    QList<Use> m_uses;
    QList<TextRange> m_leftovers;
    QList<TextRange> m_highlights;
    double m_zoom = 0;
};

} // namespace gouji
