// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/commandpalette.h"

#include "common/actionlist.h"
#include "common/theme.h"
#include "window/palettedelegate.h"
#include "window/palettemodel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int Kept = 12; ///< recent commands
constexpr int Lines = 12; ///< in sight

} // namespace

CommandPalette::CommandPalette(const ActionList *actions, QWidget *window)
    : QFrame(window)
    , m_actions(actions)
    , m_field(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_none(new QLabel(tr("没有这样的命令。"), this))
    , m_model(new PaletteModel(this))
{
    setObjectName(u"commandPalette"_s);
    setProperty("manualTopic", tr("命令面板"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("命令面板"));
    m_field->setClearButtonEnabled(true);
    m_view->setObjectName(u"paletteView"_s);
    m_view->setAccessibleName(tr("命令"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PaletteDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus); // the keys are the field's
    m_view->setMouseTracking(true);
    m_none->setContentsMargins(3 * theme::Grid, 2 * theme::Grid, 3 * theme::Grid, 2 * theme::Grid);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    column->setSpacing(theme::Grid);
    column->addWidget(m_field);
    column->addWidget(m_none);
    column->addWidget(m_view);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_view, &QListView::clicked, this, &CommandPalette::run);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &at) {
        const PaletteEntry entry = at.isValid() ? m_model->entry(at.row()) : PaletteEntry();
        if (isVisible() && entry.point && entry.enabled)
            entry.point();
        else
            Q_EMIT putAside();
    });
    connect(m_view, &QListView::entered, m_view, &QListView::setCurrentIndex);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && !isAncestorOf(now))
            putAway(false);
    });
    hide();
}

void CommandPalette::addSource(QChar prefix, const QString &name, std::function<QList<PaletteEntry>(const QString &typed)> entries)
{
    m_sources << Source{prefix, name, std::move(entries)};
    QStringList hints;
    for (const Source &s : std::as_const(m_sources))
        hints << tr("%1 找%2").arg(s.prefix).arg(s.name);
    m_field->setPlaceholderText(tr("命令、拼音或首字母；%1").arg(hints.join(tr("，"))));
}

QList<PaletteEntry> CommandPalette::commands() const
{
    QList<PaletteEntry> out;
    for (QAction *action : m_actions->all()) {
        if (!action->isVisible() || action->objectName() == "commandPalette"_L1)
            continue;
        PaletteEntry e;
        e.id = action->objectName();
        e.text = action->text().replace(u"&&"_s, u"\1"_s).remove(u'&').replace(u'\1', u'&');
        e.aside = ActionList::tipOf(action);
        e.key = action->shortcut().toString(QKeySequence::NativeText);
        e.icon = action->icon();
        e.enabled = action->isEnabled();
        if (action->isCheckable() && action->isChecked())
            e.text += u" ✓"_s;
        e.run = [action] { action->trigger(); };
        e.point = [action] { action->hover(); };
        out << e;
    }
    return out;
}

void CommandPalette::open(const QString &typed)
{
    if (isVisible()) { // the same key again puts it away
        putAway(true);
        return;
    }
    m_before = QApplication::focusWidget();
    m_prefix = QChar();
    m_model->setEntries(commands(), m_recent);
    const QSignalBlocker quiet(m_field);
    m_field->setText(typed);
    search();
    show();
    raise();
    m_field->setFocus(Qt::OtherFocusReason); // a shortcut would select what is given, and the next key replace it
}

void CommandPalette::search()
{
    QString typed = m_field->text();
    QChar prefix;
    for (const Source &s : std::as_const(m_sources)) {
        if (typed.startsWith(s.prefix)) {
            prefix = s.prefix;
            m_model->setEntries(s.entries(typed.mid(1)), m_recent);
        }
    }
    if (prefix.isNull() && !m_prefix.isNull())
        m_model->setEntries(commands(), m_recent);
    m_prefix = prefix;
    if (!prefix.isNull())
        typed.remove(0, 1);
    m_model->search(typed);
    m_view->setCurrentIndex(m_model->index(0));
    m_none->setText(prefix.isNull() ? tr("没有这样的命令。") : tr("没有找到。"));
    m_none->setVisible(m_model->rowCount() == 0);
    m_view->setVisible(m_model->rowCount() > 0);
    place();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int line = m_view->itemDelegate() ? m_view->fontMetrics().height() + 2 * theme::Grid : 0;
    m_view->setFixedHeight(line * std::clamp(m_model->rowCount(), 1, Lines) + 2);
    const int width = std::min(window->width() - 8 * theme::Grid, 160 * theme::Grid);
    layout()->activate();
    resize(width, sizeHint().height());
    QFrame::move((window->width() - width) / 2, 16 * theme::Grid);
}

void CommandPalette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int now = std::max(0, m_view->currentIndex().row());
    const int to = std::abs(rows) == 1 ? (now + rows + count) % count : std::clamp(now + rows, 0, count - 1);
    m_view->setCurrentIndex(m_model->index(to));
}

void CommandPalette::run()
{
    const QModelIndex at = m_view->currentIndex();
    if (!at.isValid() || !m_model->entry(at.row()).enabled)
        return;
    const PaletteEntry entry = m_model->entry(at.row());
    if (!entry.id.isEmpty()) {
        m_recent.removeAll(entry.id);
        m_recent.prepend(entry.id);
        while (m_recent.size() > Kept)
            m_recent.removeLast();
        Q_EMIT recentChanged();
    }
    putAway(true); // the act is for what had the focus
    entry.run();
}

void CommandPalette::putAway(bool giveBack)
{
    QWidget *before = m_before;
    m_before = nullptr;
    hide();
    Q_EMIT putAside();
    if (giveBack && before)
        before->setFocus(Qt::OtherFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(Lines);
            return true;
        case Qt::Key_PageUp:
            move(-Lines);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        case Qt::Key_Escape:
            putAway(true);
            return true;
        default:
            break;
        }
    } else if (watched == parentWidget() && isVisible()) {
        if (event->type() == QEvent::Resize)
            place();
        else if (event->type() == QEvent::MouseButtonPress)
            putAway(true);
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace gouji
