/** What the projection needs of Kafka: topics, clients, dead letters, the switch that pauses a loop. */
package org.citestream.query.project.log;
