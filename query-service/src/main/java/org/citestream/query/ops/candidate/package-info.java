/** What a candidate model would change: its labels beside those in force. */
package org.citestream.query.ops.candidate;
