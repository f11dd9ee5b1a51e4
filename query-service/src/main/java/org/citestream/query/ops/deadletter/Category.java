package org.citestream.query.ops.deadletter;

import java.util.Map;

/** What the words of categories mean to a person. */
final class Category {

    private static final Map<String, String> MEANINGS = Map.of(
            "undecodable", "The bytes are not what they claim to be: no JSON, or not of the record's shape",
            "contract", "Readable, but a field breaks the contract: missing, out of range or of the wrong kind",
            "unknown-type", "A kind of record that this version does not know; newer software may",
            "data", "The database cannot hold what it says",
            "skipped", "The projection stopped at it, and an operator ordered it to be skipped",
            "control", "Not an order that loops know; they go on as they were");

    private Category() {}

    static String meaning(String category) {
        return MEANINGS.getOrDefault(category, "The loop that read it could not use it");
    }
}
