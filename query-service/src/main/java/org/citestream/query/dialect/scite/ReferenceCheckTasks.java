package org.citestream.query.dialect.scite;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citestream.kit.problem.Problem;
import org.citestream.query.check.CheckReport;
import org.citestream.query.check.CheckTask;
import org.citestream.query.check.CheckedReference;
import org.citestream.query.tally.Tally;

/** Reference checks as scite's clients read them. Thread-safe. */
@Singleton
record ReferenceCheckTasks(PaperReader papers, TallyReader tallies) {

    private static final int STEPS = 2;

    /**
     * A task: all but its status and info come once it has succeeded, {@code error} once it has failed.
     *
     * @param status PENDING, STARTED, SUCCESS, FAILURE or CANCELLED
     * @param papers works that the references lead to, by DOI, with {@code retracted} and their notices
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReferenceCheckTask(
            String status,
            TaskInfo info,
            TaskResult result,
            Map<String, Paper> papers,
            Map<String, SciteTally> tallies,
            SciteTally overallTally,
            String error) {}

    record TaskInfo(String description, int step, int totalSteps) {}

    /** @param filetype the format that the manuscript was read as; scite's own are pdf and docx */
    record TaskResult(String source, Map<String, Object> metadata, String filetype, List<ListedCitation> citations) {}

    /**
     * A reference of the list that leads to a work with a DOI.
     *
     * @param snippet the reference as the list has it: the manuscript's sentences are not kept
     * @param refLocation how the list names it
     */
    record ListedCitation(String source, String target, String snippet, String refLocation) {}

    ReferenceCheckTask of(CheckTask task) {
        CheckReport report = task.report().orElse(null);
        if (report == null) {
            String error = task.problem().map(Problem::detail).orElse(null);
            return new ReferenceCheckTask(status(task), info(task), null, null, null, null, error);
        }
        List<String> dois = report.checked().stream()
                .map(ReferenceCheckTasks::doi)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Tally> sums = tallies.sums(dois);
        return new ReferenceCheckTask(
                status(task),
                info(task),
                new TaskResult(
                        task.id(),
                        Map.of(),
                        report.format().wireName(),
                        report.checked().stream()
                                .filter(one -> doi(one) != null)
                                .map(one -> new ListedCitation(
                                        task.id(),
                                        doi(one),
                                        one.given(),
                                        one.label() == null ? Integer.toString(one.number()) : one.label()))
                                .toList()),
                papers.papers(dois),
                tallies.tallies(dois),
                SciteTally.of(null, sums.values().stream().reduce(Tally.NONE, Tally::plus)),
                null);
    }

    private static String doi(CheckedReference one) {
        return one.work() == null ? null : one.work().doi();
    }

    private static TaskInfo info(CheckTask task) {
        boolean read = task.references() > 0;
        return new TaskInfo(
                read ? "%d of %d references checked".formatted(task.checked(), task.references()) : "reading the list",
                read ? STEPS : 1,
                STEPS);
    }

    private static String status(CheckTask task) {
        return switch (task.state()) {
            case WAITING -> "PENDING";
            case RUNNING -> "STARTED";
            case DONE -> "SUCCESS";
            case FAILED -> "FAILURE";
            case CANCELLED -> "CANCELLED";
        };
    }
}
