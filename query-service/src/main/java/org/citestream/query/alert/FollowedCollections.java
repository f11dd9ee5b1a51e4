package org.citestream.query.alert;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.citestream.query.collection.CollectionAccess;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.collection.WorkCollections;

/** Collections as alerts know them: by their ids. Thread-safe. */
@Singleton
public record FollowedCollections(WorkCollections collections, CollectionAccess access) {

    /**
     * The id of a collection that the caller may read.
     *
     * @param target its id, or the token of its link
     * @throws org.citestream.query.problem.ProblemException 404 if there is none
     */
    String readable(String target) {
        return access.openNamed(target).id.toString();
    }

    /** The name of a collection; empty if it was deleted. */
    public Optional<String> name(String id) {
        return find(id).map(collection -> collection.name);
    }

    /** The path of its page, with the link for readers; empty if it was deleted. */
    public Optional<String> page(String id) {
        return find(id).map(collection ->
                "/collections/" + collection.id + (collection.open ? "" : "?t=" + access.readToken(collection)));
    }

    private Optional<WorkCollection> find(String id) {
        return collections.find(UUID.fromString(id));
    }
}
