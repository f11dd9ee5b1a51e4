package org.citestream.query.project.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.kit.deadletter.Category;
import org.citestream.kit.deadletter.Origin;
import org.citestream.kit.deadletter.Origins;
import org.citestream.kit.kafka.HeaderText;

/** Decodes bytes into facts, as deploy/contracts describes them. Thread-safe. */
public final class EventReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private static final Map<String, ObjectReader> READERS = Stream.of(
                    StatementClassified.class,
                    ReferencesListed.class,
                    ArticleClosed.class,
                    ArticleWithdrawn.class,
                    PublicationDescribed.class,
                    AliasFound.class,
                    NoticeIssued.class,
                    NoticeWithdrawn.class,
                    StatementCorrected.class,
                    CorrectionWithdrawn.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, JSON::readerFor));

    private final Origins origins;

    /** @param origins original positions of redriven records */
    public EventReader(Origins origins) {
        this.origins = origins;
    }

    /** The original position of a record. */
    public Origin origin(ConsumerRecord<byte[], byte[]> record) {
        return origins.of(record);
    }

    /**
     * Reads one record.
     *
     * @throws UnreadableException if the record must be parked
     */
    public LoggedFact<Fact> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableException {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        Origin origin = origin(record);
        return new LoggedFact<>(
                fact(record, key), key, origin.place(), origin.attempt() > 0, header(record, "traceparent"));
    }

    private static Fact fact(ConsumerRecord<byte[], byte[]> record, String key) throws UnreadableException {
        if (record.value() == null) {
            return removed(key);
        }
        String type = header(record, "type");
        ObjectReader reader = type == null ? null : READERS.get(type);
        if (reader == null) {
            throw new UnreadableException(
                    Category.UNKNOWN_TYPE,
                    type == null ? "header 'type' is missing" : "records of type '" + type + "' are not known here",
                    null);
        }
        if (UnstorableText.holdsNul(record.value())) {
            throw new UnreadableException(Category.CONTRACT, "a text contains the character U+0000", null);
        }
        try {
            return reader.readValue(record.value());
        } catch (ValueInstantiationException broken) {
            throw new UnreadableException(Category.CONTRACT, rootMessage(broken), broken);
        } catch (JsonMappingException shape) {
            throw new UnreadableException(
                    Category.UNDECODABLE, shape.getOriginalMessage() + " at " + shape.getPathReference(), shape);
        } catch (JsonProcessingException syntax) {
            throw new UnreadableException(Category.UNDECODABLE, "no JSON: " + syntax.getOriginalMessage(), syntax);
        } catch (IOException bytes) {
            throw new UnreadableException(Category.UNDECODABLE, "no JSON: " + bytes.getMessage(), bytes);
        }
    }

    private static Fact removed(String key) throws UnreadableException {
        try {
            return PublicationFactRemoved.ofKey(key);
        } catch (IllegalArgumentException broken) {
            throw new UnreadableException(Category.CONTRACT, "no value, and " + broken.getMessage(), broken);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** The storable text of a header; null if there is none. */
    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return HeaderText.of(record, name).map(UnstorableText::keepable).orElse(null);
    }
}
