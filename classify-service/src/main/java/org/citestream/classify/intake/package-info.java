/** Records arrive as bytes and become statements, facts to pass on, or something that cannot be read. */
package org.citestream.classify.intake;
