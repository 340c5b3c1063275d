// SPDX-License-Identifier: GPL-3.0-or-later
// A libFuzzer target: bytes as a file would hold them go through reading, recovery, checks and output, and whatever no
// reading may do is a crash. How to run it: CONTRIBUTING.md.
#include "garbling.h"
#include "packaged.h"
#include "readingfaults.h"
#include "samplereport.h"

#include <cstdio>
#include <cstdlib>

extern "C" {

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace gouji::test;
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const QString fault = faultIn(packaged(bytes), knowledge()); !fault.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(fault));
        std::abort();
    }
    return 0;
}

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

/// Bytes alone hardly ever make another table of a table: half of the time whole lines, fields and numbers are garbled.
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    if (seed % 2 == 0)
        return LLVMFuzzerMutate(data, size, most);
    const QByteArray garbled = gouji::test::garbled(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), seed / 2);
    const size_t kept = std::min(size_t(garbled.size()), most);
    std::copy_n(garbled.constData(), kept, reinterpret_cast<char *>(data));
    return kept;
}

} // extern "C"
