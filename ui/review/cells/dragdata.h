// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"
#include "report/cellid.h"

#include <QList>
#include <QMimeData>

#include <memory>

/// What travels in a drag inside the window: a number of the source, or a run of cells. Other programs see plain text.
namespace gouji::dragdata {

inline QString rangeType() { return QStringLiteral("application/x-gouji-range"); }

inline QString runType() { return QStringLiteral("application/x-gouji-run"); }

inline void addRange(QMimeData &data, const TextRange &range)
{
    data.setData(rangeType(), QByteArray::number(qint64(range.begin)) + ' ' + QByteArray::number(qint64(range.end)));
}

inline TextRange range(const QMimeData *data)
{
    const QList<QByteArray> parts = data->data(rangeType()).split(' ');
    return parts.size() == 2 ? TextRange{parts[0].toLongLong(), parts[1].toLongLong()} : TextRange{};
}

inline std::unique_ptr<QMimeData> ofRun(const QList<CellId> &cells)
{
    auto data = std::make_unique<QMimeData>();
    QByteArray bytes;
    for (const CellId id : cells)
        bytes += QByteArray::number(id.index) + ' ';
    data->setData(runType(), bytes.trimmed());
    return data;
}

inline QList<CellId> run(const QMimeData *data)
{
    QList<CellId> out;
    for (const QByteArray &part : data->data(runType()).split(' ')) {
        bool ok = false;
        const int index = part.toInt(&ok);
        if (ok)
            out << CellId{index};
    }
    return out;
}

} // namespace gouji::dragdata
