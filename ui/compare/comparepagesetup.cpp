// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ComparePage that lays out its bar and its tables.
#include "compare/comparepage.h"

#include "common/theme.h"
#include "common/toolbutton.h"
#include "compare/differencesmodel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

QWidget *ComparePage::bar()
{
    auto *box = new QWidget(this);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(2 * theme::Grid, 2 * theme::Grid, 2 * theme::Grid, theme::Grid);
    lines->setSpacing(theme::Grid);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * theme::Grid);
    auto *label = new QLabel(tr("与(&W)"), box);
    m_choice = new QComboBox(box);
    m_choice->setObjectName(u"compareChoice"_s);
    m_choice->setAccessibleName(tr("与哪一份比较"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(m_choice);
    auto *after = new QLabel(tr("比较"), box);
    m_counts = new QLabel(box);
    m_counts->setObjectName(u"compareCounts"_s);
    m_counts->setFont(theme::strong(font()));
    m_counts->setWordWrap(true);
    row->addWidget(label);
    row->addWidget(m_choice);
    row->addWidget(after);
    row->addSpacing(3 * theme::Grid);
    row->addWidget(m_counts, 1);
    const auto button = [&](QLatin1StringView name, QLatin1StringView iconName, const QString &text, const QString &tip) {
        QToolButton *b = toolButton(box, name, iconName, text, tip);
        row->addWidget(b);
        return b;
    };
    m_previous = button("comparePrevious"_L1, "previous"_L1, tr("上一处不同"), tr("到上一处不同（Alt+↑）"));
    m_next = button("compareNext"_L1, "next"_L1, tr("下一处不同"), tr("到下一处不同（Alt+↓）"));
    m_go = button("compareGo"_L1, "edit"_L1, tr("到报告里"), tr("回到报告中的这一格（双击或 Enter）"));
    auto *close = button("compareClose"_L1, "close"_L1, tr("返回"), tr("回到报告（Esc）"));
    m_notes = new QLabel(box);
    m_notes->setObjectName(u"compareNotes"_s);
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->addLayout(row);
    lines->addWidget(m_notes);
    connect(m_choice, &QComboBox::activated, this, [this] { compare(); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    for (const auto &[key, by] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *shortcut = new QShortcut(Qt::ALT | key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = by] { this->step(step); });
    }
    connect(m_go, &QToolButton::clicked, this, [this] {
        if (m_current.isValid())
            Q_EMIT cellRequested(m_current);
    });
    connect(close, &QToolButton::clicked, this, &Page::closeRequested);
    return box;
}

QWidget *ComparePage::tablesTab()
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"compareSplitter"_s);
    splitter->setHandleWidth(theme::Grid);
    splitter->setChildrenCollapsible(false);
    m_scroll = new QScrollArea(splitter);
    m_scroll->setObjectName(u"compareScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(m_scroll);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(3 * theme::Grid, 2 * theme::Grid, 3 * theme::Grid, 3 * theme::Grid);
    m_column->setSpacing(theme::Grid);
    m_scroll->setWidget(page);
    m_list = new QTreeView(splitter);
    m_list->setObjectName(u"compareList"_s);
    m_list->setAccessibleName(tr("不同之处"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle); // which row is said first, which column last
    m_list->setMinimumWidth(26 * theme::characterWidth(m_list->fontMetrics()));
    splitter->addWidget(m_scroll);
    splitter->addWidget(m_list);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({640, 450}); // the widest table shrinks to half a small screen, the names of the places are whole
    connect(m_list, &QTreeView::activated, this,
        [this](const QModelIndex &at) { Q_EMIT cellRequested(CellId{at.data(DifferencesModel::CellRole).toInt()}); });
    return splitter;
}

} // namespace gouji
