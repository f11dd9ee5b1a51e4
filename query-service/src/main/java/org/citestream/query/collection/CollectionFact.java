package org.citestream.query.collection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A record of {@code citations.collections.v1}: the latest of a key is what holds, none is what was deleted. */
sealed interface CollectionFact {

    /** Counts the changes of what the key names. */
    long revision();

    /** The key of the record. */
    String key();

    /** What is known of a collection, its works apart. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CollectionDescribed(
            UUID collection,
            String name,
            String description,
            String owner,
            boolean open,
            UUID readLink,
            UUID editLink,
            Instant createdAt,
            Instant changedAt,
            long revision)
            implements CollectionFact {

        public CollectionDescribed {
            present("collection", collection);
            present("name", name);
            present("description", description);
            present("owner", owner);
            present("readLink", readLink);
            present("editLink", editLink);
            present("createdAt", createdAt);
            present("changedAt", changedAt);
        }

        @Override
        public String key() {
            return keyOf(collection);
        }

        static String keyOf(UUID collection) {
            return collection.toString();
        }
    }

    /**
     * A work in a collection.
     *
     * @param work CURIE
     * @param title as the list gave it; absent if it gave none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WorkCollected(
            UUID collection, String work, String title, String note, List<String> tags, Instant addedAt, long revision)
            implements CollectionFact {

        public WorkCollected {
            present("collection", collection);
            present("work", work);
            present("note", note);
            present("addedAt", addedAt);
            tags = tags == null ? List.of() : List.copyOf(tags);
        }

        @Override
        public String key() {
            return keyOf(collection, work);
        }

        static String keyOf(UUID collection, String work) {
            return collection + " " + work;
        }
    }

    /** How facts are written and read; fields that later versions add are ignored. */
    JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** The value of the record. */
    default byte[] value() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact can always be written", e);
        }
    }

    /**
     * The fact in a value.
     *
     * @throws IOException if it is none, or of a type that is not known
     */
    static CollectionFact read(String type, byte[] value) throws IOException {
        try {
            return switch (type) {
                case "CollectionDescribed" -> JSON.readValue(value, CollectionDescribed.class);
                case "WorkCollected" -> JSON.readValue(value, WorkCollected.class);
                default -> throw new IOException("the type '" + type + "' is not known");
            };
        } catch (IllegalArgumentException incomplete) {
            throw new IOException(incomplete);
        }
    }

    private static void present(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
