package org.citestream.query.web.live;

/**
 * A statement that came in.
 *
 * @param sequence place in the public order of changes
 * @param at when, ISO 8601
 */
public record Arrival(
        long sequence,
        String statement,
        String type,
        String section,
        String text,
        String citing,
        String citingTitle,
        String cited,
        String citedTitle,
        String at) {}
