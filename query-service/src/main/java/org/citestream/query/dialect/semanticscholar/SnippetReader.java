package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.Slug;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;

/**
 * Text snippets: the sentences in which works cite, each with its neighbors, for other text of articles is not kept. What
 * a snippet cites is marked in it. Thread-safe.
 */
@Singleton
record SnippetReader(SearchIndex index, Snapshot snapshot, PublicationReader publications, GraphSettings settings) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What is bumped when snippets are found in another way. */
    private static final String VERSION = "citestream-sentences-1";

    /** The parts of a snippet and of its paper, which clients may choose among. */
    static final Set<String> FIELDS = Set.of(
            "text",
            "snippetKind",
            "section",
            "snippetOffset",
            "annotations",
            "annotations.sentences",
            "annotations.refMentions");

    /**
     * What is asked for.
     *
     * @param words in lower case
     * @param papers CURIEs of the only papers to look into; none for all
     * @param authors names that a paper must have any of; none for all
     * @param fields parts of a snippet; none for all
     */
    record Question(
            List<String> words,
            List<String> papers,
            List<String> authors,
            PaperCriteria criteria,
            Set<String> fields,
            int limit) {

        private boolean isNarrow() {
            return !papers.isEmpty() || !authors.isEmpty() || !criteria.isEmpty();
        }
    }

    /** What another statement of the same sentence marks. */
    private record Mention(int start, int end, String cited) {}

    private record SnippetRow(UUID id, String text, String before, String after, String section, long citing) {}

    /** The best snippets first. */
    ObjectNode find(Question question) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode data = answer.putArray("data");
        answer.put("retrievalVersion", VERSION);
        if (question.words().isEmpty()) {
            return answer;
        }
        List<UUID> hits = hits(question);
        snapshot.read(connection -> {
            List<UUID> shown = question.isNarrow() ? narrowed(connection, hits, question) : hits;
            fill(connection, data, shown, question.fields());
            return null;
        });
        return answer;
    }

    private List<UUID> hits(Question question) {
        String all = String.join(" ", question.words());
        // Papers with a DOI are looked for in the index, so that no better hit of another paper crowds theirs out.
        boolean dois = !question.papers().isEmpty()
                && question.papers().stream().allMatch(curie -> curie.startsWith("doi:") && !curie.contains("\""));
        String words = !dois
                ? all
                : "(" + all + ") ("
                        + question.papers().stream()
                                .map(curie -> "citing:\"" + curie.substring("doi:".length()) + '"')
                                .collect(Collectors.joining(" OR "))
                        + ")";
        int most = question.isNarrow() ? settings.candidates() : question.limit();
        return IndexCall.answer(() ->
                index.statements(SearchRequest.of(words, most).collapsed()).ids());
    }

    private static List<UUID> narrowed(Connection connection, List<UUID> hits, Question question) throws SQLException {
        Sql fitting = new Sql()
                .add("SELECT s.id FROM unnest(?) WITH ORDINALITY AS h (id, place)", (Object) hits.toArray(UUID[]::new))
                .add("JOIN active.statement s ON s.id = h.id JOIN active.publication c ON c.key = s.citing")
                .add("JOIN active.publication p ON p.key = c.root WHERE true")
                .add(question.criteria().conditions());
        if (!question.papers().isEmpty()) {
            fitting.add("AND p.id = ANY (?)", (Object) question.papers().toArray(String[]::new));
        }
        if (!question.authors().isEmpty()) {
            String any = question.authors().stream()
                    .map(name -> "strpos(lower(a.name), ?) > 0")
                    .collect(Collectors.joining(" OR "));
            fitting.add(
                    "AND EXISTS (SELECT FROM unnest(p.author_names) AS a (name) WHERE " + any + ")",
                    question.authors().toArray());
        }
        return fitting.add("ORDER BY h.place LIMIT ?", question.limit())
                .list(connection, row -> row.getObject(1, UUID.class));
    }

    private void fill(Connection connection, ArrayNode data, List<UUID> ids, Set<String> fields) throws SQLException {
        Map<UUID, SnippetRow> rows = new HashMap<>();
        new Sql()
                .add("SELECT s.id, s.text, s.before, s.after, s.heading_path[1] AS section, c.root")
                .add(
                        "FROM active.statement s JOIN active.publication c ON c.key = s.citing WHERE s.id = ANY (?)",
                        (Object) ids.toArray(UUID[]::new))
                .list(
                        connection,
                        row -> rows.put(
                                row.getObject("id", UUID.class),
                                new SnippetRow(
                                        row.getObject("id", UUID.class),
                                        row.getString("text"),
                                        row.getString("before"),
                                        row.getString("after"),
                                        row.getString("section"),
                                        row.getLong("root"))));
        Map<UUID, List<Mention>> mentions = mentions(connection, ids);
        Map<Long, ShownPublication> papers = publications.read(
                connection, rows.values().stream().map(SnippetRow::citing).toList());
        int place = 0;
        for (UUID id : ids) {
            SnippetRow row = rows.get(id);
            if (row != null) {
                ObjectNode hit = data.addObject();
                // The index tells an order and no measure: 1, 1/2, 1/3 …
                hit.put("score", 1.0 / ++place);
                hit.set("paper", paper(papers.get(row.citing())));
                hit.set("snippet", snippet(row, mentions.getOrDefault(id, List.of()), fields));
            }
        }
    }

    /** All that the sentences of these statements cite, and where. */
    private static Map<UUID, List<Mention>> mentions(Connection connection, List<UUID> ids) throws SQLException {
        Map<UUID, List<Mention>> mentions = new HashMap<>();
        new Sql()
                .add("SELECT s.id, o.markers, w.id AS cited FROM active.statement s")
                .add("JOIN active.statement o ON o.citing = s.citing AND o.text = s.text")
                .add("AND o.before IS NOT DISTINCT FROM s.before AND o.after IS NOT DISTINCT FROM s.after")
                .add("JOIN active.publication w ON w.key = o.cited")
                .add("WHERE s.id = ANY (?) ORDER BY o.ordinal, o.id", (Object) ids.toArray(UUID[]::new))
                .list(connection, row -> {
                    Integer[] markers = (Integer[]) row.getArray("markers").getArray();
                    List<Mention> its =
                            mentions.computeIfAbsent(row.getObject("id", UUID.class), id -> new ArrayList<>());
                    for (int i = 0; i + 1 < markers.length; i += 2) {
                        its.add(new Mention(markers[i], markers[i + 1], row.getString("cited")));
                    }
                    return null;
                });
        return mentions;
    }

    private static ObjectNode paper(ShownPublication work) {
        ObjectNode paper = JSON.objectNode();
        // A text, as there, in snippets alone.
        paper.put("corpusId", Long.toString(Slug.number(work.id())));
        paper.put("title", work.name());
        ArrayNode authors = paper.putArray("authors");
        work.authors().stream().map(ShownAuthor::name).forEach(authors::add);
        paper.putObject("openAccessInfo")
                .put("license", work.licence())
                .putNull("status")
                .putNull("disclaimer");
        return paper;
    }

    private static ObjectNode snippet(SnippetRow row, List<Mention> mentions, Set<String> fields) {
        ObjectNode snippet = JSON.objectNode();
        StringBuilder text = new StringBuilder();
        ArrayNode sentences = JSON.arrayNode();
        sentence(text, sentences, row.before());
        int start = sentence(text, sentences, row.text());
        sentence(text, sentences, row.after());
        if (asked(fields, "text")) {
            snippet.put("text", text.toString());
        }
        if (asked(fields, "snippetKind")) {
            snippet.put("snippetKind", "body");
        }
        if (asked(fields, "section")) {
            snippet.put("section", row.section());
        }
        if (asked(fields, "snippetOffset")) {
            // Where in the article is not known: only the sentences that cite are kept.
            snippet.putNull("snippetOffset");
        }
        if (asked(fields, "annotations") || fields.stream().anyMatch(field -> field.startsWith("annotations."))) {
            ObjectNode annotations = snippet.putObject("annotations");
            if (asked(fields, "annotations") || fields.contains("annotations.sentences")) {
                annotations.set("sentences", sentences);
            }
            if (asked(fields, "annotations") || fields.contains("annotations.refMentions")) {
                ArrayNode marked = annotations.putArray("refMentions");
                mentions.forEach(mention -> marked.addObject()
                        .put("start", start + mention.start())
                        .put("end", start + mention.end())
                        .put("matchedPaperCorpusId", Long.toString(Slug.number(mention.cited()))));
            }
        }
        return snippet;
    }

    private static boolean asked(Set<String> fields, String field) {
        return fields.isEmpty() || fields.contains(field);
    }

    /** Where the sentence begins. */
    private static int sentence(StringBuilder text, ArrayNode sentences, String sentence) {
        if (sentence == null) {
            return text.length();
        }
        if (text.length() > 0) {
            text.append(' ');
        }
        int start = text.length();
        text.append(sentence);
        sentences.addObject().put("start", start).put("end", text.length());
        return start;
    }
}
