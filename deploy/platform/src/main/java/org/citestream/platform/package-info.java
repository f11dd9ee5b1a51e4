/**
 * What Citestream stands on: a real Kafka broker (KRaft, one node) and a real PostgreSQL, started in seconds without
 * Docker. The command line keeps its data in a directory; tests and benchmarks share a throw-away one per JVM.
 */
package org.citestream.platform;
