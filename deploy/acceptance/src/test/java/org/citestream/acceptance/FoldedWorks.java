package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of each work, as anyone can compute it from the publications topic alone: the last value of each key,
 * field by field, full text over registry over reference.
 */
final class FoldedWorks {

    private static final List<String> SOURCES = List.of("fulltext", "registry", "reference");

    private final Map<String, List<JsonNode>> descriptions = new HashMap<>();
    private final Map<String, Set<String>> notices = new HashMap<>();

    FoldedWorks(TopicLog log, FoldedLog folded) {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        log.read(TopicLog.PUBLICATIONS).forEach(record -> {
            if (record.value() == null || TopicLog.header(record, "type").equals("NoticeWithdrawn")) {
                last.remove(record.key());
            } else if (Json.isReadable(record.value())) {
                last.put(record.key(), Json.tree(record.value()));
            }
        });
        last.forEach((key, value) -> {
            if (SOURCES.contains(key.substring(0, key.indexOf(' ')))) {
                descriptions
                        .computeIfAbsent(folded.root(value.path("id").asText()), id -> new ArrayList<>())
                        .add(value);
            } else if (key.startsWith("notice ")) {
                notices.computeIfAbsent(folded.root(value.path("publication").asText()), id -> new LinkedHashSet<>())
                        .add(value.path("kind").asText());
            }
        });
        descriptions.values().forEach(all -> all.sort((one, other) -> rank(one) - rank(other)));
    }

    private static int rank(JsonNode description) {
        return SOURCES.indexOf(description.path("source").asText());
    }

    /** The values that a citing work gives its statements, by facet; unknown or none where there is none. */
    List<String> values(String work, String facet) {
        return switch (facet) {
            case "year" ->
                one(work, "published").stream()
                        .map(date -> date.replaceFirst("-.*", ""))
                        .toList();
            case "publicationType", "journal" -> one(work, facet);
            case "author" -> authors(work);
            case "notice" -> List.copyOf(notices.getOrDefault(work, Set.of("none")));
            default -> throw new AssertionError("not of a work: " + facet);
        };
    }

    private List<String> one(String work, String field) {
        String value = first(work, field).asText("");
        return List.of(value.isBlank() ? "unknown" : value);
    }

    private JsonNode first(String work, String field) {
        return descriptions.getOrDefault(work, List.of()).stream()
                .map(description -> description.path(field))
                .filter(value -> (!value.isMissingNode() && !value.isEmpty())
                        || !value.asText("").isBlank())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private List<String> authors(String work) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode author : first(work, "authors")) {
            names.add(name(author));
            if (author.has("orcid")) {
                names.add(author.path("orcid").asText());
            }
        }
        return names.isEmpty() ? List.of("none") : List.copyOf(names);
    }

    private static String name(JsonNode author) {
        return author.has("collective")
                ? author.path("collective").asText()
                : (author.path("given").asText("") + " " + author.path("family").asText("")).strip();
    }

    /** When it was out, as precise as known; empty if unknown. */
    String published(String work) {
        return first(work, "published").asText("");
    }
}
