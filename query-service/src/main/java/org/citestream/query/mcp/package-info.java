/**
 * The Model Context Protocol: tools, prompts and resources for programs that speak it, over the rooms that {@code api/}
 * asks too. Everything here reads.
 */
package org.citestream.query.mcp;
