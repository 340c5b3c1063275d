// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartmodule.h"

#include "base/ownmodule.h"

namespace gouji {

using namespace Qt::StringLiterals;

Result<ChartCanvas *> makeChartCanvas()
{
    using Make = ChartCanvas *(*)();
    if (const auto make = reinterpret_cast<Make>(functionOfModule(u"gouji-charts"_s, "goujiMakeChartCanvas")))
        return make();
    return Error{u"unsupported"_s, u"没有安装图表部分（libgouji-charts.so），只列出数字。"_s};
}

} // namespace gouji
