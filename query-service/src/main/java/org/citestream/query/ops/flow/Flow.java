package org.citestream.query.ops.flow;

import java.time.Instant;
import java.util.List;

/**
 * The line at one moment, in the order of the data's way.
 *
 * @param stages articles, statements, classified, rows, changes
 * @param arrows what waits between each stage and the next
 * @param newestStatement id of the statement that became visible last, or null
 * @param newestAt when it became visible
 * @param journeySeconds from reading its article to seeing it; null if not known
 * @param ageSeconds since its article was read; null if not known
 */
public record Flow(
        Instant at,
        List<Stage> stages,
        List<Arrow> arrows,
        String newestStatement,
        Instant newestAt,
        Double journeySeconds,
        Long ageSeconds) {

    public Flow {
        stages = List.copyOf(stages);
        arrows = List.copyOf(arrows);
    }

    /**
     * A stage.
     *
     * @param perSecond how many a second over the last half minute; null where nobody tells
     * @param topic the topic it stands for, or null
     */
    public record Stage(String name, Double perSecond, String topic) {}

    /**
     * Between two stages.
     *
     * @param service who carries it over
     * @param group the group that reads, or null
     * @param waiting how many wait; null where nobody tells
     * @param seconds how long the oldest has waited; null if none does or it is not known
     * @param verdict one word, as of a group
     */
    public record Arrow(String service, String group, Long waiting, Long seconds, String verdict, String why) {}
}
