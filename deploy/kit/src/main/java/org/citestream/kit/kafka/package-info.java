/** The one place where Kafka clients are made, and how text in their headers is read. */
package org.citestream.kit.kafka;
