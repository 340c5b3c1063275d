// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchoptions.h"

#include "console.h"

#include <QThread>

#include <algorithm>

namespace gouji::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxJobs = 64;

} // namespace

Result<BatchOptions> batchOptions(const Arguments &arguments, qsizetype fileCount)
{
    int jobs = QThread::idealThreadCount();
    if (arguments.has(u"jobs"_s)) {
        bool isNumber = false;
        jobs = arguments.value(u"jobs"_s).toInt(&isNumber);
        if (!isNumber || jobs < 1)
            return Error{u"usage"_s, u"--jobs 后面应是 1 以上的整数。"_s};
    }
    BatchOptions options;
    jobs = int(std::min({qsizetype(jobs), fileCount, qsizetype(MaxJobs)}));
    options.threads = jobs > 1 ? jobs : 0;
    return options;
}

bool wantsProgress(const Arguments &arguments, const QStringList &files)
{
    return arguments.has(u"progress"_s) || (Progress::stderrIsTerminal() && files != arguments.files);
}

} // namespace gouji::cli
