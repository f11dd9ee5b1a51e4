package org.citestream.query.ops.survey;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.audit.AuditEntry;
import org.citestream.query.ops.audit.AuditLog;
import org.citestream.query.ops.flow.Flow;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.group.MemberRow;
import org.citestream.query.ops.lag.ClearTime;
import org.citestream.query.ops.lag.PartitionLag;
import org.citestream.query.ops.topic.TopicRow;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The dashboard's data as JSON: each answer is the last survey, with its time. */
@Path("/api/v1/ops")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class OpsResource {

    private static final int AUDIT_PAGE = 500;

    @Inject
    Survey survey;

    @Inject
    SurveyStream stream;

    @Inject
    AuditLog audit;

    @Inject
    OpsSettings settings;

    /** The flow. {@code trouble}: why the newest survey failed; absent if it did not. */
    public record FlowAnswer(
            Instant at, double everySeconds, double tookSeconds, int topics, int groups, Flow flow, String trouble) {}

    /** All topics as of the last survey. {@code trouble}: why the newest survey failed; absent if it did not. */
    public record TopicsAnswer(Instant at, String trouble, List<TopicRow> topics) {}

    /**
     * The lag of all groups as of the last survey. {@code trouble}: why the newest survey failed; absent if it did not.
     */
    public record LagAnswer(Instant at, String trouble, List<GroupLag> groups) {}

    /** A group's lag, in total and by partition. */
    public record GroupLag(
            String group,
            long lag,
            Long seconds,
            String verdict,
            String why,
            String trend,
            ClearTime clear,
            boolean storedElsewhere,
            List<PartitionLag> partitions) {}

    /**
     * The members of all groups as of the last survey. {@code trouble}: why the newest survey failed; absent if it did not.
     */
    public record ConsumersAnswer(Instant at, String trouble, List<GroupMembers> groups) {}

    /** The members of a group. */
    public record GroupMembers(
            String group,
            String state,
            Instant lastCommit,
            Integer rebalances,
            Instant lastRebalance,
            List<MemberRow> members) {}

    @GET
    @Path("flow")
    @Operation(summary = "The line: rate of each stage, what waits between them, age of the newest statement")
    public FlowAnswer flow() {
        return flow(survey.last());
    }

    private FlowAnswer flow(SurveyResult reading) {
        return new FlowAnswer(
                reading.at(),
                settings.every().toMillis() / 1000.0,
                reading.took().toMillis() / 1000.0,
                reading.topics().size(),
                reading.groups().size(),
                reading.flow(),
                reading.trouble());
    }

    @GET
    @Path("topics")
    @Operation(summary = "Topics: size, rate, retention, newest record, lag of each group that reads them")
    public TopicsAnswer topics() {
        SurveyResult reading = survey.last();
        return new TopicsAnswer(reading.at(), reading.trouble(), reading.topics());
    }

    @GET
    @Path("lag")
    @Operation(
            summary = "Lag of each group, as count and as time, with a verdict",
            description = "Lag is the end of the log less what was committed, as Kafka's own tools count it. A"
                    + " partition without a commit counts from its first record. The projection's position is that"
                    + " of the database (storedElsewhere), of which its commits are a copy.")
    public LagAnswer lag(@QueryParam("group") String group) {
        SurveyResult reading = survey.last();
        return new LagAnswer(
                reading.at(),
                reading.trouble(),
                reading.groups().stream()
                        .filter(row -> group == null || row.group().equals(group))
                        .map(OpsResource::lag)
                        .toList());
    }

    private static GroupLag lag(GroupRow row) {
        return new GroupLag(
                row.group(),
                row.lag(),
                row.seconds(),
                row.verdict(),
                row.why(),
                row.trend(),
                row.clear(),
                row.storedElsewhere(),
                row.partitions());
    }

    @GET
    @Path("consumers")
    @Operation(summary = "Members of each group, what they read, when they last asked for records, rebalances")
    public ConsumersAnswer consumers() {
        SurveyResult reading = survey.last();
        return new ConsumersAnswer(
                reading.at(),
                reading.trouble(),
                reading.groups().stream()
                        .map(row -> new GroupMembers(
                                row.group(),
                                row.state(),
                                row.lastCommit(),
                                row.rebalances(),
                                row.lastRebalance(),
                                row.members()))
                        .toList());
    }

    /** The newest first; pass {@code next} as {@code before} for more. */
    public record AuditAnswer(List<AuditEntry> entries, Long next) {}

    @GET
    @Path("audit")
    @Operation(summary = "The audit log, newest first")
    public AuditAnswer audit(@QueryParam("before") String before, @QueryParam("limit") String limit) {
        Long last = OpsParameters.number("before", before);
        int most = OpsParameters.limit(limit, settings.rows(), AUDIT_PAGE);
        List<AuditEntry> entries = audit.read(last == null ? Long.MAX_VALUE : last, most);
        return new AuditAnswer(
                entries,
                entries.size() < most ? null : entries.get(entries.size() - 1).id());
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The flow after every look, as server-sent events named look")
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        return stream.readings().map(reading -> sse.newEventBuilder()
                .id(Long.toString(reading.number()))
                .name("look")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(FlowAnswer.class, flow(reading))
                .build());
    }
}
