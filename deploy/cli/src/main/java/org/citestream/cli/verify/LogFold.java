package org.citestream.cli.verify;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The statements that the log says there are, by the rules of the contracts alone: of each statement the newest reading, and
 * within that the last record; none older than its article's last closing, none that a withdrawal reaches. Not thread-safe.
 */
final class LogFold {

    private static final ObjectReader FACTS = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Fact.class);
    private static final Map<String, Integer> TYPES = Map.of("supporting", 1, "mentioning", 2, "contrasting", 3);

    private final Set<String> parked;
    private final Map<UUID, Said> statements = new HashMap<>();
    private final Map<String, Long> closed = new HashMap<>();
    private final Map<String, Long> withdrawn = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    /** What is read of any record. */
    private record Fact(UUID id, String citing, long revision, String type) {}

    private record Said(Row row, long offset) {}

    /** @param parked records that count for nothing, since they became dead letters */
    LogFold(Set<String> parked) {
        this.parked = parked;
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        String type = header(record, "type");
        // A record that came back from the dead letters stands where it first stood.
        String topic = or(header(record, "dead-letter-topic"), record.topic());
        String partition = or(header(record, "dead-letter-partition"), Integer.toString(record.partition()));
        String offset = or(header(record, "dead-letter-offset"), Long.toString(record.offset()));
        if (type == null || record.value() == null || parked.contains(topic + "-" + partition + "@" + offset)) {
            return;
        }
        try {
            take(type, FACTS.readValue(record.value()), Long.parseLong(offset));
        } catch (IOException | NumberFormatException unreadable) {
            // Were it of use, the view would have it and not the dead letters; the comparison tells.
            return;
        }
    }

    private void take(String type, Fact fact, long offset) {
        if (fact.citing() == null) {
            return;
        }
        String citing = ids.computeIfAbsent(fact.citing(), id -> id);
        switch (type) {
            case "ArticleClosed" -> closed.merge(citing, fact.revision(), Math::max);
            case "ArticleWithdrawn" -> withdrawn.merge(citing, fact.revision(), Math::max);
            case "StatementClassified" -> {
                Said said = new Said(new Row(citing, fact.revision(), TYPES.getOrDefault(fact.type(), 0)), offset);
                statements.merge(fact.id(), said, LogFold::later);
            }
            default -> {
                return;
            }
        }
    }

    private static Said later(Said one, Said other) {
        int order = Long.compare(one.row().revision(), other.row().revision());
        return order > 0 || (order == 0 && one.offset() > other.offset()) ? one : other;
    }

    /** The last reading of an article that is closed; 0 for none. */
    long closed(String citing) {
        return closed.getOrDefault(citing, 0L);
    }

    /** Those that stand. */
    Map<UUID, Row> statements() {
        Map<UUID, Row> standing = new HashMap<>();
        statements.forEach((id, said) -> {
            Row row = said.row();
            if (row.revision() >= closed.getOrDefault(row.citing(), 0L)
                    && row.revision() > withdrawn.getOrDefault(row.citing(), 0L)) {
                standing.put(id, row);
            }
        });
        return standing;
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
