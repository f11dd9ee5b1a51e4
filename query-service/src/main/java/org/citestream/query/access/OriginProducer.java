package org.citestream.query.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.citestream.kit.access.RequestOrigin;
import org.citestream.query.PublicUrl;

/** Provides the check that a request comes from one of our own pages, by the public address. */
final class OriginProducer {

    private OriginProducer() {}

    @Produces
    @Singleton
    static RequestOrigin origin(PublicUrl publicUrl) {
        return RequestOrigin.ofPagesAt(publicUrl.base());
    }
}
