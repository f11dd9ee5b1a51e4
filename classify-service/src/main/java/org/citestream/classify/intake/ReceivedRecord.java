package org.citestream.classify.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.classify.decide.Statement;
import org.citestream.kit.deadletter.Category;

/** A record taken from the log, read as far as the line needs it. */
public sealed interface ReceivedRecord {

    ConsumerRecord<byte[], byte[]> record();

    /** A statement to decide; {@code fact} is everything the event said, unknown fields included. */
    record ReceivedStatement(ConsumerRecord<byte[], byte[]> record, ObjectNode fact, Statement statement)
            implements ReceivedRecord {
        public ReceivedStatement {
            requireNonNull(record, "record");
            requireNonNull(fact, "fact");
            requireNonNull(statement, "statement");
        }
    }

    /** Another fact of the article, passed on as it is. */
    record ReceivedFact(ConsumerRecord<byte[], byte[]> record) implements ReceivedRecord {
        public ReceivedFact {
            requireNonNull(record, "record");
        }
    }

    /** What cannot be read; set aside. */
    record Unreadable(ConsumerRecord<byte[], byte[]> record, Category category, Exception cause)
            implements ReceivedRecord {
        public Unreadable {
            requireNonNull(record, "record");
            requireNonNull(category, "category");
            requireNonNull(cause, "cause");
        }
    }
}
