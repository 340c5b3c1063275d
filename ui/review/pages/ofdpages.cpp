// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pages/ofdpages.h"

#include "document/ofd/ofdfile.h"
#include "review/pages/shownpages.h"

#include <QBuffer>
#include <QFont>
#include <QGuiApplication>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

constexpr double MaxPixels = 32e6; // of one picture; a larger one is made at a lower resolution
constexpr size_t MostPictures = 50; // of one page: each is unpacked and read anew; the others are not drawn
constexpr double Ascent = 0.88; // of a word's box: where its line stands
constexpr double StrokeWidth = 0.5; // points

class OfdPages : public PagePictures {
public:
    OfdPages(OfdFile file, const QList<SourcePage> &pages)
        : m_file(std::move(file))
        , m_pages(pages)
    {
    }

    PageImage page(int number, double dotsPerInch) override
    {
        if (number < 0 || size_t(number) >= m_file.pages().size())
            return {};
        const OfdContent &content = m_file.pages()[size_t(number)];
        const double area = std::max(1.0, content.size.width() * content.size.height());
        const double scale = std::min(dotsPerInch / 72, std::sqrt(MaxPixels / area));
        const QSize size = (content.size * scale).toSize();
        QImage image(size, QImage::Format_RGB32);
        if (image.isNull())
            return {};
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(scale, scale);
        for (size_t i = 0; i < std::min(content.pictures.size(), MostPictures); ++i)
            draw(painter, content.pictures[i], scale);
        painter.setPen(QPen(Qt::black, StrokeWidth));
        for (const Ruling &r : content.strokes)
            painter.drawLine(r.upright ? QLineF(r.at, r.from, r.at, r.to) : QLineF(r.from, r.at, r.to, r.at));
        for (const PageWord &word : content.words)
            draw(painter, word);
        painter.end();
        return turnedBack(toPageImage(image, scale), m_pages.value(number).turns);
    }

private:
    void draw(QPainter &painter, const OfdContent::Picture &picture, double scale) const
    {
        QByteArray bytes = m_file.pictureOf(picture);
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        if (picture.box.isEmpty() || !reader.canRead())
            return;
        const QSize wanted = (picture.box.size() * scale).toSize();
        if (reader.size().isValid() && wanted.width() < reader.size().width())
            reader.setScaledSize(wanted);
        painter.drawImage(picture.box, reader.read());
    }

    /// Character by character, as the file places them.
    static void draw(QPainter &painter, const PageWord &word)
    {
        constexpr double Measured = 100; // fonts have whole pixels
        const double size = word.box.height();
        if (size <= 0)
            return;
        QFont font = QGuiApplication::font();
        font.setPixelSize(int(Measured));
        font.setHintingPreference(QFont::PreferNoHinting);
        painter.setFont(font);
        for (qsizetype i = 0; i < word.text.size(); ++i) {
            const qsizetype length = word.text[i].isHighSurrogate() && i + 1 < word.text.size() ? 2 : 1;
            painter.save();
            painter.translate(double(word.units[size_t(i)].left), word.box.top() + Ascent * size);
            painter.scale(size / Measured, size / Measured);
            painter.drawText(QPointF(), word.text.mid(i, length));
            painter.restore();
            i += length - 1;
        }
    }

    OfdFile m_file;
    QList<SourcePage> m_pages;
};

} // namespace

std::unique_ptr<PagePictures> openOfdPages(const QByteArray &bytes, const SourceDocument &document)
{
    auto file = OfdFile::open(bytes);
    return file ? std::make_unique<OfdPages>(std::move(*file), document.pages) : nullptr;
}

} // namespace gouji
