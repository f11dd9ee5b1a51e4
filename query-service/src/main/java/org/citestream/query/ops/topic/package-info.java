/** Topics: how much is in them, how fast they grow, who reads them. */
package org.citestream.query.ops.topic;
