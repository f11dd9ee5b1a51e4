/**
 * Entry points for articles: HTTP upload, archive stream, inbox folder. Unreadable files are set aside with the reason.
 */
package org.citestream.ingest.arrival;
