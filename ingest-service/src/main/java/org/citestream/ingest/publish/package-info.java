/** Facts → Kafka: those of an article in order, each acknowledged before anybody is told that it is in. */
package org.citestream.ingest.publish;
