// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include <QStandardPaths>

namespace gouji {

using namespace Qt::StringLiterals;

Preferences::Preferences(QObject *parent)
    : QObject(parent)
    , m_settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/gouji.ini"_s, QSettings::IniFormat)
{
}

void Preferences::set(const char *key, const QVariant &v)
{
    const QLatin1StringView name(key);
    if (m_settings.value(name) == v)
        return;
    m_settings.setValue(name, v);
    Q_EMIT changed();
}

void Preferences::addRecentFile(const QString &file)
{
    QStringList files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    while (files.size() > 10)
        files.removeLast();
    set("recentFiles", files);
}

} // namespace gouji
