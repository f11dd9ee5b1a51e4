/** Article → citation statements: sentences, marker ranges, ids. Pure. */
package org.citestream.ingest.statement;
