// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplereport.h"
#include "store/store.h"

#include <QTemporaryDir>

#include <memory>

namespace gouji::test {

/// A store in a folder of its own, for a test class to inherit beside QObject.
class StoreFixture {
protected:
    void newStore()
    {
        m_store.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = opened(m_dir->filePath(QStringLiteral("store.sqlite")));
    }
    /// Aborts the test program where it cannot be opened.
    static std::unique_ptr<Store> opened(const QString &where)
    {
        auto store = Store::open(where, knowledge());
        if (!store)
            qFatal("%s", qPrintable(store.error().message));
        return std::move(*store);
    }
    QUuid keep(const ReadReport &read)
    {
        const auto kept = m_store->keep(read, read.document.text.toUtf8());
        if (!kept)
            qFatal("%s", qPrintable(kept.error().message));
        return *kept;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

} // namespace gouji::test
