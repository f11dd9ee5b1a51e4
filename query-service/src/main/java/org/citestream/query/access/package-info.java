/** Who may write: keys out of a file that all services read, sessions of browsers, loopback while there are no keys. */
package org.citestream.query.access;
