package org.citestream.query.ops.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Scope;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.cluster.ClusterDescriber;
import org.citestream.query.ops.detail.TopicDetail;
import org.citestream.query.ops.detail.TopicDetailReader;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.loop.Loops;
import org.citestream.query.ops.survey.Survey;
import org.citestream.query.problem.ProblemException;

/** A page per topic, per consumer group and per broker. */
@Path("/ops")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DetailPages {

    @Inject
    TopicDetailReader topics;

    @Inject
    ClusterDescriber cluster;

    @Inject
    Survey survey;

    @Inject
    Loops loops;

    @Inject
    Caller caller;

    @GET
    @Path("topics/{topic}")
    public TemplateInstance topic(@PathParam("topic") String topic) throws InterruptedException {
        TopicDetail detail = topics.of(topic);
        return OpsTemplates.topic(detail, HourPlot.ofGrowth("Records written per second", detail.hour()));
    }

    @GET
    @Path("consumers/{group}")
    public TemplateInstance group(@PathParam("group") String group, @QueryParam("done") String done) {
        GroupRow row = survey.group(group)
                .orElseThrow(() -> ProblemException.notFound("There is no consumer group '%s'".formatted(group)));
        return OpsTemplates.group(
                row,
                HourPlot.ofValues("Records waiting", row.hour()),
                loops.all().stream()
                        .filter(loop -> loop.group().equals(group))
                        .findFirst()
                        .orElse(null),
                caller.may(Scope.OPERATE),
                done);
    }

    @GET
    @Path("brokers")
    public TemplateInstance brokers() throws InterruptedException {
        return OpsTemplates.brokers(cluster.brokers());
    }

    @GET
    @Path("brokers/{id}")
    public TemplateInstance broker(@PathParam("id") String id) throws InterruptedException {
        return OpsTemplates.broker(cluster.broker(OpsParameters.small("id", id))
                .orElseThrow(() -> ProblemException.notFound("There is no broker " + id)));
    }
}
