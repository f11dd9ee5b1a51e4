package org.citestream.query.web.about;

import jakarta.inject.Singleton;
import java.util.List;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;

/** The models that statements here name. Thread-safe. */
@Singleton
record NamedModels(Snapshot snapshot) {

    /**
     * A model that labelled some statement.
     *
     * @param secondOpinion whether an encoder was used for some of them
     */
    public record NamedModel(String name, String version, String checksum, boolean secondOpinion) {}

    List<NamedModel> read() {
        return snapshot.read(connection -> new Sql()
                .add("SELECT name, version, checksum, bool_or(encoder = 'asked') FROM active.model")
                .add("GROUP BY name, version, checksum ORDER BY min(key)")
                .list(
                        connection,
                        row -> new NamedModel(
                                row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4))));
    }
}
