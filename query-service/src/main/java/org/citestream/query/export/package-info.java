/** What people and programs take away: statements in many formats, streamed from one moment. Knows no HTTP. */
package org.citestream.query.export;
