/** Who may write: keys from a file that all services read, browser sessions, and loopback while there are no keys. */
package org.citestream.query.access;
