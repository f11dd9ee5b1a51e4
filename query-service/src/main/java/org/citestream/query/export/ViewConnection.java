package org.citestream.query.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/**
 * A connection on which schema {@code active} means the same generation for the whole export. Holding a lock on the
 * views of {@code active} that long would block a swap of generations, and with it all later readers.
 */
final class ViewConnection {

    private ViewConnection() {}

    static Connection of(Connection connection, int generation) {
        String schema = "view_" + generation + ".";
        return (Connection) Proxy.newProxyInstance(
                ViewConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && arguments[0] instanceof String sql) {
                        arguments[0] = sql.replace("active.", schema);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
