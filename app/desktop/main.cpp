// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopapp.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"gouji"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GOUJI_VERSION));

    // Answered before a display is needed.
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument == "--version") {
            std::puts("gouji " GOUJI_VERSION);
            return 0;
        }
        if (argument == "--help" || argument == "-h") {
            std::fputs("用法：gouji [选项] [文件…]\n"
                       "核查政府信息公开工作年度报告。\n\n"
                       "  --store 文件  使用这个数据文件\n"
                       "  --version     显示版本\n"
                       "  -h, --help    显示此帮助\n",
                stdout);
            return 0;
        }
        if (argument == "--")
            break;
        if (argument.startsWith("--") && argument != "--store" && !argument.startsWith("--store=")) {
            std::fprintf(stderr, "gouji: 没有选项 %s；--help 列出全部选项。\n", argv[i]);
            return 2;
        }
    }

    QApplication app(argc, argv); // takes Qt's own options (-platform, …) out of the arguments
    QGuiApplication::setDesktopFileName(u"gouji"_s);
    QCommandLineParser parser;
    const QCommandLineOption store(u"store"_s, u"使用这个数据文件"_s, u"文件"_s);
    parser.addOption(store);
    if (!parser.parse(app.arguments())) {
        std::fprintf(stderr, "gouji: %s\n", qPrintable(parser.errorText()));
        return 2;
    }
    auto knowledge = gouji::Knowledge::load();
    if (!knowledge) {
        std::fprintf(stderr, "gouji: %s\n", qPrintable(knowledge.error().message));
        return 2;
    }
    gouji::DesktopApp desktop(std::move(*knowledge), parser.value(store));
    desktop.start(parser.positionalArguments());
    return app.exec();
}
