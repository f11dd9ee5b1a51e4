package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citestream.query.PublicUrl;
import org.citestream.query.collection.CollectedWorkRow;
import org.citestream.query.collection.CollectionAccess;
import org.citestream.query.collection.CollectionContent;
import org.citestream.query.collection.CollectionOrder;
import org.citestream.query.collection.CollectionOrder.CollectionSort;
import org.citestream.query.collection.CollectionPart;
import org.citestream.query.collection.CollectionReader;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.mcp.answer.CollectionSummary;
import org.citestream.query.mcp.answer.CollectionSummary.CollectedEntry;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.mcp.answer.TypeCounts;
import org.citestream.query.problem.BadParameterException;

/** A collection that is open, or that a link opens. */
@Singleton
@ToolDescription(
        name = "read_collection",
        title = "Read a collection",
        description =
                "A named list of works: how they are cited together and each, which have editorial notices, and the notes and tags"
                        + " that people gave them.",
        answer = CollectionSummary.class)
record CollectionTool(CollectionAccess access, CollectionReader reader, McpSettings settings, PublicUrl url)
        implements McpTool {

    private static final String COLLECTION = "collection";
    private static final String ORDER = "order";
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";
    private static final int FURTHEST = 100_000;
    private static final Pattern LINK =
            Pattern.compile("^(?:.*/collections/)?([0-9a-fA-F-]{36})(?:\\?(?:.*&)?t=([\\w.-]+))?$");

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text(COLLECTION, "Its id, or the whole link that was shared")
                .choice(
                        ORDER,
                        "Order of the works; by default the last added first",
                        Stream.of(CollectionOrder.values())
                                .map(CollectionOrder::parameter)
                                .toList())
                .number(LIMIT, "Maximum number of works", 1, settings.references())
                .number(OFFSET, "How many are skipped", 0, FURTHEST)
                .required(COLLECTION);
    }

    @Override
    public Object call(Arguments given) {
        String written = given.text(COLLECTION)
                .orElseThrow(() -> new BadParameterException(COLLECTION, "is missing; give its id or its link"));
        Matcher link = LINK.matcher(written);
        WorkCollection collection =
                access.openForAnybody(link.matches() ? link.group(1) : written, link.matches() ? link.group(2) : null);
        int limit = given.number(LIMIT, settings.references(), 1, settings.references());
        int offset = given.number(OFFSET, 0, 0, FURTHEST);
        CollectionContent content = reader.content(
                collection.id,
                new CollectionPart(CollectionSort.of(given.text(ORDER).orElse(null)), "", limit, offset));
        int next = offset + limit;
        return new CollectionSummary(
                collection.name,
                collection.description.isEmpty() ? null : collection.description,
                content.works(),
                TypeCounts.of(content.tally()),
                content.noticed().stream()
                        .map(one -> NamedWork.of(one.work(), one.notices(), url))
                        .toList(),
                entries(content.listed()),
                next < content.matching() ? next : null,
                Coverage.ofList(content.known(), content.works()));
    }

    private List<CollectedEntry> entries(List<CollectedWorkRow> rows) {
        return rows.stream()
                .map(row -> new CollectedEntry(
                        row.id(),
                        Optional.ofNullable(row.work())
                                .map(work -> NamedWork.of(work, url))
                                .orElse(null),
                        TypeCounts.of(row.tally()),
                        row.note().isEmpty() ? null : row.note(),
                        row.tags()))
                .toList();
    }
}
