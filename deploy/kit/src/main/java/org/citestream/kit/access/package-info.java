/** Who may write: the file of keys that all services read, and requests of this machine while there is none. */
package org.citestream.kit.access;
