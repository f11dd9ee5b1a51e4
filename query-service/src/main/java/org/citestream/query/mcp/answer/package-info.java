/** What tools answer: the output schemas are made of these records. */
package org.citestream.query.mcp.answer;
