// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPair>

#include <functional>

class QScrollBar;

namespace gouji {

/// Scrolls two views together that show the same in different shapes: anchors say which place of the one belongs to which
/// of the other, what lies between is shared out evenly. The anchors meet in the middle of both views, near the ends ever
/// closer to the edge, so that both arrive there together.
class ScrollLock : public QObject {
    Q_OBJECT
public:
    /// Left and right place of each anchor, in the units of the scroll bars, in any order. Asked at every step, since both
    /// change with the width of the views.
    using Anchors = std::function<QList<QPair<double, double>>()>;

    ScrollLock(QScrollBar *left, QScrollBar *right, Anchors anchors, QObject *parent = nullptr);

    void setOn(bool on); ///< off at first
    bool isOn() const { return m_on; }
    void align(); ///< the right after the left; what moves because the views are resized moves nothing else

    /// While one lives, both sides may be moved apart: what a person chose is shown, however far.
    class Pause {
    public:
        explicit Pause(ScrollLock *lock)
            : m_lock(lock)
        {
            ++m_lock->m_paused;
        }
        ~Pause() { --m_lock->m_paused; }
        Q_DISABLE_COPY_MOVE(Pause)

    private:
        ScrollLock *m_lock;
    };

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QScrollBar *leader, QScrollBar *follower, bool leftLeads);

    QScrollBar *m_left;
    QScrollBar *m_right;
    Anchors m_anchors;
    bool m_on = false;
    int m_paused = 0;
    bool m_resizing = false;
};

/// The longest run of anchors that rises on both sides, ends included: a row that was moved breaks no scrolling.
QList<QPair<double, double>> risingAnchors(QList<QPair<double, double>> anchors, const QPair<double, double> &end);

} // namespace gouji
