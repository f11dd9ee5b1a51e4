package org.citestream.query.correction;

import java.util.UUID;
import org.citestream.query.vocabulary.CitationType;

/**
 * A statement that somebody wants to correct.
 *
 * @param partition the partition in every topic that is keyed by statement
 * @param type the label in force
 */
record Target(UUID id, int partition, String citing, String cited, String text, CitationType type) {}
