// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/passedover.h"

namespace gouji {

using namespace Qt::StringLiterals;

QStringList PassedOver::notes() const
{
    QStringList out;
    if (pictures > 0)
        out << u"文件里有 %1 张图片，图片里的文字和表格没有读取。"_s.arg(pictures);
    if (objects > 0)
        out << u"文件里有 %1 个嵌入的对象（如电子表格），没有读取。"_s.arg(objects);
    if (changed)
        out << u"文中有修订痕迹，按全部接受修订后的内容读取。"_s;
    if (hidden > 0)
        out << u"文中有隐藏文字（%1 字），没有读取。"_s.arg(hidden);
    if (struck)
        out << u"文中有加删除线的文字，仍按原样读取，与其余文字之间留有空格。"_s;
    return out;
}

} // namespace gouji
