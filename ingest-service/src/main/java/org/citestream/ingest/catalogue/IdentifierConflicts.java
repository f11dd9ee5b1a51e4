package org.citestream.ingest.catalogue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.jboss.logging.Logger;

/**
 * Identifiers that several works of the same kind claim: one PMID on two DOIs. No alias is made of them; they are
 * counted and shown for review. Thread-safe.
 */
@ApplicationScoped
@Path("/conflicts")
@Produces(MediaType.APPLICATION_JSON)
public class IdentifierConflicts {
    private static final Logger LOG = Logger.getLogger(IdentifierConflicts.class);
    private static final int MOST = 1000;

    private final DataSource database;

    public IdentifierConflicts(DataSource database) {
        this.database = database;
    }

    /** At startup, so that the gauge exists before anybody requests the conflicts. */
    void measure(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("citestream.catalogue.conflicts", this, IdentifierConflicts::known)
                .description("identifiers that several works claim")
                .register(meters);
    }

    /** One identifier and the works that claim it, as CURIEs. */
    public record Conflict(String identifier, List<String> claimedBy) {
        public Conflict {
            claimedBy = List.copyOf(claimedBy);
        }
    }

    /** How many there are, and those behind {@code after} in the order of their identifiers. */
    public record ConflictList(long total, List<Conflict> conflicts) {
        public ConflictList {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** Shows the conflicts; {@code after} is the last identifier of the page before. */
    @GET
    public ConflictList list(
            @QueryParam("after") @DefaultValue("") String after, @QueryParam("limit") @DefaultValue("100") int limit) {
        try (Connection connection = database.getConnection()) {
            List<Conflict> conflicts = Sql.of(
                            "select curie, ids from conflict where curie > :after order by curie limit :limit")
                    .with("after", after)
                    .with("limit", Math.max(1, Math.min(limit, MOST)))
                    .list(connection, row -> new Conflict(row.getString("curie"), Sql.texts(row, "ids")));
            return new ConflictList(count(connection), conflicts);
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    private double known() {
        try (Connection connection = database.getConnection()) {
            return count(connection);
        } catch (SQLException away) {
            LOG.debugf("conflicts could not be counted: %s", away.getMessage());
            return Double.NaN;
        }
    }

    private static long count(Connection connection) throws SQLException {
        return Sql.of("select count(*) from conflict").number(connection);
    }
}
