package org.citestream.query.change;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source behind which the database can be exchanged. */
final class SwitchedDataSource implements DataSource {

    DataSource now;

    @Override
    public Connection getConnection() throws SQLException {
        return now.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return now.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return now.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        now.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        now.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return now.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return now.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return now.isWrapperFor(type);
    }
}
