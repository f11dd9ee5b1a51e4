/** Editorial notices that arrive in lists rather than in articles: the Retraction Watch data set. */
package org.citestream.ingest.arrival.notice;
