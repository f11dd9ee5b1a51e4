package org.citestream.classify.intake;

/** Names that follow from a group's name. */
public final class Names {

    private Names() {}

    /** Where a group sets aside what it cannot read of a topic. */
    public static String deadLetters(String group, String topic) {
        return "dlq." + group + "." + topic;
    }

    /** Where set-aside records come back to a group. */
    public static String redrive(String group) {
        return "redrive." + group;
    }
}
