package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.PublicUrl;
import org.citestream.query.http.PathId;
import org.citestream.query.mcp.IndexedWorks.IndexedWork;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.mcp.answer.TypeCounts;
import org.citestream.query.mcp.answer.WorkTallies;

/** How works are cited, many at once. */
@Singleton
@ToolDescription(
        name = "get_tally",
        title = "Get tallies",
        description =
                "How many statements support, mention and contrast each of several works, and how many works in this index"
                        + " cite it. The quickest look at a list of works.",
        answer = WorkTallies.class)
record TallyTool(IndexedWorks held, McpSettings settings, PublicUrl url) implements McpTool {

    private static final String IDS = "ids";

    @Override
    public InputSchema input() {
        return new InputSchema()
                .texts(IDS, "The works. " + InputSchema.ID, settings.references())
                .required(IDS);
    }

    @Override
    public Object call(Arguments given) {
        Map<String, String> asked = new LinkedHashMap<>();
        given.needed(IDS, settings.references()).forEach(written -> asked.putIfAbsent(PathId.curie(written), written));
        Map<String, IndexedWork> known = held.find(asked.keySet());
        List<WorkTallies.NamedTally> works = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        asked.forEach((curie, written) -> {
            IndexedWork one = known.get(curie);
            if (one == null) {
                unknown.add(written);
            } else {
                works.add(new WorkTallies.NamedTally(
                        written,
                        NamedWork.of(one.work(), url),
                        TypeCounts.of(one.tally()),
                        Coverage.ofWork(
                                one.tally().citingPublications(), one.tally().total())));
            }
        });
        return new WorkTallies(works, unknown, Coverage.ofList(works.size(), asked.size()));
    }
}
