// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/scrolllock.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gouji {

namespace {

/// Where in a view the anchors meet, from 0 (its top) to 1.
double meetingPoint(const QScrollBar *bar)
{
    const double half = std::max(1.0, bar->pageStep() / 2.0);
    const double above = std::min(1.0, (bar->value() - bar->minimum()) / half);
    const double below = std::min(1.0, (bar->maximum() - bar->value()) / half);
    return 0.5 * above + 0.5 * (1 - below);
}

double along(const QList<QPair<double, double>> &anchors, double at, bool leftLeads)
{
    const auto from = [leftLeads](const QPair<double, double> &a) { return leftLeads ? a.first : a.second; };
    const auto to = [leftLeads](const QPair<double, double> &a) { return leftLeads ? a.second : a.first; };
    for (qsizetype i = 1; i < anchors.size(); ++i) {
        if (at <= from(anchors[i]) || i == anchors.size() - 1) {
            const double length = from(anchors[i]) - from(anchors[i - 1]);
            const double share = length > 0 ? (at - from(anchors[i - 1])) / length : 1;
            return to(anchors[i - 1]) + share * (to(anchors[i]) - to(anchors[i - 1]));
        }
    }
    return at;
}

} // namespace

QList<QPair<double, double>> risingAnchors(QList<QPair<double, double>> anchors, const QPair<double, double> &end)
{
    anchors.removeIf(
        [&end](const QPair<double, double> &a) { return a.first <= 0 || a.second <= 0 || a.first >= end.first || a.second >= end.second; });
    std::sort(anchors.begin(), anchors.end());
    // Longest rising run by the second coordinate; a form has some sixty rows.
    QList<int> length(anchors.size(), 1);
    QList<int> before(anchors.size(), -1);
    int last = -1;
    for (int i = 0; i < int(anchors.size()); ++i) {
        for (int k = 0; k < i; ++k) {
            if (anchors[k].first < anchors[i].first && anchors[k].second < anchors[i].second && length[k] + 1 > length[i]) {
                length[i] = length[k] + 1;
                before[i] = k;
            }
        }
        if (last < 0 || length[i] > length[last])
            last = i;
    }
    QList<QPair<double, double>> out{end};
    for (; last >= 0; last = before[last])
        out.prepend(anchors[last]);
    out.prepend({0, 0});
    return out;
}

ScrollLock::ScrollLock(QScrollBar *left, QScrollBar *right, Anchors anchors, QObject *parent)
    : QObject(parent)
    , m_left(left)
    , m_right(right)
    , m_anchors(std::move(anchors))
{
    connect(left, &QScrollBar::valueChanged, this, [this] { follow(m_left, m_right, true); });
    connect(right, &QScrollBar::valueChanged, this, [this] { follow(m_right, m_left, false); });
    left->installEventFilter(this);
    right->installEventFilter(this);
}

bool ScrollLock::eventFilter(QObject *watched, QEvent *event)
{
    // The bar is told before its view is laid out anew; until that is over nobody has scrolled.
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Move) && !std::exchange(m_resizing, true))
        QMetaObject::invokeMethod(
            this, [this] { m_resizing = false; }, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void ScrollLock::setOn(bool on)
{
    m_on = on;
    if (on)
        align();
}

void ScrollLock::align() { follow(m_left, m_right, true); }

void ScrollLock::follow(QScrollBar *leader, QScrollBar *follower, bool leftLeads)
{
    if (!m_on || m_paused > 0 || m_resizing)
        return;
    const auto whole = [](const QScrollBar *bar) { return double(bar->maximum() + bar->pageStep()); };
    const Pause quiet(this);
    const QList<QPair<double, double>> anchors = m_anchors();
    if (anchors.isEmpty())
        return;
    const double meeting = meetingPoint(leader);
    const double at = leader->value() + meeting * leader->pageStep();
    const double there = along(risingAnchors(anchors, {whole(m_left), whole(m_right)}), at, leftLeads);
    follower->setValue(int(std::lround(there - meeting * follower->pageStep())));
}

} // namespace gouji
