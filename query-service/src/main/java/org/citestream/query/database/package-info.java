/** Reading the database: connections, snapshots, who leads. */
package org.citestream.query.database;
