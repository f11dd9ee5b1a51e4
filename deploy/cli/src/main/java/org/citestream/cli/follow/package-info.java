/** Reads {@code citations.changes.v1}: the example of a consumer, and what {@code deploy/citestream follow} runs. */
package org.citestream.cli.follow;
