// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"
#include "common/theme.h"
#include "review/form/celldelegate.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>

using namespace gouji;
using namespace Qt::StringLiterals;

/// What can be read, and told apart without colour, in light and dark.
class TestTheme : public QObject {
    Q_OBJECT
    static QImage painted(CellMarks marks)
    {
        QImage image(80, 28, QImage::Format_RGB32);
        image.fill(QApplication::palette().color(QPalette::Base));
        QPainter painter(&image);
        CellDelegate::paintValue(&painter, image.rect(), QApplication::palette(), QApplication::font(), u"128"_s, marks, QStyle::State_Enabled, {});
        return image;
    }

private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<theme::Choice>("choice");
        QTest::newRow("light") << theme::Choice::Light;
        QTest::newRow("dark") << theme::Choice::Dark;
    }
    void textCanBeRead()
    {
        QFETCH(theme::Choice, choice);
        theme::apply(*qApp, choice, 100);
        const QPalette p = QApplication::palette();
        QCOMPARE(theme::isDark(p), choice == theme::Choice::Dark);
        const QColor text = p.color(QPalette::Text);
        const QList<QColor> fills{p.color(QPalette::Base), p.color(QPalette::Window), theme::errorWash(p), theme::errorWashSoft(p), theme::warningWash(p),
            theme::headFill(p), theme::tableTint(p), theme::selectionWash(p), p.color(QPalette::Button), p.color(QPalette::ToolTipBase)};
        for (const QColor &fill : fills)
            QVERIFY2(theme::contrast(text, fill) >= 4.5, qPrintable(fill.name()));
        for (const QColor &ink : {theme::errorInk(p), theme::warningInk(p), theme::goodInk(p), theme::accent(p), theme::mutedInk(p)}) {
            QVERIFY2(theme::contrast(ink, p.color(QPalette::Base)) >= 4.5, qPrintable(ink.name()));
            QVERIFY2(theme::contrast(ink, p.color(QPalette::Window)) >= 4.5, qPrintable(ink.name()));
        }
        QVERIFY(theme::contrast(theme::warningInk(p), theme::warningWash(p)) >= 4.5);
        QVERIFY(theme::contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)) >= 4.5);
    }

    void everyMarkSurvivesGreyscale_data() { textCanBeRead_data(); }
    void everyMarkSurvivesGreyscale()
    {
        QFETCH(theme::Choice, choice);
        theme::apply(*qApp, choice, 100);
        const QList<CellMark> marks{CellMark::Error, CellMark::ErrorPart, CellMark::Warning, CellMark::Hint, CellMark::Suspect, CellMark::Repaired,
            CellMark::Blank, CellMark::Missing, CellMark::Corrected, CellMark::Confirmed};
        QList<QImage> grey{painted({}).convertToFormat(QImage::Format_Grayscale8)};
        for (const CellMark mark : marks)
            grey << painted(mark).convertToFormat(QImage::Format_Grayscale8);
        for (qsizetype i = 0; i < grey.size(); ++i) {
            for (qsizetype k = i + 1; k < grey.size(); ++k) {
                int differing = 0;
                for (int y = 0; y < grey[i].height(); ++y) {
                    for (int x = 0; x < grey[i].width(); ++x)
                        differing += std::abs(qGray(grey[i].pixel(x, y)) - qGray(grey[k].pixel(x, y))) > 4;
                }
                QVERIFY2(differing >= 10, qPrintable(u"%1 and %2 look the same"_s.arg(i).arg(k)));
            }
        }
    }

    void everyIconIsThereAndFollowsTheTheme()
    {
        const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        QVERIFY(files.size() > 25);
        for (const QString &file : files) {
            theme::apply(*qApp, theme::Choice::Light, 100);
            const QString name = file.chopped(4);
            const QImage light = icon(name).pixmap(20, 20).toImage();
            theme::apply(*qApp, theme::Choice::Dark, 100);
            const QImage dark = icon(name).pixmap(20, 20).toImage();
            bool anything = false;
            for (int y = 0; y < light.height(); ++y) {
                for (int x = 0; x < light.width(); ++x)
                    anything = anything || qAlpha(light.pixel(x, y)) > 128;
            }
            QVERIFY2(anything, qPrintable(name));
            if (name != u"gouji"_s)
                QVERIFY2(light != dark, qPrintable(name));
        }
    }

    void textGrowsWithTheSetting()
    {
        theme::apply(*qApp, theme::Choice::Light, 100);
        const double usual = QApplication::font().pointSizeF();
        theme::apply(*qApp, theme::Choice::Light, 150);
        QCOMPARE(QApplication::font().pointSizeF(), usual * 1.5);
        theme::apply(*qApp, theme::Choice::Light, 100);
        QCOMPARE(QApplication::font().pointSizeF(), usual);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
