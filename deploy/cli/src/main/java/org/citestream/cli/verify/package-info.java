/** Whether what a line shows is what its log says. */
package org.citestream.cli.verify;
