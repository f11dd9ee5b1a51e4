/** The one place for queries over many rows: named parameters in, records out. */
package org.citestream.kit.database;
