/** The dashboard over topics: flow, topics, lag, consumers, messages, dead letters, and what mends them. */
package org.citestream.query.ops;
