// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boundedprocess.h"

#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int CannotStart = 127;

/// Strings as exec wants them. They are made before the fork: behind it nothing may be allocated.
class CStrings {
public:
    explicit CStrings(const QStringList &strings)
    {
        for (const QString &s : strings)
            m_bytes.push_back(QFile::encodeName(s));
        for (QByteArray &bytes : m_bytes)
            m_pointers.push_back(bytes.data());
        m_pointers.push_back(nullptr);
    }
    char *const *data() const { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<char *> m_pointers;
};

void bound(__rlimit_resource_t resource, qint64 most)
{
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0)
        return;
    limit.rlim_max = std::min(limit.rlim_max, rlim_t(most));
    limit.rlim_cur = std::min(limit.rlim_cur, limit.rlim_max);
    setrlimit(resource, &limit);
}

/// A process that has a user namespace of its own may leave the network without being root.
void leaveNetwork()
{
    const uid_t user = geteuid();
    const gid_t group = getegid();
    if (unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return;
    const auto say = [](const char *file, const char *text, size_t length) {
        const int fd = open(file, O_WRONLY | O_CLOEXEC);
        if (fd >= 0 && write(fd, text, length) >= 0)
            close(fd);
    };
    // "1000 1000 1", written without anything that allocates.
    const auto map = [&](const char *file, unsigned id) {
        char number[12];
        int at = sizeof number;
        do {
            number[--at] = char('0' + id % 10);
        } while (id /= 10);
        char line[32];
        size_t length = 0;
        for (int times = 0; times < 2; ++times) {
            for (int i = at; i < int(sizeof number); ++i)
                line[length++] = number[i];
            line[length++] = ' ';
        }
        line[length++] = '1';
        say(file, line, length);
    };
    say("/proc/self/setgroups", "deny", 4);
    map("/proc/self/uid_map", user);
    map("/proc/self/gid_map", group);
}

/// In the child: only what is safe there between fork and exec.
[[noreturn]] void become(const BoundedProcess &process, const char *folder, const CStrings &arguments, const CStrings &environment)
{
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL); // where we are killed ourselves
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    const int nowhere = open("/dev/null", O_RDWR);
    for (int fd = 0; fd <= 2; ++fd)
        dup2(nowhere, fd);
    close_range(3, ~0U, 0);
    bound(RLIMIT_CORE, 0);
    bound(RLIMIT_CPU, process.milliseconds / 1000 + 1);
    if (process.memory > 0)
        bound(RLIMIT_AS, process.memory);
    if (process.largestFile > 0)
        bound(RLIMIT_FSIZE, process.largestFile);
    leaveNetwork();
    if (chdir(folder) == 0)
        execve(arguments.data()[0], arguments.data(), environment.data());
    _exit(CannotStart);
}

/// True once it has ended. It stays a zombie, so that nothing else gets its number.
bool waitUntil(pid_t child, QDeadlineTimer deadline, const StopFlag &stop)
{
    constexpr long Pause = 2'000'000; // ns; nothing that is started here ends sooner
    for (;;) {
        siginfo_t info{};
        const int asked = waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT);
        // An error: somebody has asked the system to forget about children, and it has.
        if ((asked == 0 && info.si_pid == child) || (asked < 0 && errno != EINTR))
            return true;
        if (deadline.hasExpired() || stop.isStopped())
            return false;
        const timespec pause{0, Pause};
        nanosleep(&pause, nullptr);
    }
}

} // namespace

ProcessOutcome runBounded(const BoundedProcess &process)
{
    const CStrings arguments(QStringList(process.program) + process.arguments);
    const CStrings environment(QStringList{u"PATH="_s + qEnvironmentVariable("PATH", u"/usr/bin:/bin"_s), u"HOME="_s + process.folder,
                                   u"TMPDIR="_s + process.folder, u"LC_ALL=C.UTF-8"_s}
        + process.environment);
    const QByteArray folder = QFile::encodeName(process.folder);
    if (process.stop.isStopped())
        return {ProcessEnd::Stopped, 0};
    const pid_t child = fork();
    if (child < 0)
        return {};
    if (child == 0)
        become(process, folder.constData(), arguments, environment);

    const bool ended = waitUntil(child, QDeadlineTimer(process.milliseconds), process.stop);
    const ProcessEnd cutShort = process.stop.isStopped() ? ProcessEnd::Stopped : ProcessEnd::TimedOut;
    kill(-child, SIGKILL); // its group
    kill(child, SIGKILL); // which it may not have made yet
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return {ended ? ProcessEnd::Exited : cutShort, 0};
    }
    if (!ended)
        return {cutShort, SIGKILL};
    if (WIFSIGNALED(status))
        return {ProcessEnd::Crashed, WTERMSIG(status)};
    if (WEXITSTATUS(status) == CannotStart)
        return {ProcessEnd::NotStarted, CannotStart};
    return {ProcessEnd::Exited, WEXITSTATUS(status)};
}

} // namespace gouji
