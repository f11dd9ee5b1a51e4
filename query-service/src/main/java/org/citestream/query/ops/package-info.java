/** The dashboard over topics: flow, topics, lag, consumers, messages, dead letters, and repairs. */
package org.citestream.query.ops;
