/** Dead letters: why records could not be read, how many, and what is done about them. */
package org.citestream.query.ops.deadletter;
