package org.citestream.query.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * The methods that a path accepts, as Quarkus matches it to our routes; the exception for 405 does not say. Stateless.
 */
final class AllowedMethods {

    private AllowedMethods() {}

    /** In order, {@code OPTIONS} included; {@code path} is the decoded path of a request. */
    static Set<String> at(String path) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        RequestMapper<InitialMatch> classes = new RequestMapper<>(
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        for (RequestMatch<InitialMatch> match = classes.map(path);
                match != null;
                match = classes.continueMatching(path, match)) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routes) {
                    add(methods, routes, match.remaining.isEmpty() ? "/" : match.remaining);
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static void add(Set<String> methods, ClassRoutingHandler routes, String remaining) {
        routes.getMappers().forEach((method, templates) -> {
            if (method != null && templates.map(remaining) != null) {
                methods.add(method);
            }
        });
    }
}
