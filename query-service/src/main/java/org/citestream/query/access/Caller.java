package org.citestream.query.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import org.citestream.kit.access.ClientAddresses;

/** Who sent the current request. Inject it wherever an action is recorded or a page depends on the caller. */
@RequestScoped
public class Caller {

    private final Authenticator gate;
    private final CurrentVertxRequest current;
    private final ClientAddresses addresses;
    private Authorization authorization;

    Caller(Authenticator gate, CurrentVertxRequest current, ClientAddresses addresses) {
        this.gate = gate;
        this.current = current;
        this.addresses = addresses;
    }

    /** Whether the caller may write. */
    public boolean isKnown() {
        return authorization() instanceof Authorization.Authenticated;
    }

    /** The key's name, {@code this machine} while there are no keys, {@code nobody} without a key. */
    public String name() {
        return authorization() instanceof Authorization.Authenticated known ? known.name() : "nobody";
    }

    /**
     * Where the request comes from, for limits per client: an address or a network; empty when the connection is gone.
     */
    public String address() {
        return addresses.of(current.getCurrent().request());
    }

    /** Whether the key has the scope. */
    public boolean may(Scope scope) {
        return authorization().refusal(scope).isEmpty();
    }

    private synchronized Authorization authorization() {
        if (authorization == null) {
            authorization = gate.authorization(current.getCurrent().request());
        }
        return authorization;
    }
}
