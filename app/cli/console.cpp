// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "output/textwidth.h"
#include "verb.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace gouji::cli {

using namespace Qt::StringLiterals;

bool print(const QByteArray &utf8)
{
    for (QByteArrayView rest = utf8; !rest.isEmpty();) { // a report a call: stdio parts it into blocks
        const ssize_t written = write(STDOUT_FILENO, rest.data(), size_t(rest.size()));
        if (written < 0 && errno != EINTR)
            return false;
        rest = rest.sliced(std::max<ssize_t>(written, 0));
    }
    return true;
}

bool print(const QString &text) { return print(text.toUtf8()); }

void complain(const QString &line) { std::fprintf(stderr, "gouji-cli: %s\n", line.toUtf8().constData()); }

int usageError(const QString &sentence, const char *verb)
{
    complain(sentence);
    std::fprintf(stderr, "用法见 gouji-cli %s%s--help\n", verb, *verb ? " " : "");
    return NotRead;
}

bool Progress::stderrIsTerminal() { return isatty(STDERR_FILENO) == 1; }

void Progress::step(const QString &file)
{
    ++m_done;
    if (!m_on)
        return;
    constexpr int Columns = 78;
    const QString head = u"%1/%2 "_s.arg(m_done).arg(m_total);
    QString name = file;
    while (textWidth(head) + textWidth(name) > Columns && !name.isEmpty())
        name = name.mid(qMax(qsizetype(1), name.size() / 8));
    const QString line = head + name;
    std::fprintf(stderr, "\r%s", padRight(line, m_shown).toUtf8().constData());
    std::fflush(stderr);
    m_shown = textWidth(line);
}

Progress::~Progress()
{
    if (m_on && m_done > 0)
        std::fputc('\n', stderr);
}

} // namespace gouji::cli
