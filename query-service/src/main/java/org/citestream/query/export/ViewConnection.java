package org.citestream.query.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/**
 * A connection on which schema {@code active} is one generation for as long as the export takes. A lock on the views of
 * {@code active} that is held so long would hold up a swap of generations, and with it every reader that comes after.
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
