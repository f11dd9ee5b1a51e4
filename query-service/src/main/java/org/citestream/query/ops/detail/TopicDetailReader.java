package org.citestream.query.ops.detail;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.citestream.query.ops.cluster.ClusterDescriber;
import org.citestream.query.ops.cluster.DescribedTopic;
import org.citestream.query.ops.message.MessageReader;
import org.citestream.query.ops.message.Schemas;
import org.citestream.query.ops.survey.Survey;
import org.citestream.query.ops.topic.TopicRow;
import org.citestream.query.problem.ProblemException;

/** Puts together what is known of a topic. Thread-safe. */
@Singleton
public record TopicDetailReader(ClusterDescriber cluster, Survey survey, MessageReader messages) {

    /**
     * The topic of that name.
     *
     * @throws ProblemException 404 if there is none, 503 if the broker does not answer
     */
    public TopicDetail of(String name) throws InterruptedException {
        TopicRow summary = survey.last().topics().stream()
                .filter(row -> row.topic().equals(name))
                .findFirst()
                .orElse(null);
        DescribedTopic topic = (name.startsWith("__") ? Optional.<DescribedTopic>empty() : cluster.topic(name))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no topic '%s'; /api/v1/ops/topics lists them".formatted(name)));
        return new TopicDetail(
                topic,
                summary,
                Schemas.ofTopic(name),
                survey.oddTimes(name),
                summary == null ? List.of() : summary.hour(),
                messages.mayRead(name));
    }
}
