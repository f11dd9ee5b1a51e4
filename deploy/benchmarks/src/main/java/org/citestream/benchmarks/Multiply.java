package org.citestream.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes a running line large: the articles in its log are appended again and again under new ids, descriptions
 * included, so that broker and projection do with them what they do with any article. Every fourth cited work keeps its
 * name and is cited by all copies, as in a corpus that grows; one work, {@link #FAMOUS}, takes over a cited work of
 * every copy until it has the statements asked for. The log is read once for each copy: in memory are the articles that
 * are not yet closed where it is read, and the descriptions of the works that were not copied.
 */
final class Multiply {

    /** The work that everybody cites. */
    static final String FAMOUS = "doi:10.5555/citestream.benchmark.famous";

    private static final String CLASSIFIED = "citations.classified.v1";
    private static final String PUBLICATIONS = "citations.publications.v1";

    private final String bootstrapServers;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> descriptions = new HashMap<>();
    /** Behind the last record of each partition that is no copy. */
    private final Map<TopicPartition, Long> originals = new HashMap<>();
    /** What the copy at hand has described. */
    private final Set<String> described = new HashSet<>();

    private int articles;
    private long statements;
    private int copies;
    private int aboutFamous;

    Multiply(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Looks at what is there. Copies that an earlier run made count, and are not copied again. */
    void look() {
        Log.read(bootstrapServers, CLASSIFIED, record -> {
            boolean statement = Facts.isStatement(record);
            statements += statement ? 1 : 0;
            int copy = Facts.copy(record);
            if (copy > 0) {
                copies = Math.max(copies, copy);
                aboutFamous += statement && Facts.names(record, FAMOUS) ? 1 : 0;
            } else {
                originals.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                articles += Facts.type(record).equals(Facts.CLOSED) ? 1 : 0;
            }
        });
        Log.read(bootstrapServers, PUBLICATIONS, record -> {
            if (record.value() != null
                    && Facts.copy(record) == 0
                    && Facts.type(record).equals("PublicationDescribed")) {
                descriptions
                        .computeIfAbsent(Facts.tree(record).get("id").asText(), id -> new ArrayList<>())
                        .add(record);
            }
        });
    }

    /** Appends copies until there are {@code wanted} statements; {@code famous} of them about {@link #FAMOUS}. */
    void append(long wanted, int famous) {
        if (statements == 0) {
            throw new IllegalStateException("the log has no articles yet: ingest some first");
        }
        try (Appender log = new Appender(bootstrapServers)) {
            describeFamous(log);
            for (int copy = copies + 1; statements < wanted; copy++) {
                append(log, new Renaming(copy), wanted, famous);
            }
        }
    }

    /** One copy of everything, an article as soon as it is closed; what is open when it is asked for more is left out. */
    private void append(Appender log, Renaming renaming, long wanted, int famous) {
        described.clear();
        Map<String, Facts> open = new HashMap<>();
        Log.read(bootstrapServers, originals, record -> {
            if (Facts.copy(record) > 0) {
                return true;
            }
            String article = Facts.article(record);
            switch (Facts.type(record)) {
                case Facts.WITHDRAWN -> open.remove(article);
                case Facts.CLOSED -> {
                    Facts facts = open.containsKey(article) ? open.remove(article) : new Facts();
                    facts.add(record);
                    append(log, article, facts, renaming, famous);
                }
                default -> open.computeIfAbsent(article, id -> new Facts()).add(record);
            }
            return statements < wanted;
        });
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
        if (!described.add(id)) {
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
            log.append(Facts.record(PUBLICATIONS, renamed, key, value, record, renaming.copy()));
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
                Facts.record(PUBLICATIONS, FAMOUS, value.get("source").asText() + " " + FAMOUS, value, like, 1);
        log.append(record);
    }

    long statements() {
        return statements;
    }

    int aboutFamous() {
        return aboutFamous;
    }

    int articles() {
        return articles;
    }

    /** {@code wanted} statements in the log of the line, {@code famous} of them about one work. */
    static void run(RunningLine line, long wanted, int famous) {
        long start = System.nanoTime();
        Multiply multiply = new Multiply(line.bootstrapServers());
        multiply.look();
        System.out.printf(
                "%d articles that are no copies; %d statements in the log%n",
                multiply.articles(), multiply.statements());
        multiply.append(wanted, famous);
        System.out.printf(
                "now %d statements, %d of them about %s, appended in %d s%n",
                multiply.statements(),
                multiply.aboutFamous(),
                FAMOUS,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
}
