package org.citestream.query.ops.page;

import java.util.List;
import org.citestream.query.ops.flow.Flow;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.survey.SurveyResult;
import org.citestream.query.ops.topic.TopicRow;

/**
 * What the first page of the dashboard shows.
 *
 * @param every seconds between two looks
 * @param query part of the names of the topics and groups that are shown, or null
 * @param hidden rows that are not shown: a filter finds them
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

    /** Stages with the arrow that leads on from each; the last leads nowhere. */
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

    /** A stage and the arrow behind it, or null. */
    public record Step(Flow.Stage stage, Flow.Arrow arrow) {}
}
