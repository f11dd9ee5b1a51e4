package org.citestream.classify.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citestream.classify.decide.Span;

/**
 * A hand-written check of {@code StatementExtracted.schema.json}, because a schema validator on every record would cost
 * more than the decision. A test holds it against the schema. Unknown fields and unknown words are let through.
 */
final class StatementContract {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PUBLICATION =
            Pattern.compile("(doi:10\\.\\S+|pmid:[1-9][0-9]*|pmcid:PMC[0-9]+|arxiv:\\S+|ref:[0-9a-f]{64})");

    private StatementContract() {}

    /** What every fact of an article must say. */
    static void checkFact(JsonNode fact) {
        if (!fact.isObject()) {
            throw new ContractException("the value must be a JSON object");
        }
        matching(fact, "citing", PUBLICATION);
        atLeast(fact, "revision", 1);
    }

    static void checkStatement(ObjectNode fact) {
        checkFact(fact);
        matching(fact, "id", ID);
        matching(fact, "cited", PUBLICATION);
        text(fact, "referenceKey");
        if (text(fact, "text").isEmpty()) {
            throw new ContractException("text must not be empty");
        }
        atLeast(fact, "mentions", 1);
        atLeast(fact, "groupSize", 1);
        atLeast(fact, "ordinal", 0);
        text(fact, "position");
        text(fact, "extractor");
        if (!fact.path("impliedByRange").isBoolean()) {
            throw new ContractException("impliedByRange must be true or false");
        }
        if (!fact.path("relationship").path("kind").isTextual()) {
            throw new ContractException("relationship must have a kind");
        }
        markers(fact);
        headingPath(fact);
        optional(fact, "before");
        optional(fact, "after");
        optional(fact, "secType");
        optional(fact, "language");
    }

    static List<Span> markers(ObjectNode fact) {
        JsonNode markers = fact.path("markers");
        if (!markers.isArray()) {
            throw new ContractException("markers must be a list");
        }
        var spans = new ArrayList<Span>(markers.size());
        for (JsonNode marker : markers) {
            JsonNode start = marker.path(0);
            JsonNode end = marker.path(1);
            if (marker.size() != 2
                    || !start.canConvertToInt()
                    || !end.canConvertToInt()
                    || start.intValue() < 0
                    || end.intValue() < start.intValue()) {
                throw new ContractException("a marker must be [start, end], 0 <= start <= end");
            }
            spans.add(new Span(start.intValue(), end.intValue()));
        }
        return spans;
    }

    static List<String> headingPath(ObjectNode fact) {
        JsonNode path = fact.path("headingPath");
        if (!path.isArray()) {
            throw new ContractException("headingPath must be a list");
        }
        var headings = new ArrayList<String>(path.size());
        for (JsonNode heading : path) {
            if (!heading.isTextual()) {
                throw new ContractException("headingPath must hold words only");
            }
            headings.add(heading.textValue());
        }
        return headings;
    }

    static Optional<String> optional(ObjectNode fact, String field) {
        JsonNode value = fact.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new ContractException(field + " must be text or absent");
        }
        return Optional.of(value.textValue());
    }

    static String text(JsonNode fact, String field) {
        JsonNode value = fact.path(field);
        if (!value.isTextual()) {
            throw new ContractException(field + (value.isMissingNode() ? " is missing" : " must be text"));
        }
        return value.textValue();
    }

    private static void matching(JsonNode fact, String field, Pattern pattern) {
        if (!pattern.matcher(text(fact, field)).matches()) {
            throw new ContractException(field + " is not such an id");
        }
    }

    private static void atLeast(JsonNode fact, String field, int least) {
        JsonNode value = fact.path(field);
        if (!value.isIntegralNumber() || value.longValue() < least) {
            throw new ContractException(field + " must be a whole number of at least " + least);
        }
    }
}
