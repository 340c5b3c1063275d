// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/scan/scanreader.h"

#include "base/boundedprocess.h"
#include "document/page/pagewriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <QtMath>

#include <algorithm>
#include <cmath>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostAnswer = 64LL * 1024 * 1024;

Result<QString> ownProgram()
{
    const QString here = QFileInfo(u"/proc/self/exe"_s).canonicalPath();
    const QString program = here + u"/gouji-cli"_s;
    if (!QFileInfo(program).isExecutable())
        return Error{u"converter-missing"_s, u"识别扫描件要用到 gouji-cli，它不在 %1，请重新安装本程序。"_s.arg(here)};
    return program;
}

} // namespace

Result<std::vector<ScanPage>> recogniseScan(const QString &program, const QByteArray &bytes, const ScanWish &wish, const ScanLimits &limits)
{
    if (program.isEmpty()) {
        const auto own = ownProgram();
        return own ? recogniseScan(*own, bytes, wish, limits) : own.error();
    }
    const QTemporaryDir folder(QDir::tempPath() + u"/gouji-scan-XXXXXX"_s); // only its owner may enter
    const QString source = folder.filePath(u"scan"_s);
    const QString answer = folder.filePath(u"answer"_s);
    QFile file(source);
    if (!folder.isValid() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return Error{u"unreadable"_s, u"识别所需的临时文件写不出来（%1）。"_s.arg(QDir::tempPath())};
    BoundedProcess process;
    process.program = program;
    process.arguments = QStringList{u"recognise"_s, source, answer} + toArguments(wish);
    process.folder = folder.path();
    process.environment = {u"OMP_THREAD_LIMIT=1"_s}; // several files at once are worth more than several threads
    if (qEnvironmentVariableIsSet("TESSDATA_PREFIX"))
        process.environment << u"TESSDATA_PREFIX="_s + qEnvironmentVariable("TESSDATA_PREFIX");
    process.milliseconds = limits.milliseconds;
    process.stop = limits.stop;
#ifndef __SANITIZE_ADDRESS__ // whose shadow is larger than any bound
    process.memory = limits.memory;
#endif
    process.largestFile = MostAnswer;
    const ProcessOutcome outcome = runBounded(process);
    if (outcome.end == ProcessEnd::Stopped)
        return Error{u"stopped"_s, u"文字识别已按要求停止。"_s};
    if (outcome.end == ProcessEnd::TimedOut)
        return Error{u"timeout"_s, u"文字识别超过 %1 秒没有结束，已停止。"_s.arg((limits.milliseconds + 999) / 1000)};
    if (outcome.end == ProcessEnd::NotStarted)
        return Error{u"converter-missing"_s, u"识别扫描件的程序（%1）不能启动，请重新安装本程序。"_s.arg(program)};
    if (outcome.end == ProcessEnd::Crashed)
        return Error{u"unreadable"_s, u"文字识别中途失败，图片可能已损坏，或者太大。"_s};
    QFile result(answer);
    return unpackScan(result.open(QIODevice::ReadOnly) ? result.readAll() : QByteArray());
}

QList<TextRange> doubtsIn(const SourceDocument &document, const std::vector<std::vector<QRectF>> &doubtful)
{
    QList<TextRange> out;
    for (const SourceBox &box : document.boxes) {
        const auto &areas = doubtful[size_t(box.page)];
        if (std::any_of(areas.begin(), areas.end(), [&](const QRectF &area) { return area.contains(box.box.center()); }))
            out << box.text;
    }
    return out;
}

PageContent contentOf(ScanPage &page, int index, std::vector<QRectF> &doubtful)
{
    PageText text{page.size, {}};
    for (ScanPage::Word &w : page.words) {
        if (w.doubtful)
            doubtful.push_back(w.word.box);
        text.words.push_back(std::move(w.word));
    }
    PageContent content = contentOf(std::move(text), std::move(page.rulings), index);
    content.turns = page.turns;
    return content;
}

void turnBack(SourceDocument &document, const std::vector<double> &angles)
{
    for (SourceBox &box : document.boxes) {
        const double angle = -qDegreesToRadians(angles[size_t(box.page)]);
        const QSizeF size = document.pages[box.page].size;
        const QPointF middle(size.width() / 2, size.height() / 2);
        const QPointF from = box.box.center() - middle;
        box.box.moveCenter(middle
            + QPointF(from.x() * std::cos(angle) - from.y() * std::sin(angle), from.x() * std::sin(angle) + from.y() * std::cos(angle)));
    }
}

Result<SourceDocument> readScanWith(const QString &program, const ReaderInput &input, const ScanLimits &limits)
{
    auto pages = recogniseScan(program, input.bytes, {}, limits);
    if (!pages)
        return pages.error();
    std::vector<PageContent> contents;
    std::vector<std::vector<QRectF>> doubtful(pages->size());
    std::vector<double> angles;
    for (size_t p = 0; p < pages->size(); ++p) {
        angles.push_back((*pages)[p].angle);
        contents.push_back(contentOf((*pages)[p], int(p), doubtful[p]));
    }
    SourceDocument document;
    document.recognised = true;
    if (!writePages(std::move(contents), document))
        return Error{u"too-large"_s, u"扫描件里的表格太大，不读取。"_s};
    document.doubts = doubtsIn(document, doubtful);
    turnBack(document, angles);
    document.notes << u"文字由 Tesseract 从图像识别，可能有误；没有等式能证实的数都标为存疑，请与图像核对。"_s;
    return document;
}

Result<SourceDocument> readScan(const ReaderInput &input)
{
    const auto program = ownProgram();
    ScanLimits limits;
    limits.stop = input.stop;
    return program ? readScanWith(*program, input, limits) : program.error();
}

} // namespace gouji
