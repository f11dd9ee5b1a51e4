package org.citestream.query.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An index over statements and publications. One thread writes; any number may ask at the same time. What was written is
 * found after {@link #refresh()}; what was committed survives a crash together with the place it stands at.
 */
public interface SearchIndex extends Closeable {

    /** How far the last commit had followed; {@link IndexPosition#NOWHERE} for an index that must be filled first. */
    IndexPosition place();

    /**
     * Opens again what a failure has closed and begins anew what is damaged; for the thread that writes.
     *
     * @return whether anything was; {@link #place()} then says where to go on
     */
    boolean recover() throws IOException;

    /** Whether it can be searched and written. */
    boolean isOpen();

    /** What went wrong with it since the service started. */
    Optional<String> trouble();

    /** Forgets everything, the place included. */
    void clear() throws IOException;

    /** Puts articles in with all their statements, in place of those with the same keys. */
    void putArticles(Collection<ArticleDocument> articles) throws IOException;

    /** Puts publications in, in place of those with the same ids. */
    void putPublications(Collection<PublicationDocument> documents) throws IOException;

    /** Takes articles out with all their statements. */
    void removeArticles(Collection<Long> keys) throws IOException;

    /** Takes publications out, by their CURIEs. */
    void removePublications(Collection<String> ids) throws IOException;

    /** Lets readers see what was written so far. */
    void refresh() throws IOException;

    /** Another number whenever readers may see something else; means nothing beyond this process. */
    long version() throws IOException;

    /** Makes everything written so far durable, as standing at this place. */
    void commit(IndexPosition place) throws IOException;

    /**
     * Finds statements.
     *
     * @throws BadQueryException when the words cannot be read as a query
     */
    StatementHits statements(SearchRequest request) throws IOException;

    /** Takes found statements' ids, some at a time. */
    @FunctionalInterface
    interface HitVisitor {
        void visit(List<UUID> ids) throws IOException;
    }

    /**
     * Gives the ids of all statements that the words find, however many, in order.
     *
     * @throws BadQueryException when the words cannot be read as a query
     */
    void forEachHit(String words, SearchRequest.SearchOrder order, HitVisitor visitor) throws IOException;

    /**
     * Finds publications by title, abstract, authors and ids.
     *
     * @param counts what the order goes by, by key of the work, where it counts something; a work that is absent has 0
     * @throws BadQueryException when the words cannot be read as a query
     */
    PublicationHits publications(SearchRequest request, Map<Long, Long> counts) throws IOException;

    /** The same in an order that counts nothing. */
    default PublicationHits publications(SearchRequest request) throws IOException {
        return publications(request, Map.of());
    }

    /** Titles, authors and DOIs that begin with what was typed; at most {@code most}. */
    List<Suggestion> suggest(String typed, int most) throws IOException;

    /**
     * The words with those spelled right that the index does not have; empty where it has them all, or none that are alike.
     *
     * @param publications whether publications are searched, or else statements
     */
    Optional<String> corrected(String words, boolean publications) throws IOException;

    /** Every statement the index holds, for comparing it with the tables; in no order. */
    void forEachStatement(IndexedStatement.StatementVisitor visitor) throws IOException;
}
