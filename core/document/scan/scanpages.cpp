// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/scan/scanpages.h"

#include <QDataStream>
#include <QIODevice>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Mark = 0x47a0c502;
constexpr quint32 MostItems = 1'000'000; // of anything; the other process may have been made to say anything

void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
}

template <typename T, typename Read> bool readAll(QDataStream &in, std::vector<T> &out, Read read)
{
    quint32 count = 0;
    in >> count;
    if (count > MostItems)
        return false;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
        read(out.emplace_back());
    return in.status() == QDataStream::Ok;
}

bool isSound(const ScanPage::Word &w) { return w.word.units.size() == size_t(w.word.text.size()) && !w.word.text.isEmpty(); }

} // namespace

QStringList toArguments(const ScanWish &wish)
{
    QStringList out{QString::number(wish.width)};
    for (const int page : wish.pages)
        out << QString::number(page);
    return out;
}

ScanWish wishOf(const QStringList &arguments)
{
    ScanWish out;
    out.width = arguments.value(0).toDouble();
    for (const QString &page : arguments.mid(1))
        out.pages << page.toInt();
    return out;
}

QByteArray packScan(const Result<std::vector<ScanPage>> &scan)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    out << Mark << scan.ok();
    if (!scan) {
        out << scan.error().code << scan.error().message;
        return bytes;
    }
    out << quint32(scan->size());
    for (const ScanPage &page : *scan) {
        out << page.size << page.turns << page.angle << quint32(page.rulings.size());
        for (const Ruling &r : page.rulings)
            out << r.upright << r.at << r.from << r.to;
        out << quint32(page.words.size());
        for (const ScanPage::Word &w : page.words) {
            out << w.doubtful << w.word.text << w.word.box << w.word.spaceAfter << quint32(w.word.units.size());
            for (const PageWord::Span &unit : w.word.units)
                out << double(unit.left) << double(unit.right);
        }
    }
    return bytes;
}

Result<std::vector<ScanPage>> unpackScan(const QByteArray &bytes)
{
    const Error broken{u"unreadable"_s, u"文字识别没有给出结果，图片可能已损坏。"_s};
    QDataStream in(bytes);
    prepare(in);
    quint32 mark = 0;
    bool ok = false;
    in >> mark >> ok;
    if (mark != Mark || in.status() != QDataStream::Ok)
        return broken;
    if (!ok) {
        Error error;
        in >> error.code >> error.message;
        return in.status() == QDataStream::Ok && !error.code.isEmpty() ? error : broken;
    }
    std::vector<ScanPage> pages;
    const bool whole = readAll(in, pages, [&](ScanPage &page) {
        in >> page.size >> page.turns >> page.angle;
        page.turns &= 3;
        readAll(in, page.rulings, [&](Ruling &r) { in >> r.upright >> r.at >> r.from >> r.to; });
        readAll(in, page.words, [&](ScanPage::Word &w) {
            in >> w.doubtful >> w.word.text >> w.word.box >> w.word.spaceAfter;
            readAll(in, w.word.units, [&](PageWord::Span &unit) {
                double left = 0;
                double right = 0;
                in >> left >> right;
                unit = {float(left), float(right)};
            });
            if (!isSound(w))
                in.setStatus(QDataStream::ReadCorruptData);
        });
    });
    if (!whole || in.status() != QDataStream::Ok)
        return broken;
    return pages;
}

} // namespace gouji
