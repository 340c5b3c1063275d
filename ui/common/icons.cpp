// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"

#include "common/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

class LineIcon : public QIconEngine {
public:
    explicit LineIcon(const QString &name)
        : m_name(name)
    {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        if (file.open(QIODevice::ReadOnly))
            m_svg = file.readAll();
    }

    QIconEngine *clone() const override { return new LineIcon(*this); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap out(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return out;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("#fff", paper(mode).name().toLatin1()); // what is cut out of a filled shape
        svg.replace("#000", ink(mode).name().toLatin1());
        QSvgRenderer(svg).render(painter, QRectF(rect));
    }

private:
    static QColor paper(QIcon::Mode mode)
    {
        return QApplication::palette().color(mode == QIcon::Selected ? QPalette::Highlight : QPalette::Base);
    }

    QColor ink(QIcon::Mode mode) const
    {
        const QPalette p = QApplication::palette();
        if (mode == QIcon::Disabled)
            return p.color(QPalette::Disabled, QPalette::Text);
        if (mode == QIcon::Selected)
            return p.color(QPalette::HighlightedText);
        if (m_name == "error"_L1)
            return theme::errorInk(p);
        if (m_name == "warning"_L1)
            return theme::warningInk(p);
        if (m_name == "done"_L1)
            return theme::goodInk(p);
        return theme::mix(p.color(QPalette::Text), p.color(QPalette::Base), 0.15);
    }

    QString m_name;
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString &name) { return QIcon(new LineIcon(name)); }

} // namespace gouji
