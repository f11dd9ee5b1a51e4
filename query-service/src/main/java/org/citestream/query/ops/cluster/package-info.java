/** What the broker reports about topics and groups, in as few requests as possible. */
package org.citestream.query.ops.cluster;
