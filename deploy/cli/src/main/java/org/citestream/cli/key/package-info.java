/** Who may write: the file of keys in the data directory that all services read. */
package org.citestream.cli.key;
