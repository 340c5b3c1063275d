// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace gouji {

class Preferences;

/// The settings, a page of the window like any other; every change counts at once.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(Preferences &preferences, QWidget *parent = nullptr);
    void refresh(const QString &storeInUse);

Q_SIGNALS:
    void closeRequested();
    void storeChosen(const QString &file); ///< empty: the default place

private:
    Preferences &m_preferences;
    QLineEdit *m_reviewer;
    QComboBox *m_language;
    QComboBox *m_theme;
    QSpinBox *m_size;
    QLineEdit *m_store;
    QLabel *m_storeNote;
};

} // namespace gouji
