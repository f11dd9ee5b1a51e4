/** One class a command: what its options mean and what it prints. The work is done in the neighbouring packages. */
package org.citestream.cli.command;
