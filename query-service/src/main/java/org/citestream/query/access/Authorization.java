package org.citestream.query.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.citestream.kit.problem.Problem;

/** Whether a request comes from a caller that may write. */
sealed interface Authorization {

    /** Why a request that needs the scope is refused; empty if it is allowed. */
    Optional<Problem> refusal(Scope needed);

    /** A caller with a key, or this machine while there are no keys. */
    record Authenticated(String name, Set<Scope> scopes) implements Authorization {

        public Authenticated {
            scopes = Set.copyOf(scopes);
        }

        /** A process on this machine while there are no keys. */
        static Authenticated thisMachine() {
            return new Authenticated("this machine", EnumSet.allOf(Scope.class));
        }

        @Override
        public Optional<Problem> refusal(Scope needed) {
            return scopes.contains(needed)
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            403,
                            "Not allowed",
                            "The key %s lacks the scope %s; ask whoever runs this index for one:"
                                            .formatted(name, needed.word())
                                    + " deploy/citestream key add NAME --scope " + needed.word()));
        }
    }

    /** A caller with a token that proves nothing. */
    record TokenRefused(String why) implements Authorization {

        @Override
        public Optional<Problem> refusal(Scope needed) {
            return Optional.of(Problem.of(
                    401,
                    "Token refused",
                    "The token is refused: %s. Get a new one for this index with a role that allows %s."
                            .formatted(why, needed.word())));
        }
    }

    /** An unknown caller, or a browser driven by a page of another site. */
    enum Refused implements Authorization {
        NO_KEYS(
                403,
                "Not allowed",
                "No keys exist, so only this machine may write. Add one on the machine that runs the index:"
                        + " deploy/citestream key add NAME --scope %s"),
        KEYS_REQUIRED(
                403,
                "Not allowed",
                "This index can be reached from outside, and no keys exist, so nobody may write. Add one on the machine"
                        + " that runs it: deploy/citestream key add NAME --scope %s"),
        KEY_MISSING(
                401,
                "A key is needed",
                "Send the header Authorization: Bearer KEY, or sign in at /login."
                        + " Keys are made by deploy/citestream key add NAME --scope %s"),
        KEY_UNKNOWN(401, "A key is needed", "Unknown or revoked key. Ask for a new one with scope %s."),
        ISSUER_AWAY(
                503,
                "Service unavailable",
                "Whoever issued the token cannot be asked just now, so it does not count (scope %s was asked). Send it"
                        + " again later."),
        SESSION_OVER(
                401,
                "Sign in again",
                "The session is over or its key was revoked. Sign in at /login with a key of" + " scope %s."),
        FOREIGN_PAGE(
                403,
                "Not allowed",
                "Another site's page sent this request (scope %s). Do it from this site's own pages, or send the"
                        + " header Authorization: Bearer KEY."),
        KEYS_UNREADABLE(
                503,
                "Service unavailable",
                "The file of keys cannot be read, so nobody may write (scope %s was asked). Whoever runs this index"
                        + " finds the reason in the log.");

        @SuppressWarnings("ImmutableEnumChecker") // of two texts
        private final Function<String, Problem> problem;

        Refused(int status, String title, String detail) {
            this.problem = scope -> Problem.of(status, title, detail.formatted(scope));
        }

        @Override
        public Optional<Problem> refusal(Scope needed) {
            return Optional.of(problem.apply(needed.word()));
        }
    }
}
