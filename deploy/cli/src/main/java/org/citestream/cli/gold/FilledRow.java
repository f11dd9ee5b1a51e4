package org.citestream.cli.gold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.citestream.cli.Json;

/** A label joined to its statement, in the form that {@code train}, {@code evaluate} and {@code classify} read. */
final class FilledRow {

    /** Stratum and source of rows that people corrected; all others are of the gold set. */
    static final String CORRECTIONS = "corrections";

    private FilledRow() {}

    /**
     * One row.
     *
     * @param statement as {@code extract} prints it
     */
    static ObjectNode of(GoldLabel label, JsonNode statement) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("source", label.stratum().equals(CORRECTIONS) ? CORRECTIONS : "gold");
        row.put("split", label.split());
        row.put("id", label.id());
        row.put("citing", label.citing());
        row.put("stratum", label.stratum());
        row.put("text", statement.path("text").asText());
        row.putArray("cite").add(label.start()).add(label.end());
        copy(statement, "before", row);
        copy(statement, "after", row);
        headings(statement.path("headingPath"), row);
        copy(statement, "secType", row);
        copy(statement, "position", row);
        copy(statement, "groupSize", row);
        row.put("label", label.type());
        row.put("stance", label.type());
        label.intent().ifPresent(intent -> row.put("intent", intent));
        label.sure().ifPresent(sure -> row.put("sure", sure));
        label.second().ifPresent(second -> row.put("second", second));
        label.licence().ifPresent(licence -> row.put("licence", licence));
        return row;
    }

    private static void copy(JsonNode statement, String field, ObjectNode row) {
        if (statement.has(field)) {
            row.set(field, statement.get(field));
        }
    }

    private static void headings(JsonNode path, ObjectNode row) {
        if (!path.isEmpty()) {
            row.set("section", path.get(path.size() - 1));
            ArrayNode copy = row.putArray("path");
            path.forEach(copy::add);
        }
    }
}
