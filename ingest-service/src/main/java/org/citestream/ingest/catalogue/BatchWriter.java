package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.PublicationDescribed;

/** Entries of the log → rows, on a connection whose transaction is the caller's. Stateless. */
final class BatchWriter {
    private static final String DESCRIBE =
            "insert into publication (id, source, value, title_key, author_key, log_offset)"
                    + " select id, source, value, nullif(title_key, ''), nullif(author_key, ''), log_offset from"
                    + " unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::bigint[])"
                    + " as t(id, source, value, title_key, author_key, log_offset)"
                    + " on conflict (id, source) do update set value = excluded.value, title_key = excluded.title_key,"
                    + " author_key = excluded.author_key, log_offset = excluded.log_offset"
                    + " where publication.log_offset <= excluded.log_offset"
                    + " returning new.id, new.source, old.id is null, old.value is distinct from new.value";
    private static final String UNDESCRIBE = "delete from publication using"
            + " unnest(?::text[], ?::text[], ?::text[]::bigint[]) as t(id, source, log_offset)"
            + " where publication.id = t.id and publication.source = t.source"
            + " and publication.log_offset <= t.log_offset";
    private static final String FORGET_IDENTIFIERS = "delete from identifier using"
            + " unnest(?::text[], ?::text[]) as t(id, source)"
            + " where identifier.id = t.id and identifier.source = t.source";
    private static final String IDENTIFY = "insert into identifier (curie, id, source)"
            + " select * from unnest(?::text[], ?::text[], ?::text[]) on conflict do nothing";
    private static final String ALIAS =
            "insert into alias (from_id, to_id, method, score, found_at, pending, log_offset)"
                    + " select from_id, to_id, method, score, found_at, false, log_offset from"
                    + " unnest(?::text[], ?::text[], ?::text[], ?::text[]::float8[], ?::text[]::timestamptz[], ?::text[]::bigint[])"
                    + " as t(from_id, to_id, method, score, found_at, log_offset)"
                    + " on conflict (from_id) do update set to_id = excluded.to_id, method = excluded.method,"
                    + " score = excluded.score, found_at = excluded.found_at, pending = false, leaving = false, log_offset = excluded.log_offset"
                    + " where alias.log_offset <= excluded.log_offset";
    private static final String UNALIAS = "delete from alias using unnest(?::text[], ?::text[]::bigint[])"
            + " as t(from_id, log_offset) where alias.from_id = t.from_id and alias.log_offset <= t.log_offset";
    private static final String NOTICE = "insert into notice (notice_key, publication, source, log_offset)"
            + " select notice_key, publication, source, log_offset from"
            + " unnest(?::text[], ?::text[], ?::text[], ?::text[]::bigint[])"
            + " as t(notice_key, publication, source, log_offset)"
            + " on conflict (notice_key) do update set source = excluded.source, log_offset = excluded.log_offset"
            + " where notice.log_offset <= excluded.log_offset";
    private static final String UNNOTICE = "delete from notice using unnest(?::text[], ?::text[]::bigint[])"
            + " as t(notice_key, log_offset) where notice.notice_key = t.notice_key"
            + " and notice.log_offset <= t.log_offset";

    private BatchWriter() {}

    /** Writes everything and returns the descriptions that are new or changed. */
    static List<LogEntry.Described> write(Connection connection, Batch batch) throws SQLException {
        List<LogEntry.Described> changed = describe(connection, batch.all(LogEntry.Described.class));
        undescribe(connection, batch.all(LogEntry.DescriptionRemoved.class));
        List<LogEntry.Alias> aliases = batch.all(LogEntry.Alias.class);
        if (!aliases.isEmpty()) {
            ArrayQuery.tell(
                    connection,
                    ALIAS,
                    column(aliases, entry -> entry.value().from()),
                    column(aliases, entry -> entry.value().to()),
                    column(aliases, entry -> entry.value().method()),
                    column(aliases, entry -> entry.value().score()),
                    column(aliases, entry -> entry.value().foundAt()),
                    column(aliases, LogEntry::offset));
        }
        List<LogEntry.AliasRemoved> unaliased = batch.all(LogEntry.AliasRemoved.class);
        if (!unaliased.isEmpty()) {
            ArrayQuery.tell(
                    connection,
                    UNALIAS,
                    column(unaliased, LogEntry.AliasRemoved::from),
                    column(unaliased, LogEntry::offset));
        }
        notices(connection, batch);
        return changed;
    }

