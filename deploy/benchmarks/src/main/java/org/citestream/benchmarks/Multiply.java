package org.citestream.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes a running line large: the articles in its log are appended again and again under new ids, descriptions
 * included, so that broker and projection do with them what they do with any article. Every fourth cited work keeps its
 * name and is cited by all copies, as in a corpus that grows; one work, {@link #FAMOUS}, takes over a cited work of
 * every copy until it has the statements asked for.
 */
final class Multiply {

    /** The work that everybody cites. */
    static final String FAMOUS = "doi:10.5555/citestream.benchmark.famous";

    private static final String CLASSIFIED = "citations.classified.v1";
    private static final String PUBLICATIONS = "citations.publications.v1";

    private final Map<String, Facts> articles = new LinkedHashMap<>();
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> descriptions = new HashMap<>();
    private final Set<String> described = new HashSet<>();
    private long statements;
    private int aboutFamous;

    /** Reads what is there. Copies that an earlier run made are not copied again. */
    void read(String bootstrapServers) {
        Log.read(bootstrapServers, CLASSIFIED, record -> {
            String article = Facts.text(record.headers().lastHeader("article").value());
            if (article.contains(".copy") || Facts.type(record).equals("ArticleWithdrawn")) {
                return;
            }
            articles.computeIfAbsent(article, id -> new Facts()).add(record);
        });
        Log.read(bootstrapServers, PUBLICATIONS, record -> {
            if (record.value() != null && Facts.type(record).equals("PublicationDescribed")) {
                descriptions
                        .computeIfAbsent(Facts.tree(record).get("id").asText(), id -> new ArrayList<>())
                        .add(record);
            }
        });
        articles.values().forEach(facts -> statements += facts.statements());
    }

    /** Appends copies until there are {@code wanted} statements; {@code famous} of them about {@link #FAMOUS}. */
    void append(String bootstrapServers, long wanted, int famous) {
        if (statements == 0) {
            throw new IllegalStateException("the log has no articles yet: ingest some first");
        }
        try (Appender log = new Appender(bootstrapServers)) {
            describeFamous(log);
            for (int copy = 1; statements < wanted; copy++) {
                Renaming renaming = new Renaming(copy);
                for (Map.Entry<String, Facts> article : articles.entrySet()) {
                    if (statements >= wanted) {
                        break;
                    }
                    append(log, article.getKey(), article.getValue(), renaming, famous);
                }
            }
        }
    }

    private void append(Appender log, String citing, Facts facts, Renaming renaming, int famous) {
        String taken = aboutFamous < famous ? facts.mostCited() : "";
        UnaryOperator<String> cited = id -> {
            if (id.equals(taken)) {
                return FAMOUS;
            }
            if (Math.floorMod(id.hashCode(), 4) == 0) {
                return id;
            }
            describe(log, id, renaming);
            return renaming.publication(id);
        };
        aboutFamous += taken.isEmpty() ? 0 : facts.statementsAbout(taken);
        facts.repeated(CLASSIFIED, renaming, cited).forEach(log::append);
        statements += facts.statements();
        describe(log, citing, renaming);
    }

    private void describe(Appender log, String id, Renaming renaming) {
        if (!described.add(renaming.publication(id))) {
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : descriptions.getOrDefault(id, List.of())) {
            ObjectNode value = Facts.tree(record);
            String renamed = renaming.publication(id);
            value.put("id", renamed);
            value.remove("links");
            value.remove("ids");
            // Two works of one title and year would be found to be one.
            value.put("title", value.path("title").asText("Untitled") + ", copy " + renaming.copy());
            String key = value.get("source").asText() + " " + renamed;
            log.append(Facts.record(PUBLICATIONS, renamed, key, value, record));
        }
    }

    private void describeFamous(Appender log) {
        ConsumerRecord<byte[], byte[]> like =
                descriptions.values().iterator().next().get(0);
        ObjectNode value = Facts.tree(like);
        value.put("id", FAMOUS);
        value.put("title", "A work that everybody cites");
        value.remove(List.of("ids", "links"));
        ProducerRecord<byte[], byte[]> record =
                Facts.record(PUBLICATIONS, FAMOUS, value.get("source").asText() + " " + FAMOUS, value, like);
        log.append(record);
    }

    long statements() {
        return statements;
    }

    int aboutFamous() {
        return aboutFamous;
    }

    int articles() {
        return articles.size();
    }

    /** {@code wanted} statements in the log of the line, {@code famous} of them about one work. */
    static void run(RunningLine line, long wanted, int famous) {
        long start = System.nanoTime();
        Multiply multiply = new Multiply();
        multiply.read(line.bootstrapServers());
        System.out.printf("%d articles with %d statements in the log%n", multiply.articles(), multiply.statements());
        multiply.append(line.bootstrapServers(), wanted, famous);
        System.out.printf(
                "now %d statements, %d of them about %s, appended in %d s%n",
                multiply.statements(),
                multiply.aboutFamous(),
                FAMOUS,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
}
