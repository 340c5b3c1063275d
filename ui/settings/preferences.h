// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QObject>
#include <QSettings>

namespace gouji {

/// What a person chose, and the state of the last session. One file (gouji.ini in the user's configuration folder), so
/// that tests and `QStandardPaths` test mode never meet a person's own.
class Preferences : public QObject {
    Q_OBJECT
public:
    explicit Preferences(QObject *parent = nullptr);

    QString reviewer() const { return text("reviewer"); }
    void setReviewer(const QString &name) { set("reviewer", name); }
    QString language() const { return text("language"); } ///< "", "zh" or "en"; empty follows the system
    void setLanguage(const QString &code) { set("language", code); }
    theme::Choice themeChoice() const { return theme::Choice(value("theme", 0).toInt()); }
    void setThemeChoice(theme::Choice choice) { set("theme", int(choice)); }
    int textPercent() const { return value("textPercent", 100).toInt(); }
    void setTextPercent(int percent) { set("textPercent", percent); }
    QString storeFile() const { return text("storeFile"); } ///< empty: the default place
    void setStoreFile(const QString &file) { set("storeFile", file); }

    QString rulesFile() const { return text("rulesFile"); } ///< a person's own rules; empty: the shipped ones alone
    void setRulesFile(const QString &file) { set("rulesFile", file); }

    bool reopensLast() const { return value("reopensLast", true).toBool(); } ///< the report that was open, at the start
    void setReopensLast(bool on) { set("reopensLast", on); }

    QStringList recentFiles() const { return value("recentFiles", QStringList()).toStringList(); }
    void addRecentFile(const QString &file);

    /// Window geometry, splitters, last report and cell; keys are the widgets' own.
    QVariant session(const QString &key) const { return m_settings.value(QStringLiteral("session/") + key); }
    void setSession(const QString &key, const QVariant &v) { m_settings.setValue(QStringLiteral("session/") + key, v); }
    void dropSession(const QString &key) { m_settings.remove(QStringLiteral("session/") + key); }

Q_SIGNALS:
    void changed();

private:
    QVariant value(const char *key, const QVariant &fallback) const { return m_settings.value(QLatin1StringView(key), fallback); }
    QString text(const char *key) const { return value(key, QString()).toString(); }
    void set(const char *key, const QVariant &v);

    QSettings m_settings;
};

} // namespace gouji
