package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.citestream.kit.problem.Problem;
import org.citestream.query.article.Withdrawal;
import org.citestream.query.article.WithdrawalReader;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.report.HistoryEntry;
import org.citestream.query.report.HistoryReader;
import org.citestream.query.report.Removal;
import org.citestream.query.report.StatementPage;
import org.citestream.query.report.StatementPages;
import org.citestream.query.vocabulary.Cause;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Single statements by their permanent ids. */
@Path("/api/v1/statements")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class StatementResource {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Inject
    StatementPages statements;

    @Inject
    HistoryReader history;

    @Inject
    WithdrawalReader withdrawals;

    @GET
    @Path("{id}")
    @Operation(summary = "A statement with its provenance and history")
    @APIResponse(responseCode = "200", description = "The statement")
    @APIResponse(responseCode = "404", description = "Statement not found")
    @APIResponse(responseCode = "410", description = "The statement was removed; the detail says why")
    public StatementPage statement(@PathParam("id") String written) {
        UUID id = id(written);
        return statements.read(id).orElseThrow(() -> gone(id));
    }

    /** What happened to one statement. */
    public record History(UUID statement, List<HistoryEntry> history) {}

    @GET
    @Path("{id}/history")
    @Operation(
            summary = "The public history of a statement, gone ones included",
            description =
                    "What people proposed, confirmed, accepted and withdrew, and what the line did, oldest first.")
    @APIResponse(responseCode = "404", description = "Statement not found")
    public History history(@PathParam("id") String written) {
        UUID id = id(written);
        List<HistoryEntry> entries = history.read(id);
        if (entries.isEmpty() && statements.read(id).isEmpty()) {
            throw ProblemException.notFound("Statement '%s' not found".formatted(id));
        }
        return new History(id, entries);
    }

    private static UUID id(String written) {
        if (!ID.matcher(written).matches()) {
            throw ProblemException.notFound(
                    "'%s' is not a valid statement id; it has the form 219159db-dc00-0967-cc59-c9709525a816"
                            .formatted(written));
        }
        return UUID.fromString(written);
    }

    private ProblemException gone(UUID id) {
        return statements
                .removal(id)
                .map(this::gone)
                .orElseGet(() -> ProblemException.notFound("Statement '%s' not found".formatted(id)));
    }

    /** By whom and why, if it was removed with its article. */
    private ProblemException gone(Removal removal) {
        Optional<Withdrawal> withdrawal =
                removal.citing() != null && Cause.WITHDRAWAL.wireName().equals(removal.cause())
                        ? withdrawals.of(removal.citing())
                        : Optional.empty();
        String detail = withdrawal
                .map(its -> "The statement was removed with its article %s, %s".formatted(its.article(), its.words()))
                .orElseGet(
                        () -> "The statement was removed on %s (cause: %s)".formatted(removal.at(), removal.cause()));
        return new ProblemException(Problem.of(410, "Gone", detail));
    }
}
