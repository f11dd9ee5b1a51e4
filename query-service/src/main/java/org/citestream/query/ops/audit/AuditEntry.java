package org.citestream.query.ops.audit;

import java.time.Instant;

/**
 * Something that a person did.
 *
 * @param who name of the key
 * @param action e.g. pause, redrive, discard, rebuild
 * @param target what it was done to
 * @param detail counts and reasons, for people
 */
public record AuditEntry(long id, Instant at, String who, String action, String target, String detail) {}