    private static List<LogEntry.Described> describe(Connection connection, List<LogEntry.Described> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<String, Boolean> fresh = new HashMap<>();
        ArrayQuery.ask(
                connection,
                DESCRIBE,
                row -> {
                    // A repeated description only advances its offset.
                    if (row.getBoolean(4)) {
                        fresh.put(PublicationDescribed.keyOf(row.getString(2), row.getString(1)), row.getBoolean(3));
                    }
                    return row;
                },
                column(entries, entry -> entry.value().id()),
                column(entries, entry -> entry.value().source()),
                column(entries, LogEntry.Described::json),
                column(entries, entry -> entry.work().titleKey()),
                column(entries, entry -> entry.work().authorKey()),
                column(entries, LogEntry.Described::offset));
        List<LogEntry.Described> changed =
                entries.stream().filter(entry -> fresh.containsKey(entry.key())).toList();
        forgetIdentifiers(
                connection,
                changed.stream().filter(entry -> !fresh.get(entry.key())).toList());
        identify(connection, changed);
        return changed;
    }

    private static void forgetIdentifiers(Connection connection, List<LogEntry.Described> before) throws SQLException {
        if (!before.isEmpty()) {
            ArrayQuery.tell(
                    connection,
                    FORGET_IDENTIFIERS,
                    column(before, entry -> entry.value().id()),
                    column(before, entry -> entry.value().source()));
        }
    }

    /** Only ids that lead to a better one are ever asked for. */
    private static void identify(Connection connection, List<LogEntry.Described> changed) throws SQLException {
        var curies = new ArrayList<String>();
        var ids = new ArrayList<String>();
        var sources = new ArrayList<String>();
        for (LogEntry.Described entry : changed) {
            PublicationDescribed described = entry.value();
            PublicationId.Scheme own = new PublicationId(described.id()).kind();
            for (PublicationId curie : identifiers(described)) {
                if (curie.kind().compareTo(own) > 0) {
                    curies.add(curie.value());
                    ids.add(described.id());
                    sources.add(described.source());
                }
            }
        }
        if (!curies.isEmpty()) {
            ArrayQuery.tell(connection, IDENTIFY, curies, ids, sources);
        }
    }

    /** Every registered id a description gives, its own included. */
    static Set<PublicationId> identifiers(PublicationDescribed described) {
        var identifiers = new LinkedHashSet<>(Catalogue.idsOf(described.ids().toIdentifiers()));
        PublicationId own = new PublicationId(described.id());
        if (own.kind() != PublicationId.Scheme.REF) {
            identifiers.add(own);
        }
        return identifiers;
    }

    private static void undescribe(Connection connection, List<LogEntry.DescriptionRemoved> gone) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        List<String> ids = column(gone, LogEntry.DescriptionRemoved::id);
        List<String> sources = column(gone, LogEntry.DescriptionRemoved::source);
        ArrayQuery.tell(connection, UNDESCRIBE, ids, sources, column(gone, LogEntry::offset));
        ArrayQuery.tell(connection, FORGET_IDENTIFIERS, ids, sources);
    }

    private static void notices(Connection connection, Batch batch) throws SQLException {
        List<LogEntry.Notice> issued = batch.all(LogEntry.Notice.class);
        if (!issued.isEmpty()) {
            ArrayQuery.tell(
                    connection,
                    NOTICE,
                    column(issued, LogEntry::key),
                    column(issued, entry -> entry.value().publication()),
                    column(issued, entry -> entry.value().source()),
                    column(issued, LogEntry::offset));
        }
        List<LogEntry.NoticeRemoved> gone = batch.all(LogEntry.NoticeRemoved.class);
        if (!gone.isEmpty()) {
            ArrayQuery.tell(connection, UNNOTICE, column(gone, LogEntry::key), column(gone, LogEntry::offset));
        }
    }

    /** One column of many rows; a null goes in as an empty text. */
    private static <T> List<String> column(List<? extends T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(cell -> Objects.toString(cell, "")).toList();
    }
}
