package org.citestream.ingest.catalogue.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.citestream.ingest.remote.RemoteClient;
import org.citestream.ingest.remote.RequestPolicy;

/** A registry that answers GET requests with JSON. Thread-safe. */
abstract class RestRegistry implements Registry {
    private final String name;
    private final URI base;
    private final RemoteClient client;

    RestRegistry(String name, URI base, RequestPolicy policy, String userAgent) {
        this.name = name;
        this.base = base;
        this.client = new RemoteClient(policy, userAgent);
    }

    @Override
    public final String name() {
        return name;
    }

    /** The answer to a path that ends with this text, encoded; empty where the registry knows nothing. */
    final Optional<JsonNode> get(String path, String text) {
        return client.json(base.resolve(path + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    /** The same for a search; {@code hits} is where the list stands in the answer, as a JSON pointer. */
    final List<RegistryEntry> search(String path, String words, String hits) {
        return words.isBlank()
                ? List.of()
                : get(path, words).stream()
                        .flatMap(answer -> StreamSupport.stream(answer.at(hits).spliterator(), false))
                        .map(this::entry)
                        .toList();
    }

    /** What the registry's JSON says of a work. */
    abstract RegistryEntry entry(JsonNode work);
}
