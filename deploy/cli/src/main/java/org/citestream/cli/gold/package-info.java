/** Labels without sentences: written down for everyone, joined to the sentences of articles that a reader has. */
package org.citestream.cli.gold;
