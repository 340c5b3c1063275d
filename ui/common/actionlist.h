// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

class QWidget;

namespace gouji {

/// Where an action stands in the menu bar: its menu, and the run between two lines in it. The order here is the order there.
/// A new group is one line here; a new menu one more in windowmenus.cpp.
enum class ActionGroup {
    FileOpen,
    FileImport,
    FileClose,
    FilePrint,
    FileSettings,
    FileQuit,
    EditUndo,
    EditCell,
    EditRow,
    EditTable,
    EditClipboard,
    EditFind,
    CheckProblems,
    CheckConfirm,
    CheckSuggest,
    CheckRepair,
    CheckReports,
    CheckRules,
    ViewPages,
    ViewPanels,
    ViewReport,
    ViewMove,
    Help,
};

/// What a person can be told of an action. `id` is its object name and stays for ever (recent commands are kept by it).
struct ActionSpec {
    const char *id = nullptr;
    ActionGroup group = ActionGroup::Help;
    QString text = {};
    QString tip = {}; ///< one sentence, without the shortcut
    QList<QKeySequence> keys = {};
    const char *icon = nullptr; ///< resources/icons/NAME.svg
    bool needsReport = false; ///< disabled while no report is open
    bool checkable = false;
};

/// The actions of the window or of one of its pages. Menus, command palette and tooltips are made from these lists, and so
/// no action is without its place: add() is all there is to do for a new one.
class ActionList : public QObject {
    Q_OBJECT
public:
    /// Shortcuts work while the focus is within `owner`, wherever it is in the window if `owner` is the window.
    explicit ActionList(QWidget *owner);

    QAction *add(const ActionSpec &spec);
    /// As add(), with the shortcut belonging to these views alone, so that single keys never reach into a text field.
    QAction *add(const ActionSpec &spec, const QList<QWidget *> &views);
    /// Shows the actions of a page among these; the page keeps them.
    void include(const ActionList &page);

    const QList<QAction *> &all() const { return m_all; } ///< in the order they were added
    QAction *find(QLatin1StringView id) const; ///< null where there is none
    static ActionGroup groupOf(const QAction *action);
    static QString tipOf(const QAction *action); ///< the plain sentence

    void setReportOpen(bool open); ///< for those that need one

Q_SIGNALS:
    void added(QAction *action);

private:
    QAction *make(const ActionSpec &spec);
    void describe(QAction *action);

    QWidget *m_owner;
    QList<QAction *> m_all;
    QList<QAction *> m_needReport;
    bool m_reportOpen = false;
};

} // namespace gouji
