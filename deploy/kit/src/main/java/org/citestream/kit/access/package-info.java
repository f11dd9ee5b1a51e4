/** Who may write: the file of keys that all services read, tokens of an issuer, and requests of this machine while there is neither. */
package org.citestream.kit.access;
