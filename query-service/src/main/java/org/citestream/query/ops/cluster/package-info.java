/** What the broker tells of topics and groups, asked in as few questions as there are. */
package org.citestream.query.ops.cluster;
