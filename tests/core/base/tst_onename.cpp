// SPDX-License-Identifier: GPL-3.0-or-later
// Two headers that define types of one name break the program where nobody looks: the linker keeps one of the two classes'
// functions and uses it for both, without a word.
#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestOneName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void types();
};

void TestOneName::types()
{
    static const QRegularExpression definition(
        u"^(?:struct|class) (\\w+)(?: final)?(?: :[^;]*)?(?:\\n)?(?: ?\\{)"_s, QRegularExpression::MultilineOption);
    QHash<QString, QString> known; // by name: the header
    for (const QString &folder : {u"app"_s, u"core"_s, u"ui"_s}) {
        QDirIterator headers(QStringLiteral(GOUJI_SOURCE_DIR) + u'/' + folder, {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (headers.hasNext()) {
            QFile file(headers.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto it = definition.globalMatch(text); it.hasNext();) {
                const QString name = it.next().captured(1);
                QVERIFY2(
                    !known.contains(name), qPrintable(u"%1 is defined in %2 and in %3"_s.arg(name, known.value(name), file.fileName())));
                known.insert(name, file.fileName());
            }
        }
    }
    QVERIFY2(known.size() > 200, qPrintable(u"only %1 types found"_s.arg(known.size())));
}

QTEST_GUILESS_MAIN(TestOneName)
#include "tst_onename.moc"
