package org.citestream.query.ops.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.flow.Flow;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.topic.TopicRow;

/**
 * What the last look saw.
 *
 * @param number of the look, from 1
 * @param took how long it took
 * @param flow null before the first look
 * @param trouble why the newest look failed, for people; null if it did not. The rest is then what was seen before
 */
public record SurveyResult(
        long number,
        Instant at,
        Duration took,
        Flow flow,
        List<TopicRow> topics,
        List<GroupRow> groups,
        String trouble) {

    /** Before the first look. */
    static final SurveyResult NONE =
            new SurveyResult(0, Instant.EPOCH, Duration.ZERO, null, List.of(), List.of(), "Asking broker and database");

    public SurveyResult {
        topics = List.copyOf(topics);
        groups = List.copyOf(groups);
    }

    SurveyResult withTrouble(String what) {
        return new SurveyResult(number + 1, at, took, flow, topics, groups, what);
    }
}
