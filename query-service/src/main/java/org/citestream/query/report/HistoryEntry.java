package org.citestream.query.report;

/**
 * An event in a statement's history; absent fields do not apply.
 *
 * @param at UTC, RFC 3339
 * @param what added, changed, removed, proposed, confirmed, accepted, withdrawn or moved
 * @param by who did it, for actions of people
 * @param from the type before
 * @param to the type after, or the proposed one
 * @param why the reason given
 * @param cause for automatic changes: article, model, identity, withdrawal or rebuild
 * @param correction id of the correction it belongs to
 */
public record HistoryEntry(
        String at, String what, String by, String from, String to, String why, String cause, String correction) {}
