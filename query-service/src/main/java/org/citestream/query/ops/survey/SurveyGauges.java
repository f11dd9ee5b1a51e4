package org.citestream.query.ops.survey;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.article.ArticleList;
import org.citestream.query.ops.flow.Flow;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.lag.PartitionLag;

/** The dashboard's lag figures as metrics, so that alerts and pages never disagree. */
@ApplicationScoped
class SurveyGauges {

    private static final String RELAY = "relay";

    private final Survey survey;
    private final MultiGauge records;
    private final MultiGauge seconds;
    private final AtomicLong waiting;

    SurveyGauges(Survey survey, ArticleList articles, OpsSettings settings, MeterRegistry registry) {
        this.survey = survey;
        Gauge.builder("citestream.articles.incomplete", () -> articles.incompleteLately(settings.rows()))
                .description("Articles with fewer rows than they announced, or open for too long; at most as many as a"
                        + " table of the dashboard shows")
                .register(registry);
        this.records = MultiGauge.builder("citestream.lag.records")
                .description("Records that a group has not read yet")
                .register(registry);
        this.seconds = MultiGauge.builder("citestream.lag.seconds")
                .description("Age of the oldest record that a group has not read; 0 when none waits")
                .register(registry);
        this.waiting = registry.gauge("citestream.changes.waiting", new AtomicLong());
    }

    void start(@Observes StartupEvent event) {
        survey.onReading(this::take);
    }

    private void take(SurveyResult reading) {
        if (reading.trouble() != null) {
            return;
        }
        List<MultiGauge.Row<?>> counts = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        for (GroupRow group : reading.groups()) {
            Map<String, Long> lag = new TreeMap<>();
            Map<String, Long> age = new TreeMap<>();
            for (PartitionLag partition : group.partitions()) {
                Long since = partition.seconds(reading.at());
                lag.merge(partition.topic(), partition.lag(), Long::sum);
                age.merge(partition.topic(), since == null ? 0 : since, Math::max);
            }
            lag.forEach((topic, count) -> counts.add(MultiGauge.Row.of(tags(group, topic), count)));
            age.forEach((topic, old) -> ages.add(MultiGauge.Row.of(tags(group, topic), old)));
        }
        records.register(counts, true);
        seconds.register(ages, true);
        reading.flow().arrows().stream()
                .filter(arrow -> arrow.service().equals(RELAY))
                .mapToLong(Flow.Arrow::waiting)
                .forEach(waiting::set);
    }

    private static Tags tags(GroupRow group, String topic) {
        return Tags.of("group", group.group(), "topic", topic);
    }
}
