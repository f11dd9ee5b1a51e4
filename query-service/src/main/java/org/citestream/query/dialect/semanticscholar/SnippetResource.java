package org.citestream.query.dialect.semanticscholar;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Semantic Scholar's search for snippets of text. */
@Path("/graph/v1/snippet")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SnippetResource {

    private static final int USUAL = 10;
    private static final int MOST = 1000;
    private static final int MOST_PAPERS = 100;
    private static final int MOST_AUTHORS = 10;
    private static final String PREFIX = "snippet.";

    @Inject
    SnippetReader snippets;

    @Inject
    WrittenPapers written;

    @GET
    @Path("search")
    @Operation(
            summary = "Citing sentences that have the words, each with its neighbors",
            description =
                    "All words must occur. paperIds, authors and what narrows a search for papers narrow this one.")
    public Response search(@Context UriInfo address) {
        GraphParameters asked = GraphParameters.of(address);
        List<String> words = BulkQuery.plain(asked.needed("query"));
        List<String> papers = asked.listed("paperIds");
        if (papers.size() > MOST_PAPERS) {
            throw GraphError.refused("Send at most " + MOST_PAPERS + " paperIds");
        }
        List<String> authors = asked.listed("authors").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        if (authors.size() > MOST_AUTHORS) {
            throw GraphError.refused("Send at most " + MOST_AUTHORS + " authors");
        }
        List<String> known =
                written.curies(papers).stream().flatMap(Optional::stream).toList();
        SnippetReader.Question question = new SnippetReader.Question(
                papers.isEmpty() || !known.isEmpty() ? words : List.of(),
                known,
                authors,
                PaperCriteria.of(asked),
                fields(asked.listed("fields")),
                asked.number("limit", USUAL, 1, MOST));
        return Response.ok(snippets.find(question)).build();
    }

    private static Set<String> fields(List<String> written) {
        Set<String> unknown = new TreeSet<>();
        written.stream()
                .filter(field -> !field.startsWith(PREFIX) || !SnippetReader.FIELDS.contains(part(field)))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw GraphError.refused("Unrecognized or unsupported fields: " + unknown);
        }
        return written.stream().map(SnippetResource::part).collect(Collectors.toSet());
    }

    private static String part(String field) {
        return field.substring(PREFIX.length());
    }
}
