/** How far groups are behind, and what that means: pure, knows neither Kafka nor HTTP. */
package org.citestream.query.ops.lag;
