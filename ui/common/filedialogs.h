// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

namespace gouji {

/// The one place that opens file dialogs, so that tests can answer in a person's stead.
class FileDialogs {
public:
    virtual ~FileDialogs() = default;
    virtual QStringList filesToOpen(QWidget *parent, const QString &title, const QString &filter)
    {
        return QFileDialog::getOpenFileNames(parent, title, {}, filter);
    }
    /// Empty where the person took it back.
    virtual QString folderToOpen(QWidget *parent, const QString &title) { return QFileDialog::getExistingDirectory(parent, title); }
    /// Empty where the person took it back.
    virtual QString fileToSave(QWidget *parent, const QString &title, const QString &proposal, const QString &filter)
    {
        return QFileDialog::getSaveFileName(parent, title, proposal, filter);
    }
};

} // namespace gouji
