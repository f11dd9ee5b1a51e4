package org.citestream.kit.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of our scopes the roles of a token stand for. Immutable.
 *
 * @param claims paths of the claims that hold roles, each with dots between its names
 * @param scopes by role
 */
record RoleScopes(List<String> claims, Map<String, Set<String>> scopes) {

    private static final Set<String> KNOWN = Set.of("ingest", "curate", "operate", "read");

    RoleScopes {
        claims = List.copyOf(claims);
        scopes = Map.copyOf(scopes);
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one of the pairs cannot be read or names a scope that there is not
     */
    static RoleScopes of(List<String> claims, List<String> pairs) {
        Map<String, Set<String>> scopes = new HashMap<>();
        for (String pair : pairs) {
            // Roles may be addresses with a query; scopes have no such sign.
            int equals = pair.lastIndexOf('=');
            Set<String> allowed =
                    Set.copyOf(List.of(pair.substring(equals + 1).strip().split("\\+", -1)));
            if (equals < 1 || !KNOWN.containsAll(allowed)) {
                throw new IllegalArgumentException("citestream.oidc.scopes: '" + pair
                        + "' is not ROLE=SCOPE or ROLE=SCOPE+SCOPE with the scopes " + new TreeSet<>(KNOWN));
            }
            scopes.put(pair.substring(0, equals).strip(), allowed);
        }
        return new RoleScopes(claims, scopes);
    }

    /** What a token with these claims allows. */
    Set<String> of(Map<String, Object> token) {
        Set<String> allowed = new TreeSet<>();
        for (String claim : claims) {
            for (String role : roles(value(token, claim))) {
                allowed.addAll(scopes.getOrDefault(role, Set.of()));
            }
        }
        return allowed;
    }

    private static Object value(Map<String, Object> token, String path) {
        Object at = token;
        for (String name : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> claims ? claims.get(name) : null;
        }
        return at;
    }

    private static List<String> roles(Object claim) {
        if (claim instanceof String words) {
            return List.of(words.split(" ", -1));
        }
        List<String> roles = new ArrayList<>();
        if (claim instanceof Collection<?> several) {
            several.forEach(role -> roles.add(String.valueOf(role)));
        }
        return roles;
    }
}
