package org.citestream.query.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.report.PublicationReader;
import org.citestream.query.report.ShownPublication;
import org.citestream.query.report.Snapshot;
import org.citestream.query.report.Sql;
import org.citestream.query.report.Words;

/** Finds works by an id or by words of the title. Thread-safe. */
@ApplicationScoped
class TitleSearch {

    /** A work and how many statements and publications cite it. */
    public record Hit(ShownPublication publication, long statements, long citingPublications) {}

    private record Found(long key, long statements, long citing) {}

    private final Snapshot snapshot;
    private final PublicationReader publications;
    private final WebSettings settings;

    TitleSearch(Snapshot snapshot, PublicationReader publications, WebSettings settings) {
        this.snapshot = snapshot;
        this.publications = publications;
        this.settings = settings;
    }

    /** The id that the words mean if the index knows it; a bare number may be one of PubMed's. */
    Optional<String> known(String words) {
        String stripped = words.strip();
        Optional<String> curie = WrittenId.toCurie(stripped.matches("\\d{1,9}") ? "pmid:" + stripped : stripped);
        return curie.filter(id ->
                snapshot.read(connection -> publications.find(connection, id)).isPresent());
    }

    /** Works whose titles have all the words, those most cited first. */
    List<Hit> titles(String words) {
        String[] patterns = Words.parse(words).likePatterns().toArray(String[]::new);
        return snapshot.read(connection -> {
            List<Found> found = new Sql()
                    .add(
                            "SELECT p.key, coalesce(sum(t.supporting + t.mentioning + t.contrasting + t.unclassified), 0),")
                    .add("coalesce(sum(t.citing_publications), 0) FROM (")
                    .add("SELECT key FROM active.publication WHERE root = key AND title ILIKE ALL (?)", (Object)
                            patterns)
                    .add(") p LEFT JOIN active.tally t ON t.cited = p.key")
                    .add("GROUP BY p.key ORDER BY 2 DESC, 3 DESC, 1 LIMIT ?", settings.titles())
                    .list(connection, row -> new Found(row.getLong(1), row.getLong(2), row.getLong(3)));
            Map<Long, ShownPublication> works =
                    publications.read(connection, found.stream().map(Found::key).toList());
            return found.stream()
                    .map(hit -> new Hit(works.get(hit.key), hit.statements, hit.citing))
                    .toList();
        });
    }
}
