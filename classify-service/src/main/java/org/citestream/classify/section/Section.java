package org.citestream.classify.section;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where in an article a statement stands. Unknown is the absence of a value, never a sixth constant. */
public enum Section {
    INTRODUCTION(0),
    METHODS(1),
    RESULTS(2),
    DISCUSSION(3),
    OTHER(4);

    private final int number;

    Section(int number) {
        this.number = number;
    }

    /** Its number in models, from 0: part of the model, never to be changed. */
    public int number() {
        return number;
    }

    /** The section of a number; empty for any other. */
    public static Optional<Section> of(int number) {
        return Arrays.stream(values())
                .filter(section -> section.number == number)
                .findFirst();
    }

    /** The word used in events and answers: the constant's name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
