package org.citestream.query.publication;

import java.util.List;
import java.util.Map;

/** The names under which works print one person or organisation. Stateless. */
public final class PrintedNames {

    private PrintedNames() {}

    /** The most frequent first, of equals the fullest: the first is what it is called. */
    public static List<String> byUse(Map<String, Long> uses) {
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(use -> -use.getKey().length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
