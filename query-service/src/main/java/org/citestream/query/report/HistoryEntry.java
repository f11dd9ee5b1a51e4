package org.citestream.query.report;

/**
 * Something that happened to a statement; absent fields say nothing.
 *
 * @param at UTC, RFC 3339
 * @param what added, changed, removed, proposed, confirmed, accepted, withdrawn or moved
 * @param by who said so, for what people do
 * @param from the type before
 * @param to the type after, or the proposed one
 * @param why the reason given
 * @param cause for what the line did: article, model, identity, withdrawal or rebuild
 * @param correction id of the correction it belongs to
 */
public record HistoryEntry(
        String at, String what, String by, String from, String to, String why, String cause, String correction) {}
