package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.PublicUrl;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.collection.WorkCollections;
import org.citestream.query.mcp.answer.CollectionNames;

/** The collections that are open to everybody. */
@Singleton
@ToolDescription(
        name = "list_collections",
        title = "List collections",
        description =
                "Named lists of works that people made in this index and opened to everybody, the last changed first. One that was"
                        + " shared by a link is read by that link with read_collection.",
        answer = CollectionNames.class)
record CollectionsTool(WorkCollections collections, PublicUrl url) implements McpTool {

    @Override
    public InputSchema input() {
        return new InputSchema();
    }

    @Override
    public Object call(Arguments given) {
        List<WorkCollection> open = collections.open();
        Map<UUID, Long> sizes =
                collections.sizes(open.stream().map(one -> one.id).toList());
        return new CollectionNames(open.stream()
                .map(one -> new CollectionNames.NamedCollection(
                        one.id.toString(),
                        one.name,
                        one.description.isEmpty() ? null : one.description,
                        sizes.getOrDefault(one.id, 0L),
                        url.of("/collections/" + one.id)))
                .toList());
    }
}
