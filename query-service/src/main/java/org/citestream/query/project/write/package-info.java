/** Turns a batch of facts into rows: each class here is one step of the projection's single transaction. */
package org.citestream.query.project.write;
