package org.citestream.query.project;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.kit.deadletter.Place;

/**
 * Records that an operator ordered to be skipped, because the projection had stopped at them. The audit entry is the
 * order, so that no unrecorded order is carried out; it survives rebuilds, which skip the same records. For one thread.
 */
final class SkipOrders {

    private static final Pattern TARGET = Pattern.compile("(.+)-([0-9]{1,9})@([0-9]{1,18})");

    private final DataSource dataSource;
    private Set<Place> places = Set.of();

    SkipOrders(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Rereads the orders. */
    void read() throws SQLException {
        Set<Place> read = new HashSet<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String target : Sql.of("SELECT target FROM app.ops_audit WHERE action = :action")
                    .with("action", SkippedRecord.ACTION)
                    .list(connection, row -> row.getString(1))) {
                Matcher place = TARGET.matcher(target);
                if (place.matches()) {
                    read.add(new Place(
                            place.group(1), Integer.parseInt(place.group(2)), Long.parseLong(place.group(3))));
                }
            }
        }
        places = Set.copyOf(read);
    }

    boolean has(Place place) {
        return places.contains(place);
    }
}
