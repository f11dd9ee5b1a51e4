package org.citestream.query.ops.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.lag.Series;

/** Tracks the pipeline from survey to survey. Not thread-safe. */
public final class FlowTracker {

    public static final String STATEMENTS = "citations.statements.v1";
    public static final String CLASSIFIED = "citations.classified.v1";
    public static final String CHANGES = "citations.changes.v1";
    private static final Duration RATE_OVER = Duration.ofSeconds(30);
    private static final String CLASSIFY = "citestream.classify";
    private static final String PROJECTION = "citestream.projection";

    private enum CountedFigure {
        ARTICLES,
        STATEMENTS,
        CLASSIFIED,
        ROWS,
        CHANGES
    }

    private final MeterRegistry meters;
    private final Map<CountedFigure, Series> series = new EnumMap<>(CountedFigure.class);

    public FlowTracker(MeterRegistry meters, int history) {
        this.meters = meters;
        for (CountedFigure counted : CountedFigure.values()) {
            series.put(counted, new Series(history));
        }
    }

    /**
     * The figures of one survey.
     *
     * @param written records written so far to the topics of statements and of classified ones
     * @param projected classified records that have become rows
     * @param sequence number of the last change
     * @param unnumbered changes without a number yet
     * @param unpublished changes that the topic has not acknowledged
     */
    public record Figures(
            long written,
            long classified,
            long projected,
            long sequence,
            long unnumbered,
            long unpublished,
            String newest,
            Instant newestAt,
            Instant newestRead) {}

    public Flow flow(Instant now, Figures figures, List<GroupRow> groups) {
        series.get(CountedFigure.ARTICLES).add(now, articles());
        series.get(CountedFigure.STATEMENTS).add(now, figures.written());
        series.get(CountedFigure.CLASSIFIED).add(now, figures.classified());
        series.get(CountedFigure.ROWS).add(now, figures.projected());
        series.get(CountedFigure.CHANGES).add(now, figures.sequence());
        return new Flow(
                now,
                List.of(
                        new Flow.Stage("articles", rate(CountedFigure.ARTICLES), null),
                        new Flow.Stage("statements", rate(CountedFigure.STATEMENTS), STATEMENTS),
                        new Flow.Stage("classified", rate(CountedFigure.CLASSIFIED), CLASSIFIED),
                        new Flow.Stage("rows", rate(CountedFigure.ROWS), null),
                        new Flow.Stage("changes", rate(CountedFigure.CHANGES), CHANGES)),
                List.of(
                        new Flow.Arrow("ingest", null, null, null, "ok", "answers once the log has an article whole"),
                        arrow("classify", CLASSIFY, STATEMENTS, groups),
                        arrow("projection", PROJECTION, CLASSIFIED, groups),
                        new Flow.Arrow(
                                "relay",
                                null,
                                figures.unnumbered() + figures.unpublished(),
                                null,
                                "ok",
                                "%,d without a number, %,d not on the topic yet"
                                        .formatted(figures.unnumbered(), figures.unpublished()))),
                figures.newest(),
                figures.newestAt(),
                journey(figures),
                figures.newestRead() == null
                        ? null
                        : Duration.between(figures.newestRead(), now).toSeconds());
    }

    private static Double journey(Figures figures) {
        if (figures.newestAt() == null || figures.newestRead() == null) {
            return null;
        }
        return Math.max(
                0, Duration.between(figures.newestRead(), figures.newestAt()).toMillis() / 1000.0);
    }

    private static Flow.Arrow arrow(String service, String group, String topic, List<GroupRow> groups) {
        return groups.stream()
                .filter(row -> row.group().equals(group))
                .findFirst()
                .map(row -> new Flow.Arrow(
                        service,
                        group,
                        row.partitions().stream()
                                .filter(lag -> lag.topic().equals(topic))
                                .mapToLong(lag -> lag.lag())
                                .sum(),
                        row.seconds(),
                        row.verdict(),
                        row.why()))
                .orElse(new Flow.Arrow(service, group, null, null, "stopped", "no such consumer group"));
    }

    private double rate(CountedFigure counted) {
        return series.get(counted).rate(RATE_OVER);
    }

    /**
     * Closings that this instance has projected, because counting articles otherwise would mean reading everything.
     */
    private long articles() {
        return (long)
                Search.in(meters).name("citestream.projection.facts").tag("type", "ArticleClosed").counters().stream()
                        .mapToDouble(counter -> counter.count())
                        .sum();
    }
}
