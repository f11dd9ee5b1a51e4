package org.citestream.query.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** What a check can find. A reference has one of the first four, and any of the others. */
public enum FindingKind {
    /** The index has the work as the list gives it. */
    AS_GIVEN("as-given", "Found as given"),
    /** The index has the work, and some of what the list says of it is different there. */
    DIFFERS("differs", "Found, but differs"),
    /** The id leads to a work that the reference does not describe. */
    OTHER_WORK("other-work", "The identifier is another work's"),
    /** Nothing in the index fits; it may exist all the same. */
    NOT_FOUND("not-found", "Not found in this index"),
    RETRACTED("retracted", "Retracted"),
    WITHDRAWN("withdrawn", "Withdrawn"),
    CONCERN("concern", "Expression of concern"),
    /** There is a correction or an erratum. */
    CORRECTED("corrected", "Corrected"),
    /** Others report evidence that disagrees. */
    CONTRASTED("contrasted", "Contrasted by others"),
    /** The list has it and the text does not cite it. */
    NOT_CITED("not-cited", "Never cited in the text"),
    /** The text cites it and the list does not have it; of the list as a whole. */
    NOT_LISTED("not-listed", "Cited but not listed");

    private final String wireName;
    private final String words;

    FindingKind(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    /** Its name in answers and addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** What pages call it. */
    public String words() {
        return words;
    }

    /** Whether a reader of the list should not rely on the reference as it stands. */
    public boolean warns() {
        return this == OTHER_WORK || this == RETRACTED || this == WITHDRAWN || this == CONCERN;
    }

    /** All names, in the order of a report. */
    public static List<String> names() {
        return Arrays.stream(values()).map(FindingKind::wireName).toList();
    }

    /** What a notice of this kind is for a reader of the list. */
    static FindingKind ofNotice(String kind) {
        return switch (kind) {
            case "retraction" -> RETRACTED;
            case "withdrawal" -> WITHDRAWN;
            case "expression-of-concern" -> CONCERN;
            default -> CORRECTED;
        };
    }
}
