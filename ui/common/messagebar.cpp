// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagebar.h"

#include "common/icons.h"
#include "common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace gouji {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_accept(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"messageBar"_s);
    setAutoFillBackground(true);
    m_row = new QHBoxLayout(this);
    auto *row = m_row;
    row->setContentsMargins(3 * theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    row->setSpacing(2 * theme::Grid);
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_field->setObjectName(u"messageField"_s);
    m_field->setMaximumWidth(48 * theme::Grid);
    m_accept->setObjectName(u"messageAccept"_s);
    m_accept->setText(tr("确定"));
    m_close->setObjectName(u"messageClose"_s);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("关闭此行"));
    m_close->setAccessibleName(tr("关闭此行"));
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_field);
    row->addWidget(m_accept);
    row->addStretch(0);
    row->addWidget(m_close);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { finish(true); });
    connect(m_accept, &QToolButton::clicked, this, [this] { finish(true); });
    connect(m_close, &QToolButton::clicked, this, [this] { finish(false); });
    hide();
}

void MessageBar::show(Kind kind, const QString &text)
{
    if (m_answer && kind == Kind::Note)
        return;
    m_answer = nullptr;
    m_errors.clear();
    m_messages = {{kind, text, false}};
    tell();
}

void MessageBar::add(Kind kind, const QString &text) { append({kind, text}); }

void MessageBar::addPassing(const QString &text) { append({Kind::Note, text, true}); }

void MessageBar::append(const Message &message)
{
    for (const Message &m : std::as_const(m_messages)) {
        if (m.text == message.text)
            return;
    }
    m_messages << message;
    if (!m_answer)
        tell();
}

void MessageBar::clearPassing()
{
    if (m_messages.removeIf([](const Message &m) { return m.passing; }) == 0 || m_answer)
        return;
    if (m_messages.isEmpty() && m_errors.isEmpty())
        clear();
    else
        tell();
}

void MessageBar::addError(const QString &text)
{
    m_answer = nullptr;
    m_errors << text;
    tell();
}

void MessageBar::tell()
{
    QStringList texts;
    m_kind = m_errors.isEmpty() ? Kind::Note : Kind::Error;
    if (m_errors.size() == 1)
        texts << m_errors.first();
    else if (!m_errors.isEmpty())
        texts << tr("有 %1 个文件没有打开：%2").arg(m_errors.size()).arg(m_errors.mid(0, 3).join(u"；"_s));
    for (const Message &m : std::as_const(m_messages)) {
        texts << m.text;
        m_kind = std::max(m_kind, m.kind);
    }
    setToolTip(m_errors.join(u'\n'));
    m_text->setText(texts.join(u'\n'));
    arrange(false);
    paintKind();
    setVisible(true);
}

void MessageBar::ask(const QString &question, const QString &given, std::function<void(const QString &)> answer)
{
    m_kind = Kind::Note;
    m_text->setText(question);
    m_field->setText(given);
    m_field->setAccessibleName(question);
    arrange(true);
    m_answer = std::move(answer);
    paintKind();
    setVisible(true);
}

void MessageBar::arrange(bool question)
{
    // The field stands right behind its question; a message takes the whole line.
    m_field->setVisible(question);
    m_accept->setVisible(question);
    m_text->setWordWrap(!question);
    m_row->setStretch(m_row->indexOf(m_text), question ? 0 : 1);
    m_row->setStretch(m_row->count() - 2, question ? 1 : 0);
}

void MessageBar::finish(bool keep)
{
    if (!m_answer) {
        clear();
        return;
    }
    const auto answer = std::exchange(m_answer, nullptr);
    if (m_messages.isEmpty() && m_errors.isEmpty())
        hide();
    else
        tell(); // what waited behind the question
    if (keep)
        answer(m_field->text().trimmed());
}

void MessageBar::clear()
{
    m_answer = nullptr;
    clearMessages();
}

void MessageBar::clearMessages()
{
    m_errors.clear();
    m_messages.clear();
    setToolTip({});
    setVisible(bool(m_answer));
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::paintKind()
{
    const QPalette outer = parentWidget() ? parentWidget()->palette() : palette();
    const QColor ink = m_kind == Kind::Error ? theme::errorInk(outer)
        : m_kind == Kind::Warning            ? theme::warningInk(outer)
                                             : theme::accent(outer);
    const QColor fill = theme::mix(outer.color(QPalette::Window), ink, theme::isDark(outer) ? 0.18 : 0.10);
    QPalette p = outer;
    p.setColor(QPalette::Window, fill);
    if (p != palette())
        setPalette(p);
    const QString name = m_kind == Kind::Error ? u"error"_s : m_kind == Kind::Warning ? u"warning"_s : u"info"_s;
    m_icon->setPixmap(icon(name).pixmap(QSize(4 * theme::Grid, 4 * theme::Grid), devicePixelRatioF()));
    // Said aloud by screen readers together with the text.
    setAccessibleName(m_text->text());
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintKind();
}

} // namespace gouji
