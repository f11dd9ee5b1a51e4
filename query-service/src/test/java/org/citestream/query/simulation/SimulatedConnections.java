package org.citestream.query.simulation;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.citestream.platform.Database;

/**
 * The connections of one process to a real database: each statement, and each commit, is a place where the scheduler may
 * let another thread run, break the connection or end the process. A statement that would wait for a lock fails at once,
 * for who holds it stands still meanwhile: it is retried, as after any failure that passes. Migrations are one piece.
 */
final class SimulatedConnections implements DataSource {

    private static final String BROKEN = "08006";
    private static final Map<String, String> PLACES = new ConcurrentHashMap<>();
    private static final StackWalker CALLERS = StackWalker.getInstance();

    private final Pool pool;
    private final Scheduler scheduler;
    private final KnownFault fault;
    private final boolean migrates;
    private final List<Link> open = new ArrayList<>();

    /** @param migrates whether there are migrations among what it does */
    SimulatedConnections(Pool pool, Scheduler scheduler, KnownFault fault, boolean migrates) {
        this.pool = pool;
        this.scheduler = scheduler;
        this.fault = fault;
        this.migrates = migrates;
    }

    /** Connections that stay open from seed to seed. For one thread at a time. */
    static final class Pool implements AutoCloseable {

        private Database database;
        private final Deque<Connection> idle = new ArrayDeque<>();

        Pool(Database database) {
            this.database = database;
        }

        private Connection take() throws SQLException {
            Connection known = idle.poll();
            if (known != null) {
                return known;
            }
            return connect("1ms");
        }

        private Connection connect(String patience) throws SQLException {
            Connection fresh = database.connect();
            try (Statement statement = fresh.createStatement()) {
                statement.execute("SET lock_timeout = '" + patience + "'; SET synchronous_commit = off");
            }
            return fresh;
        }

        /** Back to how it was; with {@code locks} as the server leaves it when a client is gone. */
        private void give(Connection connection, boolean locks) throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            if (locks) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SELECT pg_advisory_unlock_all()");
                }
            }
            idle.push(connection);
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : idle) {
                connection.close();
            }
            idle.clear();
        }

        /** Connects to another database from now on. */
        void moveTo(Database other) {
            database = other;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (migrates
                && CALLERS.walk(
                        frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("org.flywaydb")))) {
            return pool.connect("5s");
        }
        if (scheduler.at("connects", true) == Scheduler.Fate.CONNECTION_BREAKS) {
            throw new SQLException("no connection to be had", BROKEN);
        }
        Link link = new Link(pool.take());
        open.add(link);
        return proxy(Connection.class, link);
    }

    /** Breaks all that are open, as the end of a process does. */
    void breakAll() throws SQLException {
        for (Link link : List.copyOf(open)) {
            link.breaks();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object on, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** A connection as the process sees it. */
    private final class Link implements InvocationHandler {

        private Connection connection;

        private Link(Connection connection) {
            this.connection = connection;
        }

        private void breaks() throws SQLException {
            release(true);
        }

        private void release(boolean locks) throws SQLException {
            if (connection != null) {
                open.remove(this);
                Connection leaving = connection;
                connection = null;
                pool.give(leaving, locks);
            }
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "close" -> {
                    // The server takes back what a client held that is gone.
                    release(scheduler.isDying());
                    yield null;
                }
                case "isClosed" -> connection == null;
                case "hashCode" -> System.identityHashCode(this);
                case "equals" -> proxy == arguments[0];
                case "toString" -> "simulated " + connection;
                case "commit" -> run("COMMIT", method, connection, arguments);
                case "prepareStatement" -> {
                    usable();
                    String sql = fault.changed((String) arguments[0]);
                    arguments[0] = sql;
                    yield proxy(
                            PreparedStatement.class,
                            new StatementStep(
                                    (Statement) call(connection, method, arguments), (Connection) proxy, sql));
                }
                case "createStatement" -> {
                    usable();
                    yield proxy(
                            Statement.class,
                            new StatementStep(
                                    (Statement) call(connection, method, arguments), (Connection) proxy, null));
                }
                default -> {
                    usable();
                    yield call(connection, method, arguments);
                }
            };
        }

        private void usable() throws SQLException {
            if (connection == null) {
                throw new SQLException("the connection is broken", "08003");
            }
        }

        private Object run(String what, Method method, Object on, Object... arguments) throws Throwable {
            usable();
            String place = place(what);
            if (scheduler.at(place, true) == Scheduler.Fate.CONNECTION_BREAKS) {
                breaks();
                throw new SQLException("broken before: " + place, BROKEN);
            }
            usable();
            Object result = call(on, method, arguments);
            fault.behind(what, connection);
            if (scheduler.at("did " + place, true) == Scheduler.Fate.CONNECTION_BREAKS) {
                breaks();
                throw new SQLException("broken behind: " + place, BROKEN);
            }
            usable();
            return result;
        }

        private String place(String sql) {
            return PLACES.computeIfAbsent(sql, said -> {
                String line = said.strip().replaceAll("\\s+", " ").replaceAll("view_[0-9]+", "view");
                return line.substring(0, Math.min(60, line.length()));
            });
        }

        /** A statement. */
        private final class StatementStep implements InvocationHandler {

            private final Statement statement;
            private final Connection seen;
            private final String sql;

            private StatementStep(Statement statement, Connection seen, String sql) {
                this.statement = statement;
                this.seen = seen;
                this.sql = sql;
            }

            @Override
            public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
                if (method.getName().equals("getConnection")) {
                    return seen;
                }
                if (!method.getName().startsWith("execute")) {
                    return call(statement, method, arguments);
                }
                String text = sql == null ? fault.changed((String) arguments[0]) : sql;
                if (sql == null) {
                    arguments[0] = text;
                }
                if (text.startsWith("SET LOCAL lock_timeout")) {
                    return false;
                }
                return run(text, method, statement, arguments);
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing to unwrap");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
