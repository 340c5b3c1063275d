// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"
#include "verb.h"

#include <QCoreApplication>

#include <clocale>
#include <cstring>
#include <langinfo.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <optional>

namespace {

using namespace gouji::cli;
using namespace Qt::StringLiterals;

const Verb Verbs[] = {
    {"recover", "[--json] [--jobs N] [--explain 单元格] [--rules 规则文件] [--progress] 文件|文件夹…", "恢复三张表并核查",
        "  --json        每个文件输出一行 JSON\n"
        "  --jobs N      同时处理 N 个文件；默认与处理器核数相同\n"
        "  --explain 单元格  说明一个单元格，如 requests.granted.total：数值、原因、出处、勾稽\n"
        "  --progress    在标准错误上显示进度（处理文件夹时，终端上默认显示）\n"
        "  --rules 规则文件  在自带规则之外，再用这个文件里自己的规则（见手册“自己的规则”）\n",
        false, runRecover},
    {"summary", "文件 -o 输出.pdf|输出.html [--store 数据文件] [--rules 规则文件]", "打印核查意见表",
        "  -o 输出文件     以 .pdf 或 .html 结尾\n"
        "  --store 数据文件  打印保存在其中的这份报告，连同人工更正\n"
        "  --reviewer 姓名  核查人\n"
        "  --date 日期     核查日期，如 2024-03-01；默认今天\n"
        "  --rules 规则文件  在自带规则之外，再用这个文件里自己的规则（见手册“自己的规则”）\n",
        true, runSummary},
    {"import", "--store 数据文件 [--json] [--jobs N] [--rules 规则文件] 文件|文件夹…", "读取、核查并存入数据文件",
        "  --store 数据文件  存入其中；没有就新建。已存过的文件（内容完全相同）不再存，什么都不改\n"
        "  --json        每个文件输出一行 JSON，与 recover 相同\n"
        "  --jobs N      同时处理 N 个文件；默认与处理器核数相同\n"
        "  --progress    在标准错误上显示进度（处理文件夹时，终端上默认显示）\n"
        "  --rules 规则文件  在自带规则之外，再用这个文件里自己的规则（见手册“自己的规则”）\n",
        false, runImport},
    {"check", "--store 数据文件 [--regions 名单.csv] [--rules 规则文件] [--json]", "对数据文件中的全部报告重新核查",
        "  --store 数据文件  连同其中的人工更正一并核查，并与上年报告、下属单位的报告和同一报告的其他文件比较\n"
        "  --regions 名单    单位名单，每行“机关,上级机关”，存入数据文件，以后不必再给\n"
        "  --json        每份报告输出一行 JSON，与 recover 相同\n"
        "  --rules 规则文件  在自带规则之外，再用这个文件里自己的规则（见手册“自己的规则”）\n",
        false, runCheck},
    {"export", "--store 数据文件 -o 输出.csv|输出.xlsx|输出.jsonl", "导出全部报告更正后的数值",
        "  --store 数据文件  导出其中的全部报告\n"
        "  -o 输出文件     .csv、.xlsx 每份报告一行，有疑问的数值带“？”；.jsonl 每份报告一行 JSON\n"
        "  --rules 规则文件  在自带规则之外，再用这个文件里自己的规则（见手册“自己的规则”）\n",
        false, runExport},
    {"verify", "--store 数据文件", "查验数据文件是否完整、有没有在程序之外被改动",
        "  --store 数据文件  查验其中每份报告的原件、读取结果和修改记录（逐步校验）；什么都不改\n", false, runVerify},
    {"recognise", "", nullptr, "", true, runRecognise},
};

void printHelp(const Verb *verb)
{
    QByteArray out;
    if (verb && verb->summary) {
        out = QByteArray("用法：gouji-cli ") + verb->name + ' ' + verb->usage + "\n\n" + verb->summary + "\n\n" + verb->help;
    } else {
        out = "用法：gouji-cli 命令 [选项] 文件…\n\n核查政府信息公开工作年度报告。\n\n命令\n";
        for (const Verb &v : Verbs)
            if (v.summary)
                out += "  " + QByteArray(v.name).leftJustified(10) + v.summary + '\n';
        out += "\n选项\n  --help      显示帮助；gouji-cli 命令 --help 显示该命令的帮助\n  --version   显示版本\n"
               "\n退出状态\n  0  全部读取，没有错误级问题\n  1  全部读取，有错误级问题\n  2  有文件未能读取，或用法有误\n";
    }
    print(out);
}

const Verb *findVerb(const char *name)
{
    for (const Verb &v : Verbs) {
        if (!std::strcmp(v.name, name))
            return &v;
    }
    return nullptr;
}

/// Qt prints an English warning in a locale that is not UTF-8 and then uses C.UTF-8 all the same.
void ensureUtf8Locale()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8"))
        qputenv("LC_ALL", "C.UTF-8");
}

/// Each report makes and frees buffers of a few hundred kilobytes. Handing them back to the system every time would
/// take a quarter of the time of a folder; keeping them costs a few megabytes.
void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 64 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 128 * 1024 * 1024);
#endif
}

} // namespace

int main(int argc, char *argv[])
{
    ensureUtf8Locale();
    keepFreedMemory();
    const Verb *verb = argc > 1 ? findVerb(argv[1]) : nullptr;
    for (int i = 1; i < argc && std::strcmp(argv[i], "--"); ++i) {
        if (!std::strcmp(argv[i], "--help") || !std::strcmp(argv[i], "-h")) {
            printHelp(verb);
            return AllGood;
        }
        if (!std::strcmp(argv[i], "--version")) {
            print(QByteArray("gouji-cli " GOUJI_VERSION "\n"));
            return AllGood;
        }
    }
    if (!verb)
        return usageError(argc > 1 ? u"不认识命令“%1”。"_s.arg(QString::fromLocal8Bit(argv[1])) : u"没有给出命令。"_s, "");
    QStringList arguments;
    for (int i = 2; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    std::optional<QCoreApplication> application;
    if (!verb->ownApplication)
        application.emplace(argc, argv);
    QCoreApplication::setApplicationName(u"gouji"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GOUJI_VERSION));
    return verb->run(arguments);
}
