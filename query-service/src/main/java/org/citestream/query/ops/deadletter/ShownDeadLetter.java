package org.citestream.query.ops.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record that a loop could not read.
 *
 * @param group consumer group of the loop
 * @param origin original position of the record, as topic-partition@offset
 * @param category one word, for counting
 * @param reason a sentence
 * @param article the citing article named in its header, or null
 * @param revision the reading named in its header, or null
 * @param attempt how often it was parked
 * @param state open, redriven or discarded
 * @param by who decided, or null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter")
public record ShownDeadLetter(
        LetterPlace place,
        String group,
        String origin,
        String category,
        String reason,
        String article,
        Long revision,
        String type,
        int attempt,
        int bytes,
        Instant at,
        String state,
        String by,
        String why,
        Instant decidedAt) {}
