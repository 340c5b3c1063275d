// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf/pdflines.h"

#include "document/pdf/module/drawing.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <array>
#include <exception>

namespace gouji {

namespace {

/// Takes what a stream unpacks to, up to a bound.
class Bounded : public Pipeline {
public:
    Bounded(QByteArray &out, qsizetype most)
        : Pipeline("bounded", nullptr)
        , m_out(out)
        , m_most(most)
    {
    }
    void write(unsigned char const *data, size_t size) override
    {
        if (m_out.size() + qsizetype(size) > m_most)
            throw std::length_error("more than the bound");
        m_out.append(reinterpret_cast<const char *>(data), qsizetype(size));
    }
    void finish() override { }

private:
    QByteArray &m_out;
    qsizetype m_most;
};

struct Edges {
    double left = 0, bottom = 0, right = 595, top = 842;
};

Edges edgesOf(QPDFPageObjectHelper &page)
{
    QPDFObjectHandle box = page.getCropBox();
    if (!box.isRectangle())
        return {};
    const auto r = box.getArrayAsRectangle();
    return {std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx), std::max(r.lly, r.ury)};
}

/// From the file's own space to the page as it is shown.
Matrix toPage(const Edges &edges, int quarters)
{
    const double width = edges.right - edges.left;
    const double height = edges.top - edges.bottom;
    const Matrix down{1, 0, 0, -1, -edges.left, edges.top};
    switch (quarters & 3) {
    case 1:
        return down * Matrix{0, 1, -1, 0, height, 0};
    case 2:
        return down * Matrix{-1, 0, 0, -1, width, height};
    case 3:
        return down * Matrix{0, -1, 1, 0, 0, width};
    default:
        return down;
    }
}

Matrix matrixOf(QPDFObjectHandle form)
{
    QPDFObjectHandle matrix = form.getDict().getKey("/Matrix");
    if (!matrix.isMatrix())
        return {};
    const auto m = matrix.getArrayAsMatrix();
    return {m.a, m.b, m.c, m.d, m.e, m.f};
}

constexpr qsizetype FormCost = 1000; // bytes of operators that take as long as to look up a form

/// Follows a page and the forms it paints.
class Follower {
public:
    Follower(qsizetype &left, PdfLines::Page &out)
        : m_left(left)
        , m_out(out)
    {
    }

    void follow(const QByteArray &operators, QPDFObjectHandle resources, const Matrix &transform)
    {
        m_left -= operators.size() + (m_nesting > 0 ? FormCost : 0);
        if (m_left < 0 || m_nesting >= PdfLines::MaxNesting) {
            m_out.complete = false;
            m_out.isBomb = m_out.isBomb || m_nesting > 0;
            return;
        }
        ++m_nesting;
        m_drawing.follow(operators, transform, [&](const QByteArray &name, const Matrix &here) { paint(name, resources, here); });
        --m_nesting;
    }

    const Drawing &drawing() const { return m_drawing; }

private:
    void paint(const QByteArray &name, QPDFObjectHandle resources, const Matrix &transform)
    {
        constexpr double Thin = 4;
        QPDFObjectHandle objects = resources.isDictionary() ? resources.getKey("/XObject") : QPDFObjectHandle::newNull();
        QPDFObjectHandle object = objects.isDictionary() ? objects.getKey('/' + name.toStdString()) : QPDFObjectHandle::newNull();
        if (!object.isStream() && !name.isEmpty())
            return;
        if (name.isEmpty() || !object.isFormXObject()) {
            const QRectF box = transform.map(QRectF(0, 0, 1, 1));
            if (std::min(box.width(), box.height()) <= Thin)
                m_drawing.noteBar(box);
            else
                m_out.complete = false;
            return;
        }
        QByteArray operators;
        Bounded sink(operators, std::max<qsizetype>(0, m_left));
        if (!object.pipeStreamData(&sink, 0, qpdf_dl_generalized, true)) {
            m_out.complete = false;
            return;
        }
        QPDFObjectHandle own = object.getDict().getKey("/Resources");
        follow(operators, own.isDictionary() ? own : resources, matrixOf(object) * transform);
    }

    qsizetype &m_left;
    PdfLines::Page &m_out;
    Drawing m_drawing;
    int m_nesting = 0;
};

class QpdfLines final : public PdfLines {
public:
    explicit QpdfLines(std::unique_ptr<QPDF> file)
        : m_file(std::move(file))
    {
    }
    Page page(int number, int turns) override;

private:
    std::unique_ptr<QPDF> m_file;
    qsizetype m_left = MaxOperators;
};

PdfLines::Page QpdfLines::page(int number, int turns)
{
    Page out;
    try {
        const auto &pages = m_file->getAllPages();
        if (number < 0 || size_t(number) >= pages.size())
            return out;
        QPDFPageObjectHelper page(pages[size_t(number)]);
        out.complete = true;
        QByteArray operators;
        Bounded sink(operators, m_left);
        for (QPDFObjectHandle &content : page.getPageContents()) {
            if (!content.pipeStreamData(&sink, 0, qpdf_dl_generalized, true))
                out.complete = false;
            operators += '\n';
        }
        QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
        const int quarters = rotate.isInteger() ? int(((rotate.getIntValue() / 90) % 4 + 4) % 4) : 0;
        Follower follower(m_left, out);
        // What lies on its side is turned back by the other way round.
        const Edges edges = edgesOf(page);
        follower.follow(operators, page.getAttribute("/Resources", false), toPage(edges, quarters - turns));
        out.lines = follower.drawing().lines();
        out.isTaken = true;
        out.hidesText = follower.drawing().hiddenTexts() > follower.drawing().shownTexts();
    } catch (const std::exception &) {
        out.complete = false;
    }
    return out;
}

} // namespace

} // namespace gouji

/// What PdfLines::open loads. `out` stays empty where the file cannot be taken apart.
extern "C" Q_DECL_EXPORT void goujiOpenPdfLines(const QByteArray &bytes, std::unique_ptr<gouji::PdfLines> &out)
{
    try {
        auto file = std::make_unique<QPDF>();
        file->setSuppressWarnings(true);
        file->processMemoryFile("", bytes.constData(), size_t(bytes.size()));
        out = std::make_unique<gouji::QpdfLines>(std::move(file));
    } catch (const std::exception &) {
        out.reset();
    }
}
