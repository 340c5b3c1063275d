// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ofd/ofdpage.h"

#include "document/cjkspacing.h"
#include "document/packed/xmlpull.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr double Points = 72 / 25.4; // in a millimetre
constexpr double Ascent = 0.88; // of the size: a character's box begins so far above its line
constexpr double WordGap = 0.3; // of the size: more than lies between the characters of a word
constexpr double LevelEnough = 0.3; // points
constexpr double LongestStroke = 1e5; // points
constexpr qsizetype MostNumbers = 200'000; // of one attribute

/// Numbers with spaces between them; "g 3 4.5" stands for 4.5 three times.
std::vector<double> numbersIn(QStringView text)
{
    std::vector<double> out;
    qsizetype repeat = -1; // 0: the count comes next
    for (const QStringView word : text.tokenize(u' ', Qt::SkipEmptyParts)) {
        if (word == u'g') {
            repeat = 0;
            continue;
        }
        const double number = word.toDouble();
        if (!std::isfinite(number) || qsizetype(out.size()) >= MostNumbers)
            return out;
        if (repeat == 0) {
            repeat = std::clamp<qsizetype>(qsizetype(number), 1, MostNumbers);
        } else {
            out.insert(out.end(), size_t(std::max<qsizetype>(repeat, 1)), number);
            repeat = -1;
        }
    }
    return out;
}

/// x' = a x + c y + e, y' = b x + d y + f, as the attribute CTM lists them. (Qt's own belongs to its user interface.)
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    QPointF map(QPointF p) const { return {a * p.x() + c * p.y() + e, b * p.x() + d * p.y() + f}; }
    double stretch() const { return std::hypot(a, b); }
    double height() const { return std::hypot(c, d); }
};

Matrix matrixIn(const QString &text)
{
    const std::vector<double> m = numbersIn(text);
    return m.size() == 6 ? Matrix{m[0], m[1], m[2], m[3], m[4], m[5]} : Matrix();
}

double numberOr(const QString &text, double otherwise)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? number : otherwise;
}

bool isOnPaper(const QRectF &box)
{
    constexpr double Most = 1e5; // points; not a number is not below it either
    return std::abs(box.x()) < Most && std::abs(box.y()) < Most && box.width() < Most && box.height() < Most && !box.isEmpty();
}

bool isHidden(const XmlPull &xml) { return xml.attribute("Visible"_L1) == "false"_L1 || xml.attribute("Alpha"_L1) == "0"_L1; }

class PageReader {
public:
    explicit PageReader(const QByteArray &xml)
        : m_xml(xml)
    {
    }

    Result<OfdContent> read()
    {
        while (m_xml.next()) {
            if (!m_xml.isBegin())
                continue;
            if (m_xml.isElement("TextObject"_L1))
                textObject();
            else if (m_xml.isElement("PathObject"_L1))
                pathObject();
            else if (m_xml.isElement("ImageObject"_L1))
                picture();
            else if (m_xml.isElement("Template"_L1))
                m_out.templates << m_xml.attribute("TemplateID"_L1);
            else if (m_xml.isElement("PhysicalBox"_L1))
                m_out.size = ofdBox(m_xml.elementText()).size();
            if (m_out.words.size() > MaxOfdWords)
                return Error{u"too-large"_s, u"OFD 文件里的文字太多，不读取。"_s};
        }
        if (m_xml.error())
            return *m_xml.error();
        return std::move(m_out);
    }

private:
    /// From the coordinates of an object, in millimetres, to those of the page in points.
    Matrix placeOf() const
    {
        const std::vector<double> boundary = numbersIn(m_xml.attribute("Boundary"_L1));
        const Matrix m = matrixIn(m_xml.attribute("CTM"_L1));
        const bool moved = boundary.size() == 4;
        return {m.a * Points, m.b * Points, m.c * Points, m.d * Points, (m.e + (moved ? boundary[0] : 0)) * Points,
            (m.f + (moved ? boundary[1] : 0)) * Points};
    }

    void picture()
    {
        if (!isHidden(m_xml) && m_out.pictures.size() < MaxOfdPictures)
            m_out.pictures.push_back({m_xml.attribute("ResourceID"_L1), {}, ofdBox(m_xml.attribute("Boundary"_L1))});
    }

    void textObject()
    {
        const int depth = m_xml.depth();
        if (isHidden(m_xml)) {
            m_xml.skip();
            return;
        }
        m_place = placeOf();
        m_size = numberOr(m_xml.attribute("Size"_L1), 0);
        m_pen = {};
        while (m_xml.depth() >= depth && m_xml.next()) {
            if (m_xml.isBegin() && m_xml.isElement("TextCode"_L1))
                textCode();
        }
    }

