package org.citestream.query.report;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citestream.query.database.Snapshot;

/** A database that notes every call of JDBC that makes it talk to the server. Not thread-safe. */
public final class CountedDatabase {

    private static final Set<String> TALKS = Set.of(
            "executeQuery",
            "execute",
            "executeUpdate",
            "executeBatch",
            "commit",
            "rollback",
            "setTransactionIsolation",
            "isValid");

    private final List<String> talks = new ArrayList<>();
    private final AgroalDataSource source;

    public CountedDatabase(AgroalDataSource source) {
        this.source = source;
    }

    public Snapshot snapshot() {
        return new Snapshot(proxy(AgroalDataSource.class, source));
    }

    /** The calls since the last time, which are forgotten. */
    public List<String> talks() {
        List<String> since = List.copyOf(talks);
        talks.clear();
        return since;
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                CountedDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (TALKS.contains(method.getName())) {
            talks.add(method.getName());
        }
        try {
            Object result = method.invoke(target, arguments);
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement);
            }
            return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
