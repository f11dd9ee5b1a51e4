/** A batch of facts becomes rows: every class here is one step of the projection's single transaction. */
package org.citestream.query.project.write;
