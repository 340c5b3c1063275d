// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QString>

namespace gouji::test {

/// Writes PDFs of a few hundred bytes: Chinese text in a font that no file embeds (a reader knows its characters all the
/// same), and thin rules. Points from the page's top left. A character is as wide as `size`, an ASCII one half as wide.
class PdfMaker {
public:
    explicit PdfMaker(QSizeF page = {595, 842}, int rotation = 0);

    void newPage();
    void text(double left, double top, const QString &text, double size = 10);
    void sidewaysText(double left, double bottom, const QString &text, double size = 10); ///< read from bottom to top
    void line(QPointF from, QPointF to, double width = 0.5);
    void fill(const QRectF &rect, double grey);
    void raw(const QByteArray &operators);

    QByteArray take() const;

private:
    QSizeF m_page;
    int m_rotation;
    QList<QByteArray> m_contents;
};

} // namespace gouji::test
