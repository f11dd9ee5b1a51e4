package org.citestream.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.catalogue.BibliographicKey;
import org.citestream.ingest.fact.FactJson;
import org.citestream.ingest.fact.PublicationDescribed;

/** What stands as two works in the catalogue and is one, and which ids hold several works, after articles were read. */
final class WorksSurvey {
    private static final ObjectMapper JSON = FactJson.mapper();
    /** The best source last, so that it is the one that is kept. */
    private static final String DESCRIBED =
            "select value from publication order by id, source <> 'reference', source = 'fulltext'";

    private final Map<String, PublicationDescribed> works = new TreeMap<>();
    private final Set<String> aliased = new HashSet<>();

    /** Reads the catalogue as it is. */
    WorksSurvey(DataSource database) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement()) {
            try (ResultSet row = select.executeQuery("select from_id from alias")) {
                while (row.next()) {
                    aliased.add(row.getString(1));
                }
            }
            try (ResultSet row = select.executeQuery(DESCRIBED)) {
                while (row.next()) {
                    PublicationDescribed work = JSON.readValue(row.getString(1), PublicationDescribed.class);
                    works.put(work.id(), work);
                }
            }
        }
        works.keySet().removeAll(aliased);
    }

    /** Number of works, those known under a better id left aside. */
    int works() {
        return works.size();
    }

    int aliases() {
        return aliased.size();
    }

    /** Works that share title, first author and year, each group on a line. */
    List<List<String>> alike() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        works.forEach((id, work) -> {
            BibliographicKey key = BibliographicKey.of(work);
            if (key.titleKey() != null && !key.family().isEmpty() && key.year() != null) {
                groups.computeIfAbsent(
                                key.titleKey() + "|" + key.family() + "|" + key.year(), absent -> new ArrayList<>())
                        .add(id + " [" + work.journal() + "] " + work.title());
            }
        });
        return groups.values().stream().filter(same -> same.size() > 1).toList();
    }

    /** Ids that are the beginning of DOIs. */
    List<String> stems() {
        return works.keySet().stream()
                .filter(id -> new PublicationId(id).isStem())
                .toList();
    }

    /** DOIs that begin two or more others, behind which these go on after a sign; some are works with parts of their own. */
    List<String> beginnings() {
        Map<String, Long> begun = works.keySet().stream()
                .filter(id -> id.startsWith("doi:"))
                .flatMap(id -> id.chars().anyMatch(c -> c == '/') ? beginningsOf(id).stream() : null)
                .collect(Collectors.groupingBy(beginning -> beginning, Collectors.counting()));
        return works.keySet().stream()
                .filter(id -> begun.getOrDefault(id, 0L) > 1)
                .map(id -> id + " begins " + begun.get(id))
                .toList();
    }

    private static List<String> beginningsOf(String id) {
        List<String> beginnings = new ArrayList<>();
        for (int i = id.indexOf('/') + 1; i < id.length(); i++) {
            if (".-/".indexOf(id.charAt(i)) >= 0) {
                beginnings.add(id.substring(0, i));
            }
        }
        return beginnings;
    }

    /** Ids made from words that stand for entries of one list with other titles or years. */
    static List<String> shared() {
        Map<String, Map<String, JsonNode>> lists = new HashMap<>();
        TopicReader.raw(TopicReader.STATEMENTS).stream()
                .map(TopicReader.TopicRecord::of)
                .filter(record -> record.type().equals("ReferencesListed"))
                .forEach(record -> record.value().path("references").forEach(entry -> lists.computeIfAbsent(
                                record.article(), absent -> new LinkedHashMap<>())
                        .put(entry.path("key").asText(), entry)));
        List<String> shared = new ArrayList<>();
        lists.forEach((article, entries) -> {
            Map<String, List<JsonNode>> byWork = entries.values().stream()
                    .filter(entry -> entry.path("cited").asText().startsWith("ref:"))
                    .collect(Collectors.groupingBy(entry -> entry.path("cited").asText()));
            byWork.forEach((work, same) -> {
                long different = same.stream().map(WorksSurvey::said).distinct().count();
                if (different > 1) {
                    shared.add(article + " " + work + " " + same);
                }
            });
        });
        return shared;
    }

    private static String said(JsonNode entry) {
        String title = PublicationIds.normalise(entry.path("title").asText(null));
        return (title.isEmpty() ? PublicationIds.normalise(entry.path("raw").asText()) : title)
                + entry.path("year").asText();
    }
}
