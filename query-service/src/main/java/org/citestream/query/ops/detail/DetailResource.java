package org.citestream.query.ops.detail;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.alarm.FiringAlerts;
import org.citestream.query.ops.alarm.PrometheusAlerts;
import org.citestream.query.ops.cluster.ClusterDescriber;
import org.citestream.query.ops.cluster.DescribedBroker;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.lag.Series;
import org.citestream.query.ops.survey.Survey;
import org.citestream.query.ops.survey.SurveyResult;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One topic, one group, the brokers, and alerts that fire. */
@Path("/api/v1/ops")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DetailResource {

    @Inject
    TopicDetailReader topics;

    @Inject
    ClusterDescriber cluster;

    @Inject
    Survey survey;

    @Inject
    PrometheusAlerts alerts;

    @GET
    @Path("topics/{topic}")
    @Operation(
            summary =
                    "One topic: partitions with leader, replicas and offsets, settings, consumer groups, schemas, last hour")
    public TopicDetail topic(@PathParam("topic") String topic) throws InterruptedException {
        return topics.of(topic);
    }

    /** A group with its lag over the last hour. */
    public record GroupAnswer(Instant at, String trouble, GroupRow group, List<Series.Sample> hour) {}

    @GET
    @Path("consumers/{group}")
    @Operation(summary = "One consumer group: lag by partition, members, time to clear, last hour")
    public GroupAnswer group(@PathParam("group") String group) {
        SurveyResult reading = survey.last();
        GroupRow row = survey.group(group)
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no consumer group '%s'; /api/v1/ops/consumers lists them".formatted(group)));
        return new GroupAnswer(reading.at(), reading.trouble(), row, row.hour());
    }

    public record BrokersAnswer(List<DescribedBroker> brokers) {}

    @GET
    @Path("brokers")
    @Operation(summary = "Brokers: what they keep and lead, which of them is the controller")
    public BrokersAnswer brokers() throws InterruptedException {
        return new BrokersAnswer(cluster.brokers());
    }

    @GET
    @Path("brokers/{id}")
    @Operation(summary = "One broker: its disks, what it keeps of each topic, its settings")
    public DescribedBroker.Whole broker(@PathParam("id") String id) throws InterruptedException {
        return cluster.broker(OpsParameters.small("id", id))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no broker %s; /api/v1/ops/brokers lists them".formatted(id)));
    }

    @GET
    @Path("alerts")
    @Operation(summary = "Alerts that fire by the rules of deploy/prometheus, as Prometheus reports them")
    public FiringAlerts alerts() {
        return alerts.lately();
    }
}
