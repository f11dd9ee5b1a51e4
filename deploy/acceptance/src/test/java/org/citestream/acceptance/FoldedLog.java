package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The tallies as anyone can compute them from the topics alone, by the rule in {@code deploy/contracts/README.md}. What
 * query-service serves must be the same; this knows nothing of its tables.
 */
final class FoldedLog {

    /** Statements by type, and distinct works whose reference list names this one. */
    record Tally(
            int supporting,
            int mentioning,
            int contrasting,
            int unclassified,
            int notASentence,
            int citingPublications) {

        int total() {
            return supporting + mentioning + contrasting + unclassified + notASentence;
        }

        static Tally of(JsonNode json) {
            return new Tally(
                    json.path("supporting").asInt(-1),
                    json.path("mentioning").asInt(-1),
                    json.path("contrasting").asInt(-1),
                    json.path("unclassified").asInt(-1),
                    json.path("notASentence").asInt(-1),
                    json.path("citingPublications").asInt(-1));
        }
    }

    /** What one citing article says in its last closed revision. */
    private static final class Citing {
        private long closed;
        private final Map<String, JsonNode> statements = new HashMap<>();
        private final Map<String, JsonNode> references = new HashMap<>();
    }

    private final Map<String, Citing> articles = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    static FoldedLog of(TopicLog log) {
        return of(log, Map.of());
    }

    /** Of what stands from these offsets on. */
    static FoldedLog of(TopicLog log, Map<TopicPartition, Long> from) {
        var folded = new FoldedLog();
        // What cannot be read (other tests put such records on the line) changes nothing, as the services promise.
        log.read(TopicLog.PUBLICATIONS, from).stream()
                .filter(record -> record.value() == null || Json.isReadable(record.value()))
                .forEach(folded::foldAlias);
        log.read(TopicLog.CLASSIFIED, from).stream()
                .filter(record -> Json.isReadable(record.value()))
                .forEach(folded::foldFact);
        return folded;
    }

    /** By cited publication, every work that any reference list names. */
    Map<String, Tally> tallies() {
        Map<String, int[]> counts = new TreeMap<>();
        articles.forEach((id, citing) -> {
            Set<String> named = new HashSet<>();
            citing.references.values().forEach(part -> part.path("references")
                    .forEach(reference -> named.add(root(reference.path("cited").asText()))));
            named.forEach(cited -> counts.computeIfAbsent(cited, c -> new int[6])[5]++);
            citing.statements.values().forEach(statement -> counts.computeIfAbsent(
                            root(statement.path("cited").asText()), c -> new int[6])[typeOf(statement)]++);
        });
        Map<String, Tally> tallies = new TreeMap<>();
        counts.forEach((cited, n) -> tallies.put(cited, new Tally(n[0], n[1], n[2], n[3], n[4], n[5])));
        return tallies;
    }

    /** Every statement of a last revision, as the event has it, with who cites and who is cited, aliases followed. */
    List<Said> statements() {
        List<Said> said = new ArrayList<>();
        articles.forEach((id, citing) -> citing.statements
                .values()
                .forEach(statement -> said.add(new Said(
                        statement, root(id), root(statement.path("cited").asText())))));
        return said;
    }

    /** One statement, and the works it stands between. */
    record Said(JsonNode event, String citing, String cited) {}

    /** Statements of one article's last revision. */
    int statementsOf(String citing) {
        return articles.containsKey(citing) ? articles.get(citing).statements.size() : 0;
    }

    private void foldAlias(ConsumerRecord<String, String> record) {
        if (TopicLog.header(record, "type").equals("AliasFound") && record.value() == null) {
            aliases.remove(record.key().substring("alias ".length()));
        } else if (TopicLog.header(record, "type").equals("AliasFound")) {
            JsonNode alias = Json.tree(record.value());
            aliases.put(alias.path("from").asText(), alias.path("to").asText());
        }
    }

    private void foldFact(ConsumerRecord<String, String> record) {
        JsonNode value = Json.tree(record.value());
        long revision = value.path("revision").asLong();
        Citing citing = articles.computeIfAbsent(value.path("citing").asText(), id -> new Citing());
        if (revision < citing.closed) {
            return;
        }
        switch (TopicLog.header(record, "type")) {
            case "StatementClassified" -> citing.statements.put(value.path("id").asText(), value);
            case "ReferencesListed" -> citing.references.put(revision + "/" + value.path("part"), value);
            case "ArticleClosed" -> close(citing, revision);
            case "ArticleWithdrawn" -> close(citing, revision + 1);
            default -> throw new AssertionError("no such event in the contract: " + record);
        }
    }

    private static void close(Citing citing, long revision) {
        citing.closed = revision;
        citing.statements.values().removeIf(fact -> fact.path("revision").asLong() < revision);
        citing.references.values().removeIf(fact -> fact.path("revision").asLong() < revision);
    }

    String root(String id) {
        String root = id;
        while (aliases.containsKey(root)) {
            root = aliases.get(root);
        }
        return root;
    }

    private static int typeOf(JsonNode statement) {
        return switch (statement.path("type").asText()) {
            case "supporting" -> 0;
            case "mentioning" -> 1;
            case "contrasting" -> 2;
            case "unclassified" -> statement.path("failure").asText().equals("not-a-sentence") ? 4 : 3;
            default -> throw new AssertionError("no such type in the contract: " + statement);
        };
    }
}
