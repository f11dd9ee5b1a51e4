/** Archives of loaded classes, which make the next start of the same program on the same Java cheaper. */
package org.citestream.cli.archive;
