/** The running line: platform, three service processes, their supervision, and the record of them in the data directory. */
package org.citestream.cli.line;
