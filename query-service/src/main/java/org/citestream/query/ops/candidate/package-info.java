/** What a candidate model would change: its labels beside those that count. */
package org.citestream.query.ops.candidate;
