/** The answers of tools; the output schemas are generated from these records. */
package org.citestream.query.mcp.answer;
