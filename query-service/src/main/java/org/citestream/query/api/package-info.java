/**
 * Our own HTTP API: every route below /api/v1 except those of the dashboard, which are in ops beside what they show.
 */
package org.citestream.query.api;
