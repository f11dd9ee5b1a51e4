package org.citestream.query.ops.flow;

import java.time.Instant;
import java.util.List;

/**
 * The pipeline at one moment, in the order of the data flow.
 *
 * @param stages articles, statements, classified, rows, changes
 * @param arrows the backlog between each stage and the next
 * @param newestStatement id of the statement that became visible last, or null
 * @param newestAt when it became visible
 * @param journeySeconds from reading its article to its visibility; null if not known
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
     * @param perSecond rate per second over the last half minute; null if unknown
     * @param topic the stage's topic, or null
     */
    public record Stage(String name, Double perSecond, String topic) {}

    /**
     * The step between two stages.
     *
     * @param service the service that does the step
     * @param group the group that reads, or null
     * @param waiting number of waiting records; null if unknown
     * @param seconds age of the oldest waiting record; null if none waits or it is not known
     * @param verdict the verdict of its group in one word
     */
    public record Arrow(String service, String group, Long waiting, Long seconds, String verdict, String why) {}
}
