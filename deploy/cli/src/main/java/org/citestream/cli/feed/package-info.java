/** From files, folders and archives to ingest-service, a few at a time, with an exact result for each. */
package org.citestream.cli.feed;
