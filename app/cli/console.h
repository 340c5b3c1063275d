// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gouji::cli {

/// Results to stdout. False where the reader has gone or the disk is full.
bool print(const QByteArray &utf8);
bool print(const QString &text);

/// One line to stderr.
void complain(const QString &line);

/// A wrong call: the sentence and where help is; returns NotRead.
int usageError(const QString &sentence, const char *verb);

/// A line on stderr that overwrites itself: 「12/340 目录/文件.txt」. Silent unless switched on.
class Progress {
public:
    Progress(bool on, qsizetype total)
        : m_on(on)
        , m_total(total)
    {
    }
    ~Progress();
    void step(const QString &file);

    static bool stderrIsTerminal();

private:
    bool m_on;
    qsizetype m_total;
    qsizetype m_done = 0;
    int m_shown = 0; ///< columns of the last line
};

} // namespace gouji::cli
