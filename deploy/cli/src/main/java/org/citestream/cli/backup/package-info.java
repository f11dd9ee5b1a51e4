/** All of a line in one archive, taken while it runs, and back again. */
package org.citestream.cli.backup;
