package org.citestream.query.ops.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.flow.Flow;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.topic.TopicRow;

/**
 * The result of a survey.
 *
 * @param number number of the survey, from 1
 * @param took how long the survey took
 * @param flow null before the first survey
 * @param trouble why the newest survey failed, for people; null if it did not. The other fields are then those of the
 *     survey before
 */
public record SurveyResult(
        long number,
        Instant at,
        Duration took,
        Flow flow,
        List<TopicRow> topics,
        List<GroupRow> groups,
        String trouble) {

    /** The state before the first survey. */
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
