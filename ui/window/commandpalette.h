// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/pinyin.h"

#include <QFrame>
#include <QIcon>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;
class QLabel;

namespace gouji {

class ActionList;
class PaletteModel;

/// One thing the palette can do or go to.
struct PaletteEntry {
    QString id; ///< kept among the recent ones; empty: it is not
    QString text; ///< what is searched and shown
    QString aside; ///< shown behind it, small
    QString key; ///< its shortcut
    QIcon icon;
    bool enabled = true;
    std::function<void()> run;
    std::function<void()> point = {}; ///< it is highlighted; for what shows beforehand what it would do
};

/// A field over the window in which everything the program can do is found by a few letters, and rows and reports
/// behind a prefix. It is no dialog: a click elsewhere or Esc puts it away, and the focus is back where it was before the
/// chosen thing happens.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(const ActionList *actions, QWidget *window);

    /// What is searched behind `prefix`: asked with what is typed behind it, for those that may answer. Asked again at
    /// each key, so that of very many only a few have to be made.
    void addSource(QChar prefix, const QString &name, std::function<QList<PaletteEntry>(const QString &typed)> entries);
    void open(const QString &typed = {});

    QStringList recent() const { return m_recent; } ///< ids, the last first
    void setRecent(const QStringList &ids) { m_recent = ids; }
    QListView *view() const { return m_view; }
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void recentChanged();
    void putAside(); ///< nothing is highlighted any more

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Source {
        QChar prefix;
        QString name;
        std::function<QList<PaletteEntry>(const QString &typed)> entries;
    };
    QList<PaletteEntry> commands() const;
    void search();
    void run();
    void putAway(bool giveBack);
    void place();
    void move(int rows);

    const ActionList *m_actions;
    QLineEdit *m_field;
    QListView *m_view;
    QLabel *m_none;
    PaletteModel *m_model;
    QList<Source> m_sources;
    QChar m_prefix; ///< of the source the model holds; null: the actions
    QStringList m_recent;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace gouji
