/** What query-service reads of the records on the topics: only the fields it needs, checked when read. */
package org.citestream.query.project.event;
