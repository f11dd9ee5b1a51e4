package org.citestream.query.ops.page;

import java.util.List;
import org.citestream.query.ops.alarm.FiringAlerts;
import org.citestream.query.ops.flow.Flow;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.survey.SurveyResult;
import org.citestream.query.ops.topic.TopicRow;

/**
 * The contents of the dashboard's first page.
 *
 * @param every seconds between two surveys
 * @param query text that shown topics and groups have in their names, or null
 * @param alerts what fires by the alert rules
 * @param hidden number of rows that are not shown; a filter finds them
 */
public record OverviewPage(
        SurveyResult reading,
        double every,
        String query,
        List<TopicRow> topics,
        List<GroupRow> groups,
        FiringAlerts alerts,
        int hidden,
        long openLetters,
        int incomplete) {

    public OverviewPage {
        topics = List.copyOf(topics);
        groups = List.copyOf(groups);
    }

    /** Whether only some topics and groups are asked for. */
    public boolean filtered() {
        return query != null;
    }

    /** The topics that have a row of their own: with anything in them, or asked for. */
    public List<TopicRow> shown() {
        return topics.stream().filter(row -> filtered() || !isIdle(row)).toList();
    }

    /** Topics for dead letters and redrives that hold nothing, as they should. */
    public List<TopicRow> idle() {
        return filtered()
                ? List.of()
                : topics.stream().filter(OverviewPage::isIdle).toList();
    }

    private static boolean isIdle(TopicRow row) {
        return row.records() == 0
                && (row.topic().startsWith("dlq.") || row.topic().startsWith("redrive."));
    }

    /** Stages, each with the arrow to the next; the last has none. */
    public List<Step> steps() {
        Flow flow = reading.flow();
        if (flow == null) {
            return List.of();
        }
        List<Step> steps = new java.util.ArrayList<>();
        for (int i = 0; i < flow.stages().size(); i++) {
            steps.add(new Step(
                    flow.stages().get(i),
                    i < flow.arrows().size() ? flow.arrows().get(i) : null));
        }
        return steps;
    }

    /** A stage and the arrow after it, or null. */
    public record Step(Flow.Stage stage, Flow.Arrow arrow) {}
}
