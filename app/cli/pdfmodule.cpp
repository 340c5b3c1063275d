// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/summaryprinter.h"

#include <QGuiApplication>

/// What gouji-cli loads when a PDF is asked for. `error` stays as it is where all went well.
extern "C" Q_DECL_EXPORT void goujiWritePdf(const gouji::Sheet &sheet, const QString &path, gouji::Error &error)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt's remarks about a machine without a session or a display are of no use to the caller.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    int argc = 1;
    char name[] = "gouji-cli";
    char *argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv); // fonts need one; offscreen, it looks for no display
    if (const gouji::Status written = gouji::SummaryPrinter(sheet).writePdf(path); !written)
        error = written.error();
}
