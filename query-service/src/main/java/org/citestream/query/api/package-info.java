/** Our own HTTP API: every route below /api/v1 but those of the dashboard, which stand beside what they show (ops). */
package org.citestream.query.api;
