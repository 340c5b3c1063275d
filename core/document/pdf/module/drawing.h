// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/rulings.h"
#include "document/pdf/module/matrix.h"

#include <QByteArray>

#include <functional>

namespace gouji {

/// Follows the drawing operators of a PDF page (ISO 32000-1, 8.2) and notes the lines that they leave on the paper: strokes
/// along a side of the page, bars, and the edges of areas that are not white. Text is passed over.
class Drawing {
public:
    static constexpr size_t MaxLines = 20000; ///< those beyond are not noted
    static constexpr size_t MaxSegments = 100'000; ///< of one path
    static constexpr size_t MaxStates = 200; ///< saved at one time

    /// What an operator paints by name: a form or a picture, with the transformation that holds there. A picture among the
    /// operators has no name.
    using Paint = std::function<void(const QByteArray &name, const Matrix &transform)>;

    /// `transform` leads from the operators' space to the page. May be called again from within `paint`, for a form.
    void follow(QByteArrayView operators, const Matrix &transform, const Paint &paint);

    const std::vector<Ruling> &lines() const { return m_lines; }
    int shownTexts() const { return m_shownTexts; } ///< operators that print text
    int hiddenTexts() const { return m_hiddenTexts; } ///< and those that place it without printing: what was recognised in a scan
    void noteBar(const QRectF &rect) { noteFilled(rect); } ///< a picture so thin that it is a line

private:
    struct State {
        Matrix transform;
        QRectF clip;
        bool strokes = true; ///< with a colour that is seen
        bool fills = true;
        bool hidesText = false;
    };
    struct Segment {
        QPointF from;
        QPointF to;
    };
    struct SubPath {
        size_t begin = 0; ///< in m_path
        bool straight = true;
    };
    void apply(QByteArrayView operation, const Paint &paint);
    void moveTo(QPointF to);
    void lineTo(QPointF to);
    void close();
    void endPath(bool stroke, bool fill);
    void noteStroke(const Segment &segment);
    void noteFilled(const QRectF &rect);
    void note(bool upright, double at, double from, double to, bool isEdge = false);
    bool isSeen() const;
    double argument(size_t fromLast) const { return m_count > fromLast ? m_arguments[m_count - 1 - fromLast] : 0; }
    QPointF point(size_t fromLast) const { return m_state.transform.map(QPointF(argument(fromLast + 1), argument(fromLast))); }

    int m_depth = 0;
    State m_state;
    std::vector<State> m_saved;
    std::vector<Segment> m_path;
    std::vector<SubPath> m_subPaths;
    QPointF m_start;
    QPointF m_current;
    bool m_clips = false;
    double m_arguments[8] = {};
    size_t m_count = 0;
    QByteArray m_name; ///< the last one
    std::vector<Ruling> m_lines;
    int m_shownTexts = 0;
    int m_hiddenTexts = 0;
};

} // namespace gouji
