/**
 * The reference check: a list of references in, and for each what the index knows of it and what differs. Readers of the
 * formats make {@link GivenReference}s, {@link Comparison} holds one against one work, {@link ReferenceChecker} finds the
 * work. Nothing of a list is stored, and nothing outside the index is asked.
 */
package org.citestream.query.check;
