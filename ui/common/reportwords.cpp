// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/reportwords.h"

#include <QCoreApplication>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

} // namespace

QString formWord(const Form &form) { return form.title == form.id + u" 年格式"_s ? Words::tr("%1 年格式").arg(form.id) : form.title; }

QString stateWord(const QString &id, const QString &title)
{
    if (id == "new"_L1)
        return Words::tr("未审");
    if (id == "open"_L1)
        return Words::tr("审核中");
    if (id == "returned"_L1)
        return Words::tr("待单位整改");
    if (id == "done"_L1)
        return Words::tr("已审");
    return title.isEmpty() ? id : title;
}

} // namespace gouji
