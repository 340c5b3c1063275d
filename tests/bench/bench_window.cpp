// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: its start beside that of a plain one (ratios, which do not depend on the machine), opening a
// sample until it is painted, a correction until the findings are painted.
//     build/release/bin/bench_window [rounds [work]]
#include "desktopapp.h"
#include "firstpaint.h"
#include "review/form/formview.h"
#include "review/panels/findingspanel.h"
#include "review/reviewpage.h"
#include "review/verbs.h"
#include "samplereport.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <cstdio>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Start {
    double milliseconds = 0;
    double processor = 0; ///< milliseconds
    double megabytes = 0;
};

Start start(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    process.waitForReadyRead();
    Start out{double(clock.nsecsElapsed()) / 1e6, 0, 0};
    const QByteArray line = process.readLine();
    if (!line.startsWith("painted "))
        qFatal("%s said nothing: %s", qPrintable(program), process.readAllStandardError().constData());
    const QList<QByteArray> words = line.trimmed().split(' ');
    out.megabytes = words.value(1).toDouble() / 1024;
    out.processor = words.value(2).toDouble();
    process.waitForFinished();
    return out;
}

int startAndQuit(int argc, char *argv[])
{
    QApplication app(argc, argv);
    auto knowledge = Knowledge::load();
    if (!knowledge)
        return 1;
    DesktopApp desktop(std::move(*knowledge), app.arguments().value(2));
    desktop.start({});
    for (QWidget *w : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(w)) {
            FirstPaint watch(window);
            return app.exec();
        }
    }
    return 1;
}

void compareStarts(const QString &self, int rounds)
{
    const QString plain = QDir(QCoreApplication::applicationDirPath()).filePath(u"bench_plainwindow"_s);
    QTemporaryDir dir;
    QList<double> times, plainTimes, processor, plainProcessor, memory, plainMemory;
    for (int i = 0; i <= rounds; ++i) { // the first round warms the caches of the disk and the fonts
        const Start a = start(plain, {dir.filePath(u"plain.sqlite"_s)});
        const Start b = start(self, {u"--start"_s, dir.filePath(u"own.sqlite"_s)});
        if (i == 0)
            continue;
        plainTimes << a.milliseconds;
        plainProcessor << a.processor;
        plainMemory << a.megabytes;
        times << b.milliseconds;
        processor << b.processor;
        memory << b.megabytes;
    }
    std::printf("start to usable window  %6.0f ms   plain %6.0f ms   ratio %.2f (bar 1.5)\n", median(times), median(plainTimes),
        median(times) / median(plainTimes));
    std::printf("processor time of it    %6.0f ms   plain %6.0f ms   ratio %.2f\n", median(processor), median(plainProcessor),
        median(processor) / median(plainProcessor));
    std::printf("memory of it            %6.1f MB   plain %6.1f MB   ratio %.2f (bar 1.5)\n", median(memory), median(plainMemory),
        median(memory) / median(plainMemory));
}

void measureWork(int rounds)
{
    QTemporaryDir dir;
    Preferences preferences;
    Desk desk(test::knowledge());
    FileDialogs dialogs;
    if (!desk.openStore(dir.filePath(u"store.sqlite"_s)))
        qFatal("no store");
    MainWindow window(desk, preferences, dialogs);
    window.resize(1280, 800);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        qFatal("no window");
    ReviewPage *page = window.reviewPage();

    struct Painted : QObject {
        bool done = false;
        bool eventFilter(QObject *, QEvent *event) override
        {
            done = done || event->type() == QEvent::Paint;
            return false;
        }
    };
    for (const QString &sample : QDir(u":/samples"_s).entryList(QDir::Files, QDir::Name)) {
        QList<double> opening;
        for (int i = 0; i <= rounds; ++i) {
            desk.close();
            QCoreApplication::processEvents();
            QSignalSpy opened(&desk, &Desk::opened);
            Painted painted;
            QElapsedTimer clock;
            clock.start();
            window.openFiles({u":/samples/"_s + sample});
            while (opened.isEmpty())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            page->formView()->viewport()->installEventFilter(&painted);
            while (!painted.done)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (i > 0)
                opening << double(clock.nsecsElapsed()) / 1e6;
        }
        QList<double> correcting, processor;
        const CellId cell = desk.session()->report().catalogue().cell(u"requests.granted.natural_person"_s);
        page->selectCell(cell);
        QCoreApplication::processEvents();
        for (int i = 0; i <= 5 * rounds; ++i) {
            QCoreApplication::processEvents(); // what an act puts off
            QElapsedTimer clock;
            clock.start();
            const double before = FirstPaint::processorMilliseconds();
            (void)desk.session()->perform(verbs::edit(desk.session()->report(), cell, QString::number(100 + i)));
            page->findingsPanel()->view()->viewport()->repaint();
            page->formView()->viewport()->repaint();
            if (i > 0) {
                correcting << double(clock.nsecsElapsed()) / 1e6;
                processor << FirstPaint::processorMilliseconds() - before;
            }
        }
        std::printf("%-24s opening to painted window %6.1f ms (bar 150)   correction to painted findings %5.1f ms, "
                    "%.1f of the processor (bar 16)\n",
            qPrintable(sample), median(opening), median(correcting), median(processor));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 2 && qstrcmp(argv[1], "--start") == 0)
        return startAndQuit(argc, argv);
    QApplication app(argc, argv);
    theme::apply(app, theme::Choice::Light, 100);
    const int rounds = std::max(3, app.arguments().value(1).toInt());
    if (app.arguments().value(2) != u"work"_s)
        compareStarts(QCoreApplication::applicationFilePath(), rounds);
    measureWork(rounds);
    return 0;
}
