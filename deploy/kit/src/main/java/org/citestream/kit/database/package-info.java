/** The one room for questions to the database over many rows: named parameters in, records out. */
package org.citestream.kit.database;
