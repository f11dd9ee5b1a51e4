/** From files, folders and archives to ingest-service, some at a time, with an exact account of what became of each. */
package org.citestream.cli.feed;
