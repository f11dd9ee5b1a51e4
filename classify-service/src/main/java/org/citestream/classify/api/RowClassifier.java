package org.citestream.classify.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.ExplainingClassifier;
import org.citestream.classify.decide.SafeClassifier;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.publish.ClassifiedWriter;
import org.citestream.classify.section.SectionTagger;
import org.citestream.classify.train.GroupSize;
import org.citestream.classify.train.LabelledFile;

/**
 * Answers a row {@code {text, before?, after?, heading?, headingPath?, secType?, groupSize?, position?, cite?}} with the same row and what the
 * model says of it. Here {@code type} is the most probable class even where the line would publish {@code unclassified};
 * {@code abstained} tells. Safe for use by several threads.
 */
public final class RowClassifier {

    private final Classifier classifier;
    private final Function<Statement, Decision> explaining;
    private final SectionTagger sections = new SectionTagger();

    public RowClassifier(Classifier classifier) {
        this.classifier = new SafeClassifier(classifier);
        this.explaining = classifier instanceof ExplainingClassifier able ? able::explain : this.classifier::decide;
    }

    /**
     * A new tree; the row is left as it is.
     *
     * @throws IllegalArgumentException saying which field is wrong and what it must be
     */
    public ObjectNode classify(JsonNode row) {
        Statement statement = statement(row);
        return answer(row, statement, classifier.decide(statement));
    }

    /**
     * The same, but the encoder is asked in any case and its words are the evidence; the field {@code model.encoder}
     * tells whether there is one.
     */
    public ObjectNode explain(JsonNode row) {
        Statement statement = statement(row);
        return answer(row, statement, explaining.apply(statement));
    }

    private ObjectNode answer(JsonNode row, Statement statement, Decision decision) {
        ObjectNode out = row.deepCopy();
        // Always present, so that answers can be read as columns, whatever the row held under these names.
        out.putNull("intent");
        out.putNull("section");
        out.put("type", decision.mostProbable().word());
        out.put("abstained", decision.abstained());
        ClassifiedWriter.verdict(out, decision, statement.section(), classifier);
        return out;
    }

    /** The statement in a row. */
    private Statement statement(JsonNode row) {
        if (!row.isObject()) {
            throw new IllegalArgumentException("a row must be a JSON object");
        }
        if (!row.path("text").isTextual()) {
            throw new IllegalArgumentException("text must be a string");
        }
        String text = row.path("text").textValue();
        List<Span> cites = LabelledFile.cites(text, row.path("cite"));
        List<String> path = headings(row);
        return new Statement(
                text,
                optional(row, "before").orElse(""),
                optional(row, "after").orElse(""),
                cites,
                path,
                sections.section(optional(row, "secType"), path),
                row.path("groupSize").isInt() ? row.path("groupSize").intValue() : GroupSize.of(text, cites),
                optional(row, "position").orElse("body"),
                optional(row, "language"));
    }

    private static List<String> headings(JsonNode row) {
        var path = new ArrayList<String>();
        // Labelled sets call it "path".
        row.path(row.path("headingPath").isArray() ? "headingPath" : "path")
                .forEach(heading -> path.add(heading.asText()));
        if (path.isEmpty()) {
            // The labelled sets call the raw heading "section".
            optional(row, "heading").or(() -> optional(row, "section")).ifPresent(path::add);
        }
        return path;
    }

    private static Optional<String> optional(JsonNode row, String field) {
        JsonNode value = row.path(field);
        // Published sets write NaN where a heading is missing.
        if (value.isMissingNode() || value.isNull() || (value.isDouble() && Double.isNaN(value.doubleValue()))) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be a string");
        }
        return Optional.of(value.textValue());
    }
}
