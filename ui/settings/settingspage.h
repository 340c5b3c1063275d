// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace gouji {

class FileDialogs;
class Preferences;

/// What the settings page says of things it does not know itself.
struct SettingsFacts {
    std::function<QString()> store; ///< which data file is in use
    std::function<QString()> rules; ///< what became of the rule file
    std::function<QString()> regions; ///< how many bodies the list in the store has
};

/// The settings, a page of the window like any other; every change counts at once.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(Preferences &preferences, FileDialogs &dialogs, SettingsFacts facts, QWidget *parent = nullptr);
    void aboutToShow() override; ///< shows what holds now

Q_SIGNALS:
    void storeChosen(const QString &file); ///< empty: the default place
    void rulesChosen(const QString &file); ///< empty: the shipped rules alone
    void regionsChosen(const QString &file); ///< a list of bodies to be taken into the store

private:
    QFormLayout *group(const QString &title);
    QLabel *add(QFormLayout *form, QWidget *field, const QString &name, const QString &label, const QString &why,
        const QList<QPushButton *> &buttons = {});
    QPushButton *button(const QString &name, const QString &text, const QString &tip, const std::function<void()> &clicked);
    void addPerson();
    void addLook();
    void addFiles();
    void useStore(const QString &file);
    void useRules(const QString &file);
    QString chosenFile(const QString &title, const QString &filter);

    Preferences &m_preferences;
    FileDialogs &m_dialogs;
    SettingsFacts m_facts;
    QVBoxLayout *m_column;
    QList<QLabel *> m_titles; ///< of the fields, in one column through all groups
    QLineEdit *m_reviewer;
    QCheckBox *m_reopen;
    QComboBox *m_language;
    QComboBox *m_theme;
    QSpinBox *m_size;
    QLineEdit *m_store;
    QLabel *m_storeNote = nullptr;
    QLineEdit *m_rules;
    QLabel *m_rulesNote = nullptr;
    QLabel *m_regions;
};

} // namespace gouji
