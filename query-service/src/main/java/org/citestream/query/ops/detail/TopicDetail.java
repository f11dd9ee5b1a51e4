package org.citestream.query.ops.detail;

import java.util.List;
import org.citestream.query.ops.cluster.DescribedTopic;
import org.citestream.query.ops.lag.Series;
import org.citestream.query.ops.message.Schemas;
import org.citestream.query.ops.survey.OddTimes;
import org.citestream.query.ops.topic.TopicRow;

/**
 * A topic whole.
 *
 * @param topic its partitions and settings, as the broker tells them now
 * @param summary as the last look saw it
 * @param types what its records are, with their schemas; empty where the contracts do not say
 * @param oddTimes records of it whose time tells nothing
 * @param hour where it ended over the last hour, the oldest first: the difference is what was written
 * @param readable whether its messages may be read here
 */
public record TopicDetail(
        DescribedTopic topic,
        TopicRow summary,
        List<Schemas.RecordType> types,
        OddTimes oddTimes,
        List<Series.Sample> hour,
        boolean readable) {

    public TopicDetail {
        types = List.copyOf(types);
        hour = List.copyOf(hour);
    }
}
