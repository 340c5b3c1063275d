// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

namespace gouji::cli {

using namespace Qt::StringLiterals;

Result<Arguments> parseArguments(const QStringList &arguments, const QStringList &flags, const QStringList &valued)
{
    Arguments out;
    bool onlyFiles = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (onlyFiles || !word.startsWith(u'-') || word == "-"_L1) {
            out.files << word;
            continue;
        }
        if (word == "--"_L1) {
            onlyFiles = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const bool isLong = word.startsWith("--"_L1);
        const QString name = word.mid(isLong ? 2 : 1, isLong && equals > 0 ? equals - 2 : -1);
        if (flags.contains(name) && equals < 0) {
            out.options.insert(name, {});
        } else if (valued.contains(name) && isLong && equals > 0) {
            out.options.insert(name, word.mid(equals + 1));
        } else if (valued.contains(name)) {
            if (++i == arguments.size())
                return Error{u"usage"_s, u"选项 %1 后面缺少内容。"_s.arg(word)};
            out.options.insert(name, arguments[i]);
        } else {
            return Error{u"usage"_s, u"不认识选项 %1。"_s.arg(word)};
        }
    }
    return out;
}

} // namespace gouji::cli
