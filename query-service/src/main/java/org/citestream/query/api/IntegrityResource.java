package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citestream.query.http.Paging;
import org.citestream.query.integrity.BoardAnswers.BoardFigures;
import org.citestream.query.integrity.BoardAnswers.BoardList;
import org.citestream.query.integrity.BoardFile;
import org.citestream.query.integrity.BoardFilter;
import org.citestream.query.integrity.IntegrityBoard;
import org.citestream.query.integrity.IntegritySettings;
import org.citestream.query.problem.BadParameterException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who builds on retracted, withdrawn or doubted works: each count of sentences is the total of the statements behind it. */
@Path("/api/v1/integrity")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class IntegrityResource {

    private static final String CSV = "text/csv";
    private static final List<String> OF_PAGES = List.of("limit", "offset", "format");

    @Inject
    IntegrityBoard board;

    @Inject
    IntegritySettings settings;

    @GET
    @Operation(
            summary = "How much of what was read here rests on retracted, withdrawn or doubted works",
            description =
                    "With the definition of each figure. Years, journals and publishers are those of the citing articles.")
    public BoardFigures figures(@Context UriInfo address) {
        return board.figures(filter(address, List.of()));
    }

    @GET
    @Path("articles")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(summary = "Articles that cite doubted works, the most such references first")
    public Response articles(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(address, headers, List.of(), board::articles, BoardFile::articles);
    }

    @GET
    @Path("second-order")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(summary = "Works that cite articles that cite doubted works, the most such references first")
    public Response secondOrder(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(address, headers, List.of(), board::secondOrder, BoardFile::secondOrder);
    }

    @GET
    @Path("journals")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(summary = "Journals by the share of their articles that cite a doubted work")
    public Response journals(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(address, headers, List.of(), board::journals, BoardFile::sources);
    }

    @GET
    @Path("publishers")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(summary = "Publishers by the share of their articles that cite a doubted work")
    public Response publishers(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(address, headers, List.of(), board::publishers, BoardFile::sources);
    }

    @GET
    @Path("notices")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Notices on works that are cited here, the newest first, and whom they touch",
            description = "Those that were taken back are among them, with when and why; they touch nobody any more.")
    public Response notices(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(address, headers, List.of(), board::notices, BoardFile::notices);
    }

    @GET
    @Path("statements")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "The sentences behind a figure",
            description =
                    "made=after has those of works published after a notice, admits=no those that do not acknowledge it;"
                            + " level=second with citing has those in which a work at second order cites what it rests on.")
    public Response statements(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(address, headers, BoardFilter.OF_STATEMENTS, board::statements, BoardFile::statements);
    }

    private interface BoardPart<T> {
        BoardList<T> list(BoardFilter filter, int limit, int offset);
    }

    private <T> Response answer(
            UriInfo address,
            HttpHeaders headers,
            List<String> more,
            BoardPart<T> listed,
            Function<List<T>, String> file) {
        Paging paging = Paging.of(address, settings.entries());
        BoardList<T> list = listed.list(
                filter(address, Stream.concat(more.stream(), OF_PAGES.stream()).toList()),
                paging.limit(),
                paging.offset());
        Response.ResponseBuilder answer = isCsv(address, headers)
                ? Response.ok(file.apply(list.entries()), MediaType.valueOf(CSV).withCharset("UTF-8"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"integrity.csv\"")
                        .header("Citestream-Total", list.total())
                : Response.ok(list, MediaType.APPLICATION_JSON_TYPE);
        return answer.build();
    }

    private static BoardFilter filter(UriInfo address, List<String> more) {
        for (String name : address.getQueryParameters().keySet()) {
            if (!BoardFilter.OF_LISTS.contains(name) && !more.contains(name)) {
                throw new BadParameterException(
                        name,
                        "not known here; use "
                                + String.join(
                                        ", ",
                                        Stream.concat(BoardFilter.OF_LISTS.stream(), more.stream())
                                                .toList()));
            }
        }
        return BoardFilter.parse(address.getQueryParameters());
    }

    private static boolean isCsv(UriInfo address, HttpHeaders headers) {
        String format = address.getQueryParameters().getFirst("format");
        if (format == null) {
            MediaType first = headers.getAcceptableMediaTypes().get(0);
            return !first.isCompatible(MediaType.APPLICATION_JSON_TYPE) && first.isCompatible(MediaType.valueOf(CSV));
        }
        if (!format.equals("json") && !format.equals("csv")) {
            throw new BadParameterException("format", "'%s' is not a valid format; use json or csv".formatted(format));
        }
        return format.equals("csv");
    }
}
