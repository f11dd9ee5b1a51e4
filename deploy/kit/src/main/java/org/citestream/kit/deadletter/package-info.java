/** Records that a loop cannot use: set aside with the reason in their headers, and known again when they come back. */
package org.citestream.kit.deadletter;
