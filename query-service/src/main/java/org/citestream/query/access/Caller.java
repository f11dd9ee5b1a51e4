package org.citestream.query.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import org.citestream.kit.access.ClientAddresses;

/** Who sent the request at hand: inject it wherever what was done is written down, or a page depends on it. */
@RequestScoped
public class Caller {

    private final Authenticator gate;
    private final CurrentVertxRequest current;
    private final ClientAddresses addresses;
    private Authorization standing;

    Caller(Authenticator gate, CurrentVertxRequest current, ClientAddresses addresses) {
        this.gate = gate;
        this.current = current;
        this.addresses = addresses;
    }

    /** Whether somebody who may write sent it. */
    public boolean isKnown() {
        return standing() instanceof Authorization.Authenticated;
    }

    /** The key's name, {@code this machine} while there are no keys, {@code nobody} without a key. */
    public String name() {
        return standing() instanceof Authorization.Authenticated known ? known.name() : "nobody";
    }

    /** Where it comes from, for limits on each client: an address or a network; empty when the connection is gone. */
    public String address() {
        return addresses.of(current.getCurrent().request());
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
