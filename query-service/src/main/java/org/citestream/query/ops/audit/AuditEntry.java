package org.citestream.query.ops.audit;

import java.time.Instant;

/**
 * An action of a person.
 *
 * @param who name of the key
 * @param action e.g. pause, redrive, discard, rebuild
 * @param target what it was applied to
 * @param detail counts and reasons, for people
 */
public record AuditEntry(long id, Instant at, String who, String action, String target, String detail) {}
