package org.citestream.kit.deadletter;

/**
 * A record's original position and how often it was parked, as given by the headers that dead letters carry and a
 * redrive keeps; {@link Origins} reads them.
 *
 * @param attempt how often it was parked before; 0 for a record that comes for the first time
 */
public record Origin(Place place, int attempt) {

    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";
    public static final String ATTEMPT = "dead-letter-attempt";
}
