package org.citestream.query.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;

/** Finds cited publications that have editorial notices. Thread-safe. */
@Singleton
record NoticedReferenceReader(PublicationReader publications, ReportSettings settings) {

    /**
     * The condition that there is a notice on the publication cited by row {@code e} of the reference edges.
     *
     * @param which a further condition on notice {@code n}, with its AND; empty for any
     */
    static String noticed(String which) {
        return ("(EXISTS (SELECT FROM active.notice n WHERE n.publication = e.cited AND NOT n.removed%1$s)"
                        + " OR EXISTS (SELECT FROM active.publication k JOIN active.notice n ON n.publication = k.key"
                        + " AND NOT n.removed%1$s WHERE k.root = e.cited AND k.root <> k.key))")
                .formatted(which);
    }

    /** The cited publications with notices of the work with this root and date; empty if there are none. */
    Optional<NoticedReferences> read(Connection connection, long key, String published) throws SQLException {
        List<Long> cited = new Sql()
                .add("SELECT e.cited FROM active.reference_edge e WHERE e.citing IN (")
                .add(PublicationReader.sameWork(key))
                .add(") AND " + noticed(""))
                .add("GROUP BY e.cited ORDER BY min(e.ordinal), e.cited")
                .list(connection, row -> row.getLong(1));
        if (cited.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, List<ShownNotice>> notices = publications.notices(connection, cited.toArray(Long[]::new));
        Map<String, Long> kinds = new LinkedHashMap<>();
        cited.forEach(work -> notices.getOrDefault(work, List.of()).stream()
                .map(ShownNotice::kind)
                .distinct()
                .forEach(kind -> kinds.merge(kind, 1L, Long::sum)));
        List<Long> listed = cited.subList(0, Math.min(cited.size(), settings.citedNotices()));
        long warnings = cited.stream()
                .filter(work -> notices.getOrDefault(work, List.of()).stream()
                        .anyMatch(notice -> CitedNotice.warns(notice.kind())))
                .count();
        return Optional.of(new NoticedReferences(
                cited.size(), warnings, kinds, works(connection, key, listed, notices, published)));
    }

    private List<NoticedReferences.NoticedWork> works(
            Connection connection, long key, List<Long> listed, Map<Long, List<ShownNotice>> notices, String published)
            throws SQLException {
        Map<Long, ShownPublication> works = publications.read(connection, listed);
        Map<Long, long[]> counts = new HashMap<>();
        new Sql()
                .add("SELECT s.cited, s.text, s.markers FROM active.statement s WHERE s.citing IN (")
                .add(PublicationReader.sameWork(key))
                .add(") AND s.cited = ANY (?)", (Object) listed.toArray(Long[]::new))
                .list(connection, row -> {
                    long[] count = counts.computeIfAbsent(row.getLong(1), work -> new long[2]);
                    String text = row.getString(2);
                    List<int[]> markers =
                            StatementReader.spans((Integer[]) row.getArray(3).getArray(), text.length());
                    boolean admits = notices.getOrDefault(row.getLong(1), List.of()).stream()
                            .anyMatch(notice -> NoticeAcknowledgement.of(notice.kind(), text, markers));
                    count[0]++;
                    count[1] += admits ? 1 : 0;
                    return count;
                });
        return listed.stream()
                .map(work -> {
                    long[] count = counts.getOrDefault(work, new long[2]);
                    return new NoticedReferences.NoticedWork(
                            works.get(work).brief().withoutNotices(),
                            notices.getOrDefault(work, List.of()).stream()
                                    .map(notice -> CitedNotice.of(notice, published))
                                    .toList(),
                            count[0],
                            count[1]);
                })
                .toList();
    }
}
