package org.citestream.ingest.catalogue;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.statement.CitedReference;
import org.citestream.kit.database.Sql;

/**
 * Which readings name works by ids made of their titles ({@code ref:…}). An id that the last reading of an article makes no
 * more is left, and goes once no other article makes it either. Safe across threads and instances of the service. All calls
 * throw {@link CatalogueUnavailableException} while the database is unavailable.
 */
@Singleton
public record ReferenceIds(DataSource database, CatalogueState state) {
    private static final String NOTE = "insert into reference_id (id, citing, ref_key)"
            + " select id, ?, ref_key from unnest(?::text[], ?::text[]) as t(id, ref_key)"
            + " on conflict (id, citing, ref_key) do update set current = true, successor = null"
            + " where not reference_id.current";
    private static final String LEAVE = "update reference_id set current = false, successor = nullif(t.successor, '')"
            + " from unnest(?::text[], ?::text[], ?::text[]) as t(id, ref_key, successor)"
            + " where citing = ? and reference_id.id = t.id and reference_id.ref_key = t.ref_key";
    private static final String NOTE_FORMER = "insert into reference_id (id, citing, ref_key, current)"
            + " select t.id, t.citing, t.ref_key,"
            + " bool_or(a.id is null or a.state <> 'withdrawn' and t.revision >= coalesce(a.closed_revision, 0))"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[]::bigint[]) as t(id, citing, ref_key, revision)"
            + " left join article a on a.id = t.citing"
            // What a reading of today says is known already.
            + " where a.id is null or not a.references_noted or t.revision < a.closed_revision"
            + " group by t.id, t.citing, t.ref_key"
            + " on conflict (id, citing, ref_key) do update set current = true"
            + " where excluded.current and not reference_id.current";
    private static final String SUCCEED = "update reference_id set successor = now.id from reference_id now"
            + " where not reference_id.current and reference_id.successor is null and now.current"
            + " and now.citing = reference_id.citing and now.ref_key = reference_id.ref_key";

    private record Made(String id, String key) {}

    /** One entry of a reference list that is in the log. */
    record Listed(String id, String citing, String key, long revision) {}

    /**
     * Notes the ids that a reading makes: before the catalogue is asked about its references, so that none is taken back
     * that is about to be used.
     */
    public void note(PublicationId citing, Collection<CitedReference> references) {
        List<Made> made = made(references);
        if (!made.isEmpty()) {
            ask(connection -> new Sql()
                    .add(
                            NOTE,
                            citing.value(),
                            made.stream().map(Made::id).toList(),
                            made.stream().map(Made::key).toList())
                    .update(connection));
        }
    }

    /** Notes, once a reading is in the log, which ids of the readings before it are left, and for what. */
    public void close(PublicationId citing, Collection<CitedReference> references, ReferenceMatches matches) {
        Set<Made> made = Set.copyOf(made(references));
        Map<String, String> cited = new HashMap<>();
        references.forEach(entry -> cited.put(
                entry.reference().key(),
                matches.match(entry.reference().key()).cited().value()));
        leave(citing.value(), made, cited);
    }

    /** Notes that an article is withdrawn: it makes no ids any more. */
    public void withdraw(String citing) {
        leave(citing, Set.of(), Map.of());
    }

    private void leave(String citing, Set<Made> made, Map<String, String> cited) {
        int left = ask(connection -> {
            List<Made> gone =
                    new ArrayList<>(Sql.of("select id, ref_key from reference_id where citing = :citing and current")
                            .with("citing", citing)
                            .list(connection, row -> new Made(row.getString(1), row.getString(2))));
            gone.removeAll(made);
            return gone.isEmpty()
                    ? 0
                    : new Sql()
                            .add(
                                    LEAVE,
                                    gone.stream().map(Made::id).toList(),
                                    gone.stream().map(Made::key).toList(),
                                    gone.stream()
                                            .map(one -> cited.getOrDefault(one.key(), ""))
                                            .toList(),
                                    citing)
                            .update(connection);
        });
        if (left > 0) {
            state.idsChanged();
        }
    }

    /** Whether there are readings from before ids were noted. */
    boolean lacksFormerReadings() {
        return ask(connection -> Sql.of(
                                "select count(*) from (select from article where state = 'closed' and not references_noted"
                                        + " limit 1) as one")
                        .number(connection))
                > 0;
    }

    /** Notes what former readings said, in any order. */
    void noteFormer(List<Listed> entries) {
        if (!entries.isEmpty()) {
            ask(connection -> ArrayQuery.tell(
                    connection,
                    NOTE_FORMER,
                    entries.stream().map(Listed::id).toList(),
                    entries.stream().map(Listed::citing).toList(),
                    entries.stream().map(Listed::key).toList(),
                    entries.stream()
                            .map(entry -> Long.toString(entry.revision()))
                            .toList()));
        }
    }

    /** Every former reading is noted now, so that ids may go. */
    void formerReadingsAreNoted() {
        ask(connection -> Sql.of(SUCCEED).update(connection));
        ask(connection -> Sql.of(
                        "update article set references_noted = true where state = 'closed' and not references_noted")
                .update(connection));
        state.idsChanged();
    }

    private static List<Made> made(Collection<CitedReference> references) {
        return references.stream()
                .filter(entry -> entry.cited().kind() == PublicationId.Scheme.REF)
                .map(entry -> new Made(entry.cited().value(), entry.reference().key()))
                .distinct()
                .collect(Collectors.toList());
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.on(connection);
        } catch (SQLException away) {
            throw new CatalogueUnavailableException(away);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T on(Connection connection) throws SQLException;
    }
}
