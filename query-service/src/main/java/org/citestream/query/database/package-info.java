/** Reading the database: connections, snapshots, leadership. */
package org.citestream.query.database;
