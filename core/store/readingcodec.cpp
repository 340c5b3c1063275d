// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readingcodec.h"

#include "store/reportcodec.h"

#include <QtEndian>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int ReadingVersion = 1;
constexpr quint32 MaxUnpackedBytes = 1u << 30; // a damaged length must not ask for all memory

} // namespace

QByteArray compressed(const QByteArray &bytes) { return qCompress(bytes); }

std::optional<QByteArray> decompressed(const QByteArray &packed)
{
    if (packed.size() < 4)
        return std::nullopt;
    const quint32 size = qFromBigEndian<quint32>(packed.constData());
    if (size > MaxUnpackedBytes)
        return std::nullopt;
    QByteArray out = qUncompress(packed);
    if (quint32(out.size()) != size)
        return std::nullopt;
    return out;
}

QByteArray packReading(const ReadReport &read)
{
    const QCborMap map{
        {u"version"_s, ReadingVersion}, {u"document"_s, codec::pack(read.document)}, {u"report"_s, codec::pack(read.report)}};
    return compressed(map.toCborValue().toCbor());
}

Result<UnpackedReading> unpackReading(const QByteArray &packed, const std::shared_ptr<const FormCatalogue> &forms)
{
    const Error damaged{u"store-damaged"_s, u"保存的读取结果已损坏，无法打开这份报告。"_s};
    const auto bytes = decompressed(packed);
    if (!bytes)
        return damaged;
    QCborParserError parsed;
    const QCborMap map = QCborValue::fromCbor(*bytes, &parsed).toMap();
    if (parsed.error != QCborError::NoError || !map.contains(u"report"_s))
        return damaged;
    if (map[u"version"_s].toInteger() > ReadingVersion)
        return Error{u"newer-store"_s, u"这份报告由较新版本的勾稽保存，请更新程序后再打开。"_s};
    UnpackedReading out;
    auto report = codec::reportFrom(map[u"report"_s].toMap(), forms, &out.unknownCells);
    if (!report)
        return report.error();
    out.read.report = std::move(*report);
    out.read.document = codec::documentFrom(map[u"document"_s].toMap());
    return out;
}

} // namespace gouji
