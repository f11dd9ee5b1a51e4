package org.citestream.kit.deadletter;

import java.util.Arrays;
import java.util.Optional;

/** Why a record could not be used, as a word that headers carry and metrics count; the one list for all services. */
public enum Category {
    UNDECODABLE("undecodable", "The bytes are not what they claim to be: no JSON, or not of the record's shape"),
    CONTRACT("contract", "Readable, but a field breaks the contract: missing, out of range or of the wrong kind"),
    UNKNOWN_TYPE("unknown-type", "A kind of record that this version does not know; newer software may"),
    DATA("data", "The database cannot hold what it says"),
    SKIPPED("skipped", "The projection stopped at it, and an operator ordered it to be skipped"),
    CONTROL("control", "Not an order that loops know; they go on as they were");

    private final String wireName;
    private final String meaning;

    Category(String wireName, String meaning) {
        this.wireName = wireName;
        this.meaning = meaning;
    }

    /** As headers and metrics name it. */
    public String wireName() {
        return wireName;
    }

    /** What it means, for whoever reads the dead letters. */
    public String meaning() {
        return meaning;
    }

    /** The category of that name, or empty: a record may come from newer software. */
    public static Optional<Category> named(String wireName) {
        return Arrays.stream(values())
                .filter(category -> category.wireName.equals(wireName))
                .findFirst();
    }
}
