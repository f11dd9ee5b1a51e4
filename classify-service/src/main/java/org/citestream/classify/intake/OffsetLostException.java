package org.citestream.classify.intake;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The log no longer holds the records that come next; going on would lose them silently. */
public final class OffsetLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OffsetLostException(Map<TopicPartition, Long> offsets) {
        super("the log no longer holds what comes next: " + offsets
                + "; restore the topic, or reset the group's offsets on purpose");
    }
}
