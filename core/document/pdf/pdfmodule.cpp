// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ownmodule.h"
#include "document/pdf/pdffile.h"
#include "document/pdf/pdflines.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QFunctionPointer functionOfReader(const char *name) { return functionOfModule(u"gouji-pdfreader"_s, name); }

} // namespace

Result<std::unique_ptr<PdfFile>> PdfFile::open(const QByteArray &bytes)
{
    using Open = void (*)(const QByteArray &bytes, Result<std::unique_ptr<PdfFile>> &out);
    static const auto openFile = reinterpret_cast<Open>(functionOfReader("goujiOpenPdf"));
    Result<std::unique_ptr<PdfFile>> out
        = Error{u"unsupported"_s, u"没有安装读取 PDF 的部分（libgouji-pdfreader.so），请重新安装本程序。"_s};
    if (openFile)
        openFile(bytes, out);
    return out;
}

std::unique_ptr<PdfLines> PdfLines::open(const QByteArray &bytes)
{
    using Open = void (*)(const QByteArray &bytes, std::unique_ptr<PdfLines> &out);
    static const auto openLines = reinterpret_cast<Open>(functionOfReader("goujiOpenPdfLines"));
    std::unique_ptr<PdfLines> out;
    if (openLines)
        openLines(bytes, out);
    return out;
}

} // namespace gouji
