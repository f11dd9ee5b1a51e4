package org.citestream.query.collection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Scope;
import org.citestream.query.mail.SignedLinks;
import org.citestream.query.mail.SignedLinks.Purpose;
import org.citestream.query.problem.ProblemException;

/**
 * Who may do what with a collection. Its owner, by the name of the key, and whoever operates the index may do everything; a
 * signed link lets its holder read, or read and edit; an open one may be read by everybody. One that the caller may not read is
 * not there. Thread-safe.
 */
@Singleton
public record CollectionAccess(WorkCollections collections, SignedLinks links, Caller caller) {

    /** What a caller may do; each level includes those before it. */
    public enum Right {
        NONE,
        READ,
        /** Add, remove and annotate works. */
        EDIT,
        /** Rename, share and delete it. */
        OWN;

        public boolean allows(Right other) {
            return compareTo(other) >= 0;
        }
    }

    /**
     * A collection that the caller may at least read.
     *
     * @param token of the link that the caller came by; empty if there was none or it is not needed
     */
    public record OpenedCollection(WorkCollection collection, Right right, Optional<String> token) {

        /** The token, to be kept in addresses; null if there is none. */
        public String sharedToken() {
            return token.orElse(null);
        }

        public boolean editable() {
            return right.allows(Right.EDIT);
        }

        public boolean owned() {
            return right == Right.OWN;
        }
    }

    /**
     * Opens a collection for what the caller wants to do.
     *
     * @param token of a shared link, or null
     * @throws ProblemException 404 if there is none that the caller may read, 403 if the caller may not do more
     */
    public OpenedCollection open(String id, String token, Right wanted) {
        WorkCollection collection =
                uuid(id).flatMap(collections::find).orElseThrow(() -> ProblemException.notFound(missing(id)));
        Right right = right(collection, token);
        if (right == Right.NONE) {
            throw ProblemException.notFound(missing(id));
        }
        if (!right.allows(wanted)) {
            throw new ProblemException(CollectionProblems.notAllowed(
                    wanted == Right.OWN
                            ? "Only the owner of this collection may do this: sign in with the key that made it"
                            : "This needs the collection's link for editors, or the key that made it"));
        }
        return new OpenedCollection(collection, right, Optional.ofNullable(token));
    }

    /**
     * A collection that somebody without a key may read.
     *
     * @param token of a link, or null
     * @throws ProblemException 404 if there is none
     */
    public WorkCollection openForAnybody(String id, String token) {
        return uuid(id).flatMap(collections::find)
                .filter(collection -> rightByLink(collection, token) != Right.NONE)
                .orElseThrow(() -> ProblemException.notFound(missing(id)));
    }

    /**
     * A collection that the caller may read, by its id or by the token of a link to it.
     *
     * @throws ProblemException 404 if there is none
     */
    public WorkCollection openNamed(String idOrToken) {
        return links.about(Purpose.COLLECTION_READ, idOrToken)
                .flatMap(collections::findByReadLink)
                .or(() -> links.about(Purpose.COLLECTION_EDIT, idOrToken).flatMap(collections::findByEditLink))
                .orElseGet(() -> open(idOrToken, null, Right.READ).collection());
    }

    /** The collections that the caller may read without a link, the last changed first. */
    public List<WorkCollection> readable() {
        if (caller.may(Scope.OPERATE)) {
            return collections.all();
        }
        return caller.may(Scope.CURATE) ? collections.listed(caller.name()) : collections.open();
    }

    /** What the caller may do without a link. */
    public Right rightOf(WorkCollection collection) {
        return right(collection, null);
    }

    /** What the caller may do, with or without a link. */
    private Right right(WorkCollection collection, String token) {
        boolean owner = caller.may(Scope.CURATE) && caller.name().equals(collection.owner);
        if (owner || caller.may(Scope.OPERATE)) {
            return Right.OWN;
        }
        return rightByLink(collection, token);
    }

    /** What the holder of a link may do who has no key. */
    private Right rightByLink(WorkCollection collection, String token) {
        if (links.about(Purpose.COLLECTION_EDIT, token)
                .filter(collection.editLink::equals)
                .isPresent()) {
            return Right.EDIT;
        }
        boolean reader = links.about(Purpose.COLLECTION_READ, token)
                .filter(collection.readLink::equals)
                .isPresent();
        return reader || collection.open ? Right.READ : Right.NONE;
    }

    /** The token of the link that lets its holder read. */
    public String readToken(WorkCollection collection) {
        return links.token(Purpose.COLLECTION_READ, collection.readLink);
    }

    /** The token of the link that lets its holder read and edit. */
    public String editToken(WorkCollection collection) {
        return links.token(Purpose.COLLECTION_EDIT, collection.editLink);
    }

    private static Optional<UUID> uuid(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String missing(String id) {
        return ("There is no collection '%s' that you may read; it was deleted, its link is incomplete or was renewed, or it is"
                        + " yours and you are not signed in")
                .formatted(id);
    }
}
