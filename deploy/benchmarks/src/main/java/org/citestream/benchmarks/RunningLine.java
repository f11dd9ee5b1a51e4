package org.citestream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a line that {@code deploy/citestream up} started can be reached.
 *
 * @param query address of query-service
 * @param bootstrapServers of the broker
 * @param jdbcUrl of the database
 * @param password of its account {@code citestream}
 */
record RunningLine(URI query, String bootstrapServers, String jdbcUrl, String password) {

    static final String ACCOUNT = "citestream";

    /** Reads the record of the run in a data directory. */
    static RunningLine in(Path data) throws IOException {
        JsonNode run =
                new ObjectMapper().readTree(data.resolve("citestream.json").toFile());
        return new RunningLine(
                URI.create(run.get("url").asText()),
                run.get("kafka").get("bootstrapServers").asText(),
                run.get("postgres").get("jdbcUrl").asText(),
                Files.readString(data.resolve("postgres.password")).strip());
    }
}
