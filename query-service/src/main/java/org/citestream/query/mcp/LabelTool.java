package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.citestream.query.PublicUrl;
import org.citestream.query.api.StatementResource;
import org.citestream.query.mcp.answer.LabelExplanation;
import org.citestream.query.mcp.answer.Quote;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.report.StatementPage;
import org.citestream.query.web.Explanation;
import org.citestream.query.web.StatementCard;

/** Why a statement has its label. */
@Singleton
@ToolDescription(
        name = "explain_label",
        title = "Explain a label",
        description =
                "Why a statement counts as supporting, mentioning or contrasting: the words that decided, the probability of"
                        + " each type, the model, and what people corrected. Ask before you rest a conclusion on one statement.",
        answer = LabelExplanation.class)
record LabelTool(StatementResource statements, PublicUrl url) implements McpTool {

    private static final String STATEMENT = "statement";

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text(STATEMENT, "Id of the statement, as in its permalink")
                .required(STATEMENT);
    }

    @Override
    public Object call(Arguments given) {
        return read(given.text(STATEMENT)
                .orElseThrow(() -> new BadParameterException(STATEMENT, "is missing; give the id that a quote has")));
    }

    /**
     * The explanation of the statement with this id.
     *
     * @throws ProblemException 404 if there never was one, 410 if it is gone
     */
    LabelExplanation read(String id) {
        StatementPage page = statements.statement(id);
        ShownStatement said = page.statement();
        StatementCard card = StatementCard.of(said, null);
        return new LabelExplanation(
                Quote.of(said, page.citing(), page.cited(), 0, url),
                card.explanation() == null
                        ? List.of()
                        : card.explanation().sentences().stream()
                                .map(LabelTool::sentence)
                                .toList(),
                card.reasons().stream()
                        .map(reason -> new LabelExplanation.LabelReason(
                                reason.words(), reason.what(), reason.weight(), reason.toward()))
                        .toList(),
                said.scores() == null
                        ? null
                        : new LabelExplanation.Probabilities(
                                said.scores().supporting(),
                                said.scores().mentioning(),
                                said.scores().contrasting()),
                said.threshold(),
                said.machineType(),
                page.history().stream()
                        .map(event -> new LabelExplanation.LabelEvent(
                                event.at(),
                                event.what(),
                                event.by(),
                                event.from(),
                                event.to(),
                                event.why(),
                                event.cause()))
                        .toList());
    }

    private static String sentence(Explanation.ExplanationSentence sentence) {
        return sentence.pieces().stream()
                .map(piece -> piece.quoted() ? "“" + piece.text() + "”" : piece.text())
                .collect(Collectors.joining());
    }
}
