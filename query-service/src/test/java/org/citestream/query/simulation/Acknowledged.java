package org.citestream.query.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citestream.kit.deadletter.Place;
import org.citestream.query.project.event.ArticleFact;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.write.NaiveFold;

/** What the broker acknowledged, in order: all that the checker goes by. */
final class Acknowledged {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private final SimulatedBroker broker;
    private final List<LoggedFact<Fact>> facts = new ArrayList<>();
    private final Set<String> unreadable = new TreeSet<>();

    Acknowledged(SimulatedBroker broker) {
        this.broker = broker;
    }

    /** Sends a fact to the topic that its place names. */
    void send(LoggedFact<Fact> entry) {
        Fact fact = entry.fact();
        TopicPartition partition = new TopicPartition(
                "citations." + entry.place().topic() + ".v1", entry.place().partition());
        RecordHeaders headers = new RecordHeaders();
        headers.add("type", bytes(fact.getClass().getSimpleName()));
        if (fact instanceof ArticleFact article) {
            headers.add("article", bytes(article.citing()));
        }
        byte[] value = fact instanceof PublicationFactRemoved ? null : json(fact);
        long offset = broker.append(partition, bytes(entry.key()), value, headers);
        facts.add(new LoggedFact<>(
                fact, entry.key(), new Place(partition.topic(), partition.partition(), offset), false, null));
    }

    /** Sends what nobody can read. */
    void sendUnreadable(TopicPartition partition) {
        long offset = broker.append(partition, bytes(UUID.nameUUIDFromBytes(new byte[0]) + ""), bytes("{"), headers());
        unreadable.add(partition.topic() + " " + partition.partition() + " " + offset);
    }

    private static RecordHeaders headers() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("type", bytes("StatementClassified"));
        return headers;
    }

    /** What the plain rules make of all. */
    NaiveFold fold() {
        return fold(Map.of());
    }

    /** What the plain rules make of what stands before these offsets; of a partition that is not named, of all. */
    NaiveFold fold(Map<TopicPartition, Long> ends) {
        NaiveFold fold = new NaiveFold();
        for (LoggedFact<Fact> entry : facts) {
            Place place = entry.place();
            long end = ends.getOrDefault(new TopicPartition(place.topic(), place.partition()), Long.MAX_VALUE);
            if (place.offset() < end) {
                fold.apply(entry);
            }
        }
        return fold;
    }

    /** Places of what nobody can read. */
    Set<String> unreadable() {
        return unreadable;
    }

    private static byte[] json(Fact fact) {
        try {
            return JSON.writeValueAsBytes(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
