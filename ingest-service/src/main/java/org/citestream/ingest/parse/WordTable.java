package org.citestream.ingest.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables of a vocabulary: on each line a value, then the words that mean it. */
final class WordTable {
    private WordTable() {}

    /**
     * The values by their words.
     *
     * @throws IllegalArgumentException for a value that there is not, or a word that stands twice
     */
    static <E extends Enum<E>> Map<String, E> of(Class<E> values, String table) {
        Map<String, E> byWord = new HashMap<>();
        table.lines().map(line -> List.of(line.split(" ", -1))).forEach(line -> {
            E value = Enum.valueOf(values, line.get(0));
            for (String word : line.subList(1, line.size())) {
                if (byWord.put(word, value) != null) {
                    throw new IllegalArgumentException(word + " stands twice");
                }
            }
        });
        return Map.copyOf(byWord);
    }
}
