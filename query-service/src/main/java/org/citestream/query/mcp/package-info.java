/**
 * The Model Context Protocol: tools, prompts and resources for programs that speak it, on the same packages as
 * {@code api/}. Everything here is read-only.
 */
package org.citestream.query.mcp;
