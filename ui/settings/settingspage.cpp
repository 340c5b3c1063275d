// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "settings/preferences.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace gouji {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(
    Preferences &preferences, std::function<QString()> storeInUse, std::function<QString()> rulesSay, QWidget *parent)
    : Page(parent)
    , m_preferences(preferences)
    , m_storeInUse(std::move(storeInUse))
    , m_rulesSay(std::move(rulesSay))
    , m_reviewer(new QLineEdit(this))
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_size(new QSpinBox(this))
    , m_store(new QLineEdit(this))
    , m_storeNote(new QLabel(this))
    , m_rules(new QLineEdit(this))
    , m_rulesNote(new QLabel(this))
{
    setObjectName(u"settingsPage"_s);
    setProperty("manualTopic", tr("保存"));
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(8 * theme::Grid, 8 * theme::Grid, 8 * theme::Grid, 8 * theme::Grid);
    auto *column = new QVBoxLayout;
    column->setSpacing(4 * theme::Grid);
    outer->addStretch(1);
    outer->addLayout(column, 3);
    outer->addStretch(1);
    auto *title = new QLabel(tr("设置"), this);
    title->setFont(theme::strong(theme::large(font())));
    column->addWidget(title);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(3 * theme::Grid);
    form->setHorizontalSpacing(4 * theme::Grid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    column->addStretch(1);

    const auto add = [&](QWidget *field, const QString &name, const QString &label, const QString &why) {
        field->setObjectName(name);
        field->setAccessibleName(label);
        form->addRow(label, field);
        if (!why.isEmpty()) {
            auto *note = new QLabel(why, this);
            note->setFont(theme::small(font()));
            note->setForegroundRole(QPalette::PlaceholderText);
            note->setWordWrap(true);
            form->addRow(QString(), note);
        }
    };
    add(m_reviewer, u"settingReviewer"_s, tr("审核人"), tr("记入每一个动作，并印在核查意见表上。"));
    m_language->addItem(tr("跟随系统"), QString());
    m_language->addItem(u"中文"_s, u"zh"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    add(m_language, u"settingLanguage"_s, tr("界面语言"), {});
    m_theme->addItem(tr("跟随系统"), int(theme::Choice::System));
    m_theme->addItem(tr("浅色"), int(theme::Choice::Light));
    m_theme->addItem(tr("深色"), int(theme::Choice::Dark));
    add(m_theme, u"settingTheme"_s, tr("配色"), {});
    m_size->setRange(80, 200);
    m_size->setSingleStep(10);
    m_size->setSuffix(u" %"_s);
    add(m_size, u"settingTextSize"_s, tr("文字大小"), {});
    add(m_store, u"settingStore"_s, tr("数据文件"), tr("保存报告、原件和每一个动作的文件。回车后换用；文件不存在时新建。留空用默认位置。"));
    m_storeNote->setObjectName(u"settingStoreNote"_s);
    m_storeNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_storeNote->setWordWrap(true);
    form->addRow(tr("正在使用"), m_storeNote);
    add(m_rules, u"settingRules"_s, tr("规则文件"),
        tr("自己的规则：本地的期限、篇幅、级别和式子，写法见手册。回车后换用或重新载入；留空只用自带的规则。"));
    m_rulesNote->setObjectName(u"settingRulesNote"_s);
    m_rulesNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rulesNote->setWordWrap(true);
    form->addRow(tr("正在使用"), m_rulesNote);
    auto *done = new QPushButton(tr("返回"), this);
    done->setObjectName(u"settingsDone"_s);
    form->addRow(QString(), done);
    done->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    aboutToShow();
    connect(m_reviewer, &QLineEdit::editingFinished, this, [this] { m_preferences.setReviewer(m_reviewer->text().trimmed()); });
    connect(m_language, &QComboBox::activated, this, [this](int i) { m_preferences.setLanguage(m_language->itemData(i).toString()); });
    connect(
        m_theme, &QComboBox::activated, this, [this](int i) { m_preferences.setThemeChoice(theme::Choice(m_theme->itemData(i).toInt())); });
    connect(m_size, &QSpinBox::valueChanged, this, [this](int percent) { m_preferences.setTextPercent(percent); });
    connect(m_store, &QLineEdit::returnPressed, this, [this] {
        m_preferences.setStoreFile(m_store->text().trimmed());
        Q_EMIT storeChosen(m_store->text().trimmed());
    });
    connect(m_rules, &QLineEdit::returnPressed, this, [this] {
        m_preferences.setRulesFile(m_rules->text().trimmed());
        Q_EMIT rulesChosen(m_rules->text().trimmed());
    });
    connect(done, &QPushButton::clicked, this, &SettingsPage::closeRequested);
}

void SettingsPage::aboutToShow()
{
    const QString storeInUse = m_storeInUse();
    const QSignalBlocker quietSize(m_size);
    m_reviewer->setText(m_preferences.reviewer());
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_preferences.language())));
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(int(m_preferences.themeChoice()))));
    m_size->setValue(m_preferences.textPercent());
    m_store->setText(m_preferences.storeFile());
    m_rules->setText(m_preferences.rulesFile());
    m_rulesNote->setText(m_rulesSay());
    m_storeNote->setText(storeInUse.isEmpty() ? tr("没有数据文件，更改只留到窗口关闭") : storeInUse);
}

} // namespace gouji
