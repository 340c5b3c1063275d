// SPDX-License-Identifier: GPL-3.0-or-later
// What one report costs, step by step, on a sample that ships with the program. Each step gets what the one before it
// gives, made once and not measured. Argument: another document than the sample, before or behind the library's options.
#include "base/normalizedtext.h"
#include "checks/beside/textreuse.h"
#include "checks/checker.h"
#include "checks/companions.h"
#include "checks/narrative/prosereading.h"
#include "document/documentreader.h"
#include "output/reportjson.h"
#include "recovery/recovery.h"
#include "samplereport.h"

#include <QFile>

#include <benchmark/benchmark.h>

using namespace gouji;
using namespace Qt::StringLiterals;

namespace {

struct Sample {
    QString path = QStringLiteral(GOUJI_SOURCE_DIR) + u"/resources/samples/tabs-lost-spans.txt"_s;
    QByteArray bytes;
    SourceDocument document;
    Report report;
} sample;

/// Bytes to text: decoding and line ends.
void reading(benchmark::State &state)
{
    for (auto _ : state) {
        auto document = readDocument(sample.bytes, sample.path);
        benchmark::DoNotOptimize(document);
    }
    state.SetBytesProcessed(state.iterations() * sample.bytes.size());
}

/// The one spelling that recovery compares; a part of alignment, measured apart because it touches every character.
void normalizing(benchmark::State &state)
{
    for (auto _ : state) {
        auto text = NormalizedText::of(sample.document.text);
        benchmark::DoNotOptimize(text);
    }
    state.SetBytesProcessed(state.iterations() * sample.bytes.size());
}

void alignment(benchmark::State &state)
{
    for (auto _ : state) {
        auto report = recover(sample.document, test::knowledge().forms);
        benchmark::DoNotOptimize(report);
    }
    state.SetBytesProcessed(state.iterations() * sample.bytes.size());
}

void checking(benchmark::State &state)
{
    for (auto _ : state) {
        auto findings = check(Dossier{sample.report, sample.document}, *test::knowledge().rules);
        benchmark::DoNotOptimize(findings);
    }
}

/// The prose, read once a document however often it is checked.
void readingProse(benchmark::State &state)
{
    for (auto _ : state) {
        auto prose = ProseReading::of(sample.document, sample.report, test::knowledge().rules->words());
        benchmark::DoNotOptimize(prose);
    }
}

/// All rules, as after each correction: the prose was read before.
void checkingAgain(benchmark::State &state)
{
    const auto prose = ProseReading::of(sample.document, sample.report, test::knowledge().rules->words());
    for (auto _ : state) {
        auto findings = check(Dossier{sample.report, sample.document, &prose}, *test::knowledge().rules);
        benchmark::DoNotOptimize(findings);
    }
}

/// The same beside last year's report and another file of this one.
void checkingBesideOthers(benchmark::State &state)
{
    const auto prose = ProseReading::of(sample.document, sample.report, test::knowledge().rules->words());
    const auto document = std::make_shared<SourceDocument>(sample.document);
    auto before = std::make_shared<Report>(sample.report);
    --before->year;
    Companions companions;
    companions.last = Companion{before, document, u"last.txt"_s, {}};
    companions.copies << Companion{std::make_shared<Report>(sample.report), document, u"copy.txt"_s, {}};
    companions.reused = reusedTexts(sample.report, sample.document, companions); // once, when they are laid beside it
    for (auto _ : state) {
        auto findings = check(dossierOf(sample.report, sample.document, companions, &prose), *test::knowledge().rules);
        benchmark::DoNotOptimize(findings);
    }
}

/// The report and its findings as a line of JSON.
void output(benchmark::State &state)
{
    const auto findings = check(Dossier{sample.report, sample.document}, *test::knowledge().rules);
    for (auto _ : state) {
        auto json = reportJson(sample.path, sample.report, findings);
        benchmark::DoNotOptimize(json);
    }
}

/// All of it, as one file goes through the program.
void whole(benchmark::State &state)
{
    for (auto _ : state) {
        auto reading = readReport(sample.bytes, sample.path, test::knowledge());
        benchmark::DoNotOptimize(reading);
    }
    state.SetItemsProcessed(state.iterations());
}

/// Once a start: forms and rules.
void loading(benchmark::State &state)
{
    for (auto _ : state) {
        auto knowledge = Knowledge::load();
        benchmark::DoNotOptimize(knowledge);
    }
}

} // namespace

BENCHMARK(reading)->Unit(benchmark::kMicrosecond);
BENCHMARK(normalizing)->Unit(benchmark::kMicrosecond);
BENCHMARK(alignment)->Unit(benchmark::kMicrosecond);
BENCHMARK(checking)->Unit(benchmark::kMicrosecond);
BENCHMARK(readingProse)->Unit(benchmark::kMicrosecond);
BENCHMARK(checkingAgain)->Unit(benchmark::kMicrosecond);
BENCHMARK(checkingBesideOthers)->Unit(benchmark::kMicrosecond);
BENCHMARK(output)->Unit(benchmark::kMicrosecond);
BENCHMARK(whole)->Unit(benchmark::kMicrosecond);
BENCHMARK(loading)->Unit(benchmark::kMicrosecond);

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (argc > 1)
        sample.path = QString::fromLocal8Bit(argv[1]);
    QFile file(sample.path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(sample.path));
    sample.bytes = file.readAll();
    auto document = readDocument(sample.bytes, sample.path);
    if (!document)
        qFatal("%s", qPrintable(document.error().message));
    sample.document = std::move(document.value());
    sample.report = recover(sample.document, test::knowledge().forms);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
