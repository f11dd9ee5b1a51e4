package org.citestream.query.project.generation;

/**
 * One build of the view from the log.
 *
 * @param number from 1
 */
public record Generation(int number) {

    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("a generation's number starts at 1, not " + number);
        }
    }

    /** The schema that holds its tables. */
    public String schema() {
        return "view_" + number;
    }
}
