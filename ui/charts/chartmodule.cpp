// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartmodule.h"

#include <QDir>
#include <QFileInfo>
#include <QLibrary>

namespace gouji {

using namespace Qt::StringLiterals;

Result<ChartCanvas *> makeChartCanvas()
{
    using Make = ChartCanvas *(*)();
    const QDir here(QFileInfo(u"/proc/self/exe"_s).canonicalPath());
    for (const QString &folder : {u"."_s, QString::fromUtf16(GOUJI_MODULE_DIR)}) {
        QLibrary library(here.absoluteFilePath(folder + u"/libgouji-charts.so"_s));
        if (const auto make = reinterpret_cast<Make>(library.resolve("goujiMakeChartCanvas")))
            return make();
    }
    return Error{u"unsupported"_s, u"没有安装图表部分（libgouji-charts.so），只列出数字。"_s};
}

} // namespace gouji
