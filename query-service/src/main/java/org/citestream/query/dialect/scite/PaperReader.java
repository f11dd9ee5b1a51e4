package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;

/** Publications by DOI in scite's shape; DOIs that no fact named are absent. Thread-safe. */
@Singleton
public record PaperReader(Snapshot snapshot, PublicationReader publications, SciteSettings settings) {

    Map<String, Paper> papers(List<String> dois) {
        return snapshot.once(connection -> {
            Map<String, Paper> papers = new TreeMap<>();
            publications
                    .readByIds(
                            connection, dois.stream().map(doi -> "doi:" + doi).toList())
                    .forEach((id, publication) -> {
                        String doi = id.substring("doi:".length());
                        papers.put(doi, Papers.paper(doi, publication));
                    });
            return papers;
        });
    }

    /** The paper with this PubMed id, if it has a DOI. */
    Optional<Paper> byPmid(String pmid) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, "pmid:" + pmid);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            return withDoi(publications.read(connection, List.of(key.get())).get(key.get()));
        });
    }

    /** The papers that cite the DOI, by their DOI; empty if no fact named it. */
    Optional<Map<String, Paper>> sources(String doi) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, "doi:" + doi);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            List<Long> citing = new Sql()
                    .add("SELECT c.root FROM active.reference_edge e JOIN active.publication c ON c.key = e.citing")
                    .add("WHERE e.cited = ? GROUP BY c.root ORDER BY count(*) DESC, c.root", key.get())
                    .add("LIMIT ?", settings.sources())
                    .list(connection, row -> row.getLong(1));
            Map<String, Paper> papers = new LinkedHashMap<>();
            for (ShownPublication publication :
                    new ArrayList<>(publications.read(connection, citing).values())) {
                withDoi(publication).ifPresent(paper -> papers.put(paper.doi(), paper));
            }
            return Optional.of(papers);
        });
    }

    private static Optional<Paper> withDoi(ShownPublication publication) {
        return Optional.ofNullable(publication.doi()).map(doi -> Papers.paper(doi, publication));
    }
}
