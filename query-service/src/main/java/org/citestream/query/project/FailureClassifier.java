package org.citestream.query.project;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;

/** Classifies the errors of the projection, in one place. */
enum FailureClassifier {
    /** The database or the broker is unreachable or busy: retry in place, nothing is lost. */
    RETRY,
    /** The database cannot store the content of one of the records: find it and park it. */
    PARK,
    /** A bug of ours, or a log that lost records: stop. */
    STOP;

    /** Connection lost, resources, cancelled or shut down, deadlock and serialization, locks, input and output. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53", "57", "40", "58");

    /** Data exceptions, and limits that a value exceeds. */
    private static final Set<String> DATA_CLASSES = Set.of("22", "54");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    static FailureClassifier of(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return ofSql(sql);
        }
        // Not every KafkaException: most of them do not go away by waiting.
        return failure instanceof RetriableException || failure instanceof TimeoutException ? RETRY : STOP;
    }

    private static FailureClassifier ofSql(SQLException failure) {
        String state = failure.getSQLState();
        if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
            return RETRY;
        }
        if (state == null) {
            // The pool's own errors carry no state: it could not give a connection in time.
            return RETRY;
        }
        if (state.equals(LOCK_NOT_AVAILABLE) || TRANSIENT_CLASSES.contains(state.substring(0, 2))) {
            return RETRY;
        }
        return DATA_CLASSES.contains(state.substring(0, 2)) ? PARK : STOP;
    }
}
