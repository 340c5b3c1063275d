// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "common/filedialogs.h"
#include "settings/preferences.h"
#include "store/store.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QUrl>

namespace gouji {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(Preferences &preferences, FileDialogs &dialogs, SettingsFacts facts, QWidget *parent)
    : Page(parent)
    , m_preferences(preferences)
    , m_dialogs(dialogs)
    , m_facts(std::move(facts))
    , m_reviewer(new QLineEdit(this))
    , m_reopen(new QCheckBox(tr("启动时打开上次的报告"), this))
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_size(new QSpinBox(this))
    , m_store(new QLineEdit(this))
    , m_rules(new QLineEdit(this))
    , m_regions(new QLabel(this))
{
    setObjectName(u"settingsPage"_s);
    setProperty("manualTopic", tr("设置"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this); // large letters need more room than a small screen has
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *sheet = new QWidget(scroll);
    scroll->setWidget(sheet);
    whole->addWidget(scroll);
    auto *outer = new QHBoxLayout(sheet);
    outer->setContentsMargins(8 * theme::Grid, 6 * theme::Grid, 8 * theme::Grid, 6 * theme::Grid);
    m_column = new QVBoxLayout;
    m_column->setSpacing(2 * theme::Grid);
    outer->addStretch(1);
    outer->addLayout(m_column, 4);
    outer->addStretch(1);
    auto *title = new QLabel(tr("设置"), this);
    title->setFont(theme::strong(theme::large(font())));
    m_column->addWidget(title);
    addPerson();
    addLook();
    addFiles();
    m_column->addSpacing(2 * theme::Grid);
    m_column->addWidget(
        button(u"settingsDone"_s, tr("返回"), tr("一切已经生效（Esc）"), [this] { Q_EMIT closeRequested(); }), 0, Qt::AlignLeft);
    m_column->addStretch(1);
    int widest = 0;
    for (const QLabel *t : std::as_const(m_titles))
        widest = std::max(widest, t->sizeHint().width());
    for (QLabel *t : std::as_const(m_titles))
        t->setMinimumWidth(widest);
    aboutToShow();
}

QFormLayout *SettingsPage::group(const QString &title)
{
    m_column->addSpacing(3 * theme::Grid);
    auto *head = new QLabel(title, this);
    head->setFont(theme::strong(font()));
    m_column->addWidget(head);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(2 * theme::Grid);
    form->setHorizontalSpacing(4 * theme::Grid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_column->addLayout(form);
    return form;
}

/// A field, its buttons beside it, and below it what it is for; returns a line for what holds now.
QLabel *SettingsPage::add(
    QFormLayout *form, QWidget *field, const QString &name, const QString &label, const QString &why, const QList<QPushButton *> &buttons)
{
    field->setObjectName(name);
    field->setAccessibleName(label);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(theme::Grid / 2);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * theme::Grid);
    row->addWidget(field, 1);
    for (QPushButton *b : buttons)
        row->addWidget(b);
    lines->addLayout(row);
    const auto note = [&](const QString &text) {
        auto *words = new QLabel(text, this);
        words->setFont(theme::small(font()));
        words->setForegroundRole(QPalette::PlaceholderText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(words);
        return words;
    };
    if (!why.isEmpty())
        note(why);
    QLabel *now = buttons.isEmpty() ? nullptr : note({});
    auto *title = new QLabel(label, this);
    title->setBuddy(field);
    m_titles << title;
    form->addRow(title, lines);
    return now;
}

QPushButton *SettingsPage::button(const QString &name, const QString &text, const QString &tip, const std::function<void()> &clicked)
{
    auto *out = new QPushButton(text, this);
    out->setObjectName(name);
    out->setToolTip(tip);
    connect(out, &QPushButton::clicked, this, clicked);
    return out;
}

void SettingsPage::addPerson()
{
    QFormLayout *form = group(tr("审核"));
    add(form, m_reviewer, u"settingReviewer"_s, tr("审核人"), tr("记入每一个动作，并印在核查意见表上。"));
    m_reopen->setObjectName(u"settingReopen"_s);
    form->addRow(QString(), m_reopen);
    connect(m_reviewer, &QLineEdit::editingFinished, this, [this] { m_preferences.setReviewer(m_reviewer->text().trimmed()); });
    connect(m_reopen, &QCheckBox::toggled, this, [this](bool on) { m_preferences.setReopensLast(on); });
}

void SettingsPage::addLook()
{
    QFormLayout *form = group(tr("界面"));
    m_language->addItem(tr("跟随系统"), QString());
    m_language->addItem(u"中文"_s, u"zh"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    add(form, m_language, u"settingLanguage"_s, tr("界面语言"), {});
    m_theme->addItem(tr("跟随系统"), int(theme::Choice::System));
    m_theme->addItem(tr("浅色"), int(theme::Choice::Light));
    m_theme->addItem(tr("深色"), int(theme::Choice::Dark));
    add(form, m_theme, u"settingTheme"_s, tr("配色"), {});
    m_size->setRange(80, 300);
    m_size->setSingleStep(10);
    m_size->setSuffix(u" %"_s);
    add(form, m_size, u"settingTextSize"_s, tr("文字大小"), {});
    connect(m_language, &QComboBox::activated, this, [this](int i) { m_preferences.setLanguage(m_language->itemData(i).toString()); });
    connect(
        m_theme, &QComboBox::activated, this, [this](int i) { m_preferences.setThemeChoice(theme::Choice(m_theme->itemData(i).toInt())); });
    connect(m_size, &QSpinBox::valueChanged, this, [this](int percent) { m_preferences.setTextPercent(percent); });
}

void SettingsPage::addFiles()
{
    QFormLayout *form = group(tr("数据和规则"));
    const auto choose = [this](const QString &name, const QString &title, const QString &filter, auto use) {
        return button(name, tr("选择…"), title, [this, title, filter, use] {
            if (const QString file = chosenFile(title, filter); !file.isEmpty())
                use(file);
        });
    };
    m_storeNote = add(form, m_store, u"settingStore"_s, tr("数据文件"),
        tr("保存报告、原件和每一个动作的文件，或 PostgreSQL "
           "数据库的地址（postgresql://用户@主机/数据库）。回车后换用；文件不存在时新建。留空用默认位置。"),
        {choose(u"settingStoreChoose"_s, tr("换用另一个数据文件"), tr("数据文件 (*.sqlite);;所有文件 (*)"),
             [this](const QString &f) { useStore(f); }),
            button(u"settingStoreFolder"_s, tr("打开所在文件夹"), tr("在文件管理器里看正在使用的数据文件，例如为了备份"), [this] {
                if (const QString file = m_facts.store(); !file.isEmpty() && !Store::isServer(file))
                    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
            })});
    m_storeNote->setObjectName(u"settingStoreNote"_s);
    m_rulesNote = add(form, m_rules, u"settingRules"_s, tr("规则文件"),
        tr("自己的规则：本地的期限、篇幅、级别和式子，写法见手册。回车后换用或重新载入；留空只用自带的规则。"),
        {choose(u"settingRulesChoose"_s, tr("换用自己的规则文件"), tr("规则文件 (*.json);;所有文件 (*)"),
            [this](const QString &f) { useRules(f); })});
    m_rulesNote->setObjectName(u"settingRulesNote"_s);
    add(form, m_regions, u"settingRegions"_s, tr("单位名单"),
        tr("哪些单位要报告，各自由哪个机关汇总：.csv 文件，每行“机关,上级机关”。存进数据文件，新的名单代替旧的。"),
        {choose(u"settingRegionsChoose"_s, tr("存入一份单位名单"), tr("名单 (*.csv *.txt);;所有文件 (*)"),
            [this](const QString &f) { Q_EMIT regionsChosen(f); })});
    connect(m_store, &QLineEdit::returnPressed, this, [this] { useStore(m_store->text().trimmed()); });
    connect(m_rules, &QLineEdit::returnPressed, this, [this] { useRules(m_rules->text().trimmed()); });
}

void SettingsPage::useStore(const QString &file)
{
    m_preferences.setStoreFile(file);
    Q_EMIT storeChosen(file);
}

void SettingsPage::useRules(const QString &file)
{
    m_preferences.setRulesFile(file);
    Q_EMIT rulesChosen(file);
}

QString SettingsPage::chosenFile(const QString &title, const QString &filter)
{
    return m_dialogs.filesToOpen(this, title, filter).value(0);
}

void SettingsPage::aboutToShow()
{
    const QSignalBlocker quietSize(m_size);
    const QSignalBlocker quietReopen(m_reopen);
    m_reviewer->setText(m_preferences.reviewer());
    m_reopen->setChecked(m_preferences.reopensLast());
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_preferences.language())));
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(int(m_preferences.themeChoice()))));
    m_size->setValue(m_preferences.textPercent());
    m_store->setText(m_preferences.storeFile());
    m_rules->setText(m_preferences.rulesFile());
    m_rulesNote->setText(tr("正在使用：%1").arg(m_facts.rules()));
    m_storeNote->setText(m_facts.store());
    m_regions->setText(m_facts.regions());
}

} // namespace gouji
