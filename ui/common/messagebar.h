// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace gouji {

/// One line in the window for what other programs put into boxes: errors, notes, a question with one field.
/// show() replaces what was said, add() says more; a question waits until it is answered or closed, notes do not push it
/// away.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Note, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Kind kind, const QString &text);
    /// Adds a sentence to those shown; the gravest decides the look. They wait behind a question.
    void add(Kind kind, const QString &text);
    /// A note that is of use until the hand has gone on; see clearPassing().
    void addPassing(const QString &text);
    void clearPassing();
    /// Errors that arrive one after the other (a folder of bad files) are gathered into one line with a count.
    void addError(const QString &text);
    /// Asks for one value; `answer` is called with it once. Does not take the focus.
    void ask(const QString &question, const QString &given, std::function<void(const QString &)> answer);
    void clear(); ///< messages and question
    void clearMessages(); ///< a question stays

    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Message {
        Kind kind = Kind::Note;
        QString text;
        bool passing = false;
    };

    void append(const Message &message);
    void tell();
    void paintKind();
    void finish(bool keep);
    void arrange(bool question);

    Kind m_kind = Kind::Note;
    QHBoxLayout *m_row;
    QLabel *m_icon;
    QLabel *m_text;
    QLineEdit *m_field;
    QToolButton *m_accept;
    QToolButton *m_close;
    QList<Message> m_messages;
    QStringList m_errors; ///< told as one message
    std::function<void(const QString &)> m_answer;
};

} // namespace gouji
