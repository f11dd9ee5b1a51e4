package org.citestream.query.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;

/** Who sent the request at hand: inject it wherever what was done is written down, or a page depends on it. */
@RequestScoped
public class Caller {

    private final Authenticator gate;
    private final CurrentVertxRequest current;
    private Authorization standing;

    Caller(Authenticator gate, CurrentVertxRequest current) {
        this.gate = gate;
        this.current = current;
    }

    /** Whether somebody who may write sent it. */
    public boolean isKnown() {
        return standing() instanceof Authorization.Known;
    }

    /** The key's name, {@code this machine} while there are no keys, {@code nobody} without a key. */
    public String name() {
        return standing() instanceof Authorization.Known known ? known.name() : "nobody";
    }

    /** Whether the key has the scope. */
    public boolean may(Scope scope) {
        return standing().refusal(scope).isEmpty();
    }

    private synchronized Authorization standing() {
        if (standing == null) {
            standing = gate.standing(current.getCurrent().request());
        }
        return standing;
    }
}