    void textCode()
    {
        m_pen = {numberOr(m_xml.attribute("X"_L1), m_pen.x()), numberOr(m_xml.attribute("Y"_L1), m_pen.y())};
        const std::vector<double> rightward = numbersIn(m_xml.attribute("DeltaX"_L1));
        const std::vector<double> downward = numbersIn(m_xml.attribute("DeltaY"_L1));
        const QString text = m_xml.elementText();
        const double stretch = m_place.stretch();
        const double height = m_size * m_place.height();
        PageWord word;
        QPointF expected; // where the next character of a word begins
        size_t glyph = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QPointF base = m_place.map(m_pen);
            const double width
                = (isChineseWide(text[i]) || text[i].isHighSurrogate() || text[i].unicode() >= 0x3000 ? 1.0 : 0.5) * m_size * stretch;
            const bool goesOn = !word.text.isEmpty() && std::abs(base.x() - expected.x()) < WordGap * height
                && std::abs(base.y() - expected.y()) < WordGap * height;
            if (!goesOn || text[i].isSpace())
                finish(word, text[i].isSpace());
            if (!text[i].isSpace() && isOnPaper(QRectF(base.x(), base.y(), width, height))) {
                word.box |= QRectF(base.x(), base.y() - Ascent * height, width, height);
                const qsizetype units = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
                for (qsizetype unit = 0; unit < units; ++unit) {
                    word.text += text[i + unit];
                    word.units.push_back({float(base.x()), float(base.x() + width)});
                }
                i += units - 1;
            }
            // Where nothing is said about the next place, characters stand side by side.
            const bool said = glyph < rightward.size() || glyph < downward.size();
            const double right = glyph < rightward.size() ? rightward[glyph] : said || stretch <= 0 ? 0 : width / stretch;
            m_pen += QPointF(right, glyph < downward.size() ? downward[glyph] : 0);
            ++glyph;
            expected = base + QPointF(width, 0);
            // Digits are seldom half as wide as the size; what was said about their places counts.
            if (const QPointF next = m_place.map(m_pen);
                !text[i].isSpace() && next.x() > base.x() && next.x() < base.x() + (1 + WordGap) * width)
                expected.setX(next.x());
        }
        finish(word, false);
    }

    void finish(PageWord &word, bool space)
    {
        if (!word.text.isEmpty()) {
            word.spaceAfter = space;
            m_out.words.push_back(std::move(word));
        }
        word = {};
    }

    /// "M x y L x y … C": of everything that can be drawn only straight strokes matter.
    void pathObject()
    {
        const int depth = m_xml.depth();
        if (isHidden(m_xml)) {
            m_xml.skip();
            return;
        }
        const Matrix place = placeOf();
        QString data;
        while (m_xml.depth() >= depth && m_xml.next()) {
            if (m_xml.isBegin() && m_xml.isElement("AbbreviatedData"_L1))
                data = m_xml.elementText();
        }
        QChar command;
        QPointF start;
        QPointF at;
        std::vector<double> numbers;
        qsizetype words = 0;
        for (const QStringView word : QStringView(data).tokenize(u' ', Qt::SkipEmptyParts)) {
            if (++words > MostNumbers)
                return;
            if (word.size() == 1 && word[0].isLetter()) {
                command = word[0];
                numbers.clear();
                if (command == u'C')
                    stroke(place, std::exchange(at, start), start);
                continue;
            }
            numbers.push_back(word.toDouble());
            const size_t needed = command == u'B' ? 6 : command == u'Q' ? 4 : command == u'A' ? 7 : 2;
            if (numbers.size() < needed)
                continue;
            const QPointF to(numbers[needed - 2], numbers[needed - 1]);
            if (command == u'L')
                stroke(place, at, to);
            else if (command == u'M' || command == u'S')
                start = to;
            at = to;
            numbers.clear();
        }
    }

    void stroke(const Matrix &place, QPointF from, QPointF to)
    {
        const QPointF a = place.map(from);
        const QPointF b = place.map(to);
        const bool upright = std::abs(a.x() - b.x()) < LevelEnough;
        if (!upright && !(std::abs(a.y() - b.y()) < LevelEnough))
            return;
        const auto [least, most] = upright ? std::minmax({a.y(), b.y()}) : std::minmax({a.x(), b.x()});
        if (most - least > 1 && std::abs(least) < LongestStroke && std::abs(most) < LongestStroke && m_out.strokes.size() < MaxOfdWords)
            m_out.strokes.push_back({upright, upright ? a.x() : a.y(), least, most});
    }

    XmlPull m_xml;
    OfdContent m_out;
    Matrix m_place;
    double m_size = 0;
    QPointF m_pen;
};

} // namespace

QRectF ofdBox(const QString &numbers)
{
    const std::vector<double> n = numbersIn(numbers);
    return n.size() == 4 ? QRectF(n[0] * Points, n[1] * Points, n[2] * Points, n[3] * Points) : QRectF();
}

Result<OfdContent> readOfdContent(const QByteArray &xml) { return PageReader(xml).read(); }

} // namespace gouji
