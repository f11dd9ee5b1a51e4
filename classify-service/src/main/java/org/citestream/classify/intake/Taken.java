package org.citestream.classify.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.classify.decide.Statement;

/** A record taken from the log, read as far as the line needs it. */
public sealed interface Taken {

    ConsumerRecord<byte[], byte[]> record();

    /** A statement to decide; {@code fact} is everything the event said, unknown fields included. */
    record StatementTaken(ConsumerRecord<byte[], byte[]> record, ObjectNode fact, Statement statement)
            implements Taken {
        public StatementTaken {
            requireNonNull(record, "record");
            requireNonNull(fact, "fact");
            requireNonNull(statement, "statement");
        }
    }

    /** Another fact of the article, passed on as it is. */
    record FactTaken(ConsumerRecord<byte[], byte[]> record) implements Taken {
        public FactTaken {
            requireNonNull(record, "record");
        }
    }

    /** What cannot be read; set aside. */
    record Unreadable(ConsumerRecord<byte[], byte[]> record, Category category, Exception cause) implements Taken {
        public Unreadable {
            requireNonNull(record, "record");
            requireNonNull(category, "category");
            requireNonNull(cause, "cause");
        }
    }

    /** Why a record was set aside. */
    enum Category {
        /** The bytes are not JSON. */
        UNDECODABLE("undecodable"),
        /** JSON, but not what the contract says. */
        CONTRACT("contract"),
        /** An event type nobody told us of. */
        UNKNOWN_TYPE("unknown-type");

        private final String word;

        Category(String word) {
            this.word = word;
        }

        /** The word used in headers and metrics. */
        public String word() {
            return word;
        }
    }
}
