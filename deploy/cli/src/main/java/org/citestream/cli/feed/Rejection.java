package org.citestream.cli.feed;

import java.util.Optional;

/**
 * One file that did not get in.
 *
 * @param line of the input, counted from 1, where known
 * @param column of the input, counted from 1, where known
 */
public record Rejection(String file, String reason, Optional<Integer> line, Optional<Integer> column) {

    static Rejection of(String file, String reason) {
        return new Rejection(file, reason, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        String where = line.map(
                        number -> ":" + number + column.map(c -> ":" + c).orElse(""))
                .orElse("");
        return file + where + ": " + reason;
    }
}
