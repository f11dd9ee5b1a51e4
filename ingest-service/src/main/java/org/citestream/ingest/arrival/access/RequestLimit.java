package org.citestream.ingest.arrival.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.ClientAddresses;
import org.citestream.kit.access.IssuedTokens;
import org.citestream.kit.http.RequestRate;
import org.citestream.kit.http.RequestSettings;

/** Bounds how many requests one caller sends, before anything of them is read. */
@Singleton
record RequestLimit(ApiKeys keys, IssuedTokens tokens, ClientAddresses addresses, RequestSettings settings) {

    void register(@Observes Filters filters) {
        new RequestRate(keys, tokens, addresses, settings).register(filters);
    }
}
