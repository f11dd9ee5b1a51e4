/** The records on the topics as query-service reads them: only the fields it needs, checked when read. */
package org.citestream.query.project.event;
