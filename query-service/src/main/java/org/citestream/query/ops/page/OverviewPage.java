package org.citestream.query.ops.page;

import java.util.List;
import org.citestream.query.ops.flow.Flow;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.survey.SurveyResult;
import org.citestream.query.ops.topic.TopicRow;

/**
 * The contents of the dashboard's first page.
 *
 * @param every seconds between two surveys
 * @param query text that shown topics and groups have in their names, or null
 * @param hidden number of rows that are not shown; a filter finds them
 */
public record OverviewPage(
        SurveyResult reading,
        double every,
        String query,
        List<TopicRow> topics,
        List<GroupRow> groups,
        int hidden,
        long openLetters,
        int incomplete) {

    public OverviewPage {
        topics = List.copyOf(topics);
        groups = List.copyOf(groups);
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
