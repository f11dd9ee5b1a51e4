/** The way from a desktop client's standard streams to {@code /mcp} of query-service. */
package org.citestream.cli.mcp;
