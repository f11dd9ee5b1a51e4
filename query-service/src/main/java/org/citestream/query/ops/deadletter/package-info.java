/** What could not be read: why, how much of it, and what becomes of it. */
package org.citestream.query.ops.deadletter;
