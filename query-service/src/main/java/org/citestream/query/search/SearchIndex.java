package org.citestream.query.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An index over statements and publications. One thread writes; any number may search at the same time. What was
 * written is found after {@link #refresh()}; what was committed survives a crash, together with its position.
 */
public interface SearchIndex extends Closeable {

    /** The position of the last commit; {@link IndexPosition#NOWHERE} for an index that must be filled first. */
    IndexPosition place();

    /**
     * Reopens what a failure has closed and starts over with what is damaged; for the writing thread.
     *
     * @return whether there was anything to do; {@link #place()} then says where to resume
     */
    boolean recover() throws IOException;

    /** Whether it can be searched and written. */
    boolean isOpen();

    /** What went wrong with it since the service started. */
    Optional<String> trouble();

    /** Deletes everything, including the position. */
    void clear() throws IOException;

    /** Adds articles with all their statements, replacing those with the same keys. */
    void putArticles(Collection<ArticleDocument> articles) throws IOException;

    /** Adds publications, replacing those with the same ids. */
    void putPublications(Collection<PublicationDocument> documents) throws IOException;

    /** Removes articles with all their statements. */
    void removeArticles(Collection<Long> keys) throws IOException;

    /** Removes publications by their CURIEs. */
    void removePublications(Collection<String> ids) throws IOException;

    /** Makes everything written so far visible to readers. */
    void refresh() throws IOException;

    /** A number that changes whenever readers may see something else; meaningless outside this process. */
    long version() throws IOException;

    /** Makes everything written so far durable, with this position. */
    void commit(IndexPosition place) throws IOException;

    /**
     * Finds statements.
     *
     * @throws BadQueryException when the words cannot be read as a query
     */
    StatementHits statements(SearchRequest request) throws IOException;

    /** Receives ids of found statements, in batches. */
    @FunctionalInterface
    interface HitVisitor {
        void visit(List<UUID> ids) throws IOException;
    }

    /**
     * Passes on the ids of all statements that match, however many, in order.
     *
     * @throws BadQueryException when the words cannot be read as a query
     */
    void forEachHit(String words, SearchRequest.SearchOrder order, HitVisitor visitor) throws IOException;

    /**
     * Finds publications by title, abstract, authors and ids, and counts their types.
     *
     * @param counts the counts to order by, by key of the work, if the order uses counts; an absent work has 0
     * @throws BadQueryException when the words cannot be read as a query
     */
    PublicationHits publications(SearchRequest request, Map<Long, Long> counts) throws IOException;

    /** The publications alone, in an order that uses no counts. */
    default PublicationHits publications(SearchRequest request) throws IOException {
        return publications(request, Map.of());
    }

    /**
     * Keys of the publications that match, in no particular order; at most {@code most}.
     *
     * @throws BadQueryException when the query cannot be parsed
     */
    long[] publicationKeys(String words, int most) throws IOException;

    /** CURIEs by number ({@link org.citestream.query.publication.Slug#number(String)}); unknown numbers are absent. */
    Map<Long, String> publicationsNumbered(Collection<Long> numbers) throws IOException;

    /** Authors, journals, affiliations or funders with the works of each. */
    EntityCount.EntityPage entities(EntityRequest request) throws IOException;

    /** The works of an affiliation or funder by what it is asked for by; at most {@link SearchRequest#FURTHEST}. */
    List<String> worksOf(Entity.EntityKind kind, String key) throws IOException;

    /** Titles, authors and DOIs that start with the given text; at most {@code most}. */
    List<Suggestion> suggest(String typed, int most) throws IOException;

    /**
     * The words, with those that the index does not contain corrected; empty if it contains them all, or nothing
     * similar.
     *
     * @param publications whether publications are searched, or else statements
     */
    Optional<String> corrected(String words, boolean publications) throws IOException;

    /** Every statement in the index, in no particular order, to compare it with the tables. */
    void forEachStatement(IndexedStatement.StatementVisitor visitor) throws IOException;
}
