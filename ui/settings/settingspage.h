// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace gouji {

class Preferences;

/// The settings, a page of the window like any other; every change counts at once.
class SettingsPage : public Page {
    Q_OBJECT
public:
    /// `storeInUse` is asked for the file in use, empty where there is none.
    /// `rulesSay` what became of the rule file.
    SettingsPage(
        Preferences &preferences, std::function<QString()> storeInUse, std::function<QString()> rulesSay, QWidget *parent = nullptr);
    void aboutToShow() override; ///< shows what holds now

Q_SIGNALS:
    void storeChosen(const QString &file); ///< empty: the default place
    void rulesChosen(const QString &file); ///< empty: the shipped rules alone

private:
    Preferences &m_preferences;
    std::function<QString()> m_storeInUse;
    std::function<QString()> m_rulesSay;
    QLineEdit *m_reviewer;
    QComboBox *m_language;
    QComboBox *m_theme;
    QSpinBox *m_size;
    QLineEdit *m_store;
    QLabel *m_storeNote;
    QLineEdit *m_rules;
    QLabel *m_rulesNote;
};

} // namespace gouji
