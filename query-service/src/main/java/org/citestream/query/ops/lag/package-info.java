/** The lag of groups, and what it means. Pure: knows neither Kafka nor HTTP. */
package org.citestream.query.ops.lag;
