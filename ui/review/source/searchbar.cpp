// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/source/searchbar.h"

#include "common/icons.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace gouji {

using namespace Qt::StringLiterals;

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setObjectName(u"searchBar"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    row->setSpacing(theme::Grid);
    m_field->setObjectName(u"searchField"_s);
    m_field->setPlaceholderText(tr("在原文中查找"));
    m_field->setAccessibleName(tr("在原文中查找"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_count->setObjectName(u"searchCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    const auto button = [&](const QString &iconName, const QString &tip, auto slot) {
        auto *b = new QToolButton(this);
        b->setIcon(icon(iconName));
        b->setAutoRaise(true);
        b->setToolTip(tip);
        b->setAccessibleName(tip);
        connect(b, &QToolButton::clicked, this, slot);
        row->addWidget(b);
    };
    button(u"up"_s, tr("上一处（Shift+F3）"), &SearchBar::previous);
    button(u"down"_s, tr("下一处（F3）"), &SearchBar::next);
    button(u"close"_s, tr("关闭查找（Esc）"), [this] {
        hide();
        Q_EMIT matchesChanged({}, -1);
        Q_EMIT closed();
    });
    connect(m_field, &QLineEdit::textChanged, this, &SearchBar::search);
    hide();
}

void SearchBar::setText(const QString &document)
{
    m_text = document;
    m_matches.clear();
    m_current = -1;
    if (isVisible())
        search();
}

void SearchBar::open(const QString &wanted)
{
    show();
    if (!wanted.isEmpty())
        m_field->setText(wanted);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
}

void SearchBar::search()
{
    constexpr qsizetype Most = 5000; // one letter in a megabyte: enough to walk, too many to list
    m_matches.clear();
    const QString wanted = m_field->text();
    if (!wanted.isEmpty()) {
        for (qsizetype at = m_text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0 && m_matches.size() < Most;
             at = m_text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive))
            m_matches << TextRange{at, at + wanted.size()};
    }
    m_current = m_matches.isEmpty() ? -1 : 0;
    tell();
}

void SearchBar::next() { step(1); }

void SearchBar::previous() { step(-1); }

void SearchBar::step(int by)
{
    if (!isVisible()) {
        open();
        return;
    }
    if (m_matches.isEmpty())
        return;
    m_current = int((m_current + by + m_matches.size()) % m_matches.size());
    tell();
}

void SearchBar::tell()
{
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (m_matches.isEmpty())
        m_count->setText(tr("没有找到"));
    else
        m_count->setText(tr("第 %1 处，共 %2 处").arg(m_current + 1).arg(m_matches.size()));
    Q_EMIT matchesChanged(m_matches, m_current);
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            hide();
            Q_EMIT matchesChanged({}, -1);
            Q_EMIT closed();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gouji
