// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Database that is particular to PostgreSQL.
#include "store/database.h"

#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// A server that does not answer is given up after as many seconds; a dead connection is noticed as soon.
constexpr auto Patience = "connect_timeout=3;keepalives_idle=5;keepalives_interval=2;keepalives_count=2;tcp_user_timeout=4000;"
                          "application_name=gouji"_L1;

bool says(const QString &text, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QStringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

bool Database::isServer(QStringView where) { return where.startsWith(u"postgresql://") || where.startsWith(u"postgres://"); }

QString Database::shown(const QString &where)
{
    return isServer(where) ? QUrl(where).toDisplayString(QUrl::RemovePassword | QUrl::RemoveQuery) : where;
}

Status Database::connectServer()
{
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return Error{u"no-driver"_s, u"缺少 Qt 的 PostgreSQL 驱动（QPSQL），无法打开“%1”；请安装 libqt6sql6-psql。"_s.arg(shown(m_where))};
    const QUrl url(m_where);
    const QString name = url.path().mid(1);
    if (!url.isValid() || url.host().isEmpty() || name.isEmpty() || name.contains(u'/'))
        return Error{u"store-unwritable"_s, u"“%1”不是数据库的地址；应写成 postgresql://用户@主机:端口/数据库名。"_s.arg(shown(m_where))};
    if (!m_db.isValid())
        m_db = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    m_db.setHostName(url.host());
    m_db.setPort(url.port(5432));
    m_db.setDatabaseName(name);
    m_db.setUserName(url.userName(QUrl::FullyDecoded));
    m_db.setPassword(url.password(QUrl::FullyDecoded));
    QString options = Patience;
    for (const QString &key : {u"sslmode"_s, u"sslrootcert"_s}) {
        if (const QString value = QUrlQuery(url).queryItemValue(key, QUrl::FullyDecoded); !value.isEmpty())
            options += u';' + key + u"='"_s + QString(value).remove(u'\'').remove(u'\\').remove(u';') + u'\'';
    }
    m_db.setConnectOptions(options);
    if (!m_db.open())
        return serverFailure(m_db.lastError());
    m_lost = false;
    // as long as SQLite waits for another program
    const auto set = run(u"SET lock_timeout = '3s'"_s);
    return set ? Status(Done()) : Status(set.error());
}

Error Database::serverFailure(const QSqlError &error) const
{
    const QString where = shown(m_where);
    const QString code = error.nativeErrorCode(); // SQLSTATE; empty where no server answered
    const QString text = error.databaseText() + error.driverText();
    // A refused connection carries no SQLSTATE, only the words of the library or of the server.
    if (error.type() == QSqlError::ConnectionError || code.isEmpty()) {
        if (says(text, {u"password", u"authentication", u"no pg_hba"}) || says(text, {u"role \""}))
            return {u"store-unwritable"_s, u"数据库服务器不接受“%1”的用户名或密码；密码可写在 ~/.pgpass 里。"_s.arg(where)};
        if (says(text, {u"database \""}))
            return {u"store-unwritable"_s, u"服务器上没有“%1”这个数据库，请先建立。"_s.arg(where)};
        if (says(text, {u"too many clients", u"too many connections", u"starting up", u"shutting down", u"remaining connection slots"}))
            return {u"store-busy"_s, u"数据库服务器暂时不接受连接（%1），请稍后再试。"_s.arg(where)};
        return {u"store-failed"_s, u"连不上数据库服务器（%1），这一步没有保存；请检查网络和服务器后再试。"_s.arg(where)};
    }
    if (code == "55P03"_L1 || code == "40001"_L1 || code == "40P01"_L1)
        return {u"store-busy"_s, u"数据库“%1”正被另一个程序占用，请稍后再试。"_s.arg(where)};
    if (code == "42501"_L1 || code == "25006"_L1)
        return {u"store-unwritable"_s, u"没有权限写入数据库“%1”，请向管理员要权限或另选存放位置。"_s.arg(where)};
    if (code == "53100"_L1)
        return {u"store-full"_s, u"数据库服务器的磁盘已满，“%1”无法写入。"_s.arg(where)};
    if (code.startsWith("23"_L1))
        return {u"store-constraint"_s, u"数据库“%1”里的记录互相矛盾（%2）。"_s.arg(where, error.databaseText().simplified())};
    if (code.startsWith("57P"_L1) || code.startsWith("08"_L1))
        return {u"store-failed"_s, u"与数据库服务器的连接断了（%1），这一步没有保存；请稍后再试。"_s.arg(where)};
    return {u"store-failed"_s, u"数据库操作失败（%1）。"_s.arg(error.databaseText().simplified())};
}

/// The connection is gone: the next statement makes a new one.
bool Database::isLost(const QSqlError &error) const
{
    const QString code = error.nativeErrorCode();
    return m_server && (code.isEmpty() || code.startsWith("57P"_L1) || code.startsWith("08"_L1));
}

} // namespace gouji
