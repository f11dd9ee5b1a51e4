package org.citestream.query.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Words as foreign clients mean them, without any syntax of our search. Stateless. */
public final class PlainWords {

    private PlainWords() {}

    /** The runs of letters and digits of a text, in lower case, so that no word is an operator. */
    public static Stream<String> of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty());
    }
}
