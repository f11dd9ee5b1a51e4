package org.citestream.query.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.search.ArticleDocument;
import org.citestream.query.search.Entity;
import org.citestream.query.search.EntityCount;
import org.citestream.query.search.EntityRequest;
import org.citestream.query.search.IndexPosition;
import org.citestream.query.search.IndexedStatement;
import org.citestream.query.search.PublicationDocument;
import org.citestream.query.search.PublicationHits;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.search.StatementDocument;
import org.citestream.query.search.StatementHits;
import org.citestream.query.search.Suggestion;
import org.citestream.query.vocabulary.Facet;

/** What an index keeps, without its words: what was committed outlives {@link #crash()}, the rest does not. */
final class MemoryIndex implements SearchIndex {

    private State now = new State(Map.of(), Map.of(), IndexPosition.NOWHERE);
    private State durable = now;

    private record State(
            Map<Long, ArticleDocument> articles, Map<String, PublicationDocument> publications, IndexPosition place) {

        private State {
            articles = new HashMap<>(articles);
            publications = new HashMap<>(publications);
        }

        private State at(IndexPosition reached) {
            return new State(articles, publications, reached);
        }
    }

    void crash() {
        now = durable.at(durable.place());
    }

    /** Publications by their CURIEs. */
    Map<String, PublicationDocument> publications() {
        return Map.copyOf(now.publications());
    }

    @Override
    public IndexPosition place() {
        return durable.place();
    }

    @Override
    public boolean recover() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void clear() {
        now = new State(Map.of(), Map.of(), IndexPosition.NOWHERE);
        durable = now.at(IndexPosition.NOWHERE);
    }

    @Override
    public void putArticles(Collection<ArticleDocument> articles) {
        articles.forEach(article -> now.articles().put(article.key(), article));
    }

    @Override
    public void putPublications(Collection<PublicationDocument> documents) {
        documents.forEach(document -> now.publications().put(document.id(), document));
    }

    @Override
    public void removeArticles(Collection<Long> keys) {
        now.articles().keySet().removeAll(List.copyOf(keys));
    }

    @Override
    public void removePublications(Collection<String> ids) {
        now.publications().keySet().removeAll(List.copyOf(ids));
    }

    @Override
    public void refresh() {
        // Nobody searches it.
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public void commit(IndexPosition place) {
        durable = now.at(place);
    }

    @Override
    public void forEachStatement(IndexedStatement.StatementVisitor visitor) {
        for (ArticleDocument article : new ArrayList<>(now.articles().values())) {
            for (StatementDocument said : article.statements()) {
                visitor.visit(new IndexedStatement(
                        said.id(), said.cited(), name(said, Facet.TYPE), name(said, Facet.SECTION)));
            }
        }
    }

    private static String name(StatementDocument said, Facet facet) {
        return facet.codes().name(said.codes().getOrDefault(facet, 0));
    }

    @Override
    public StatementHits statements(SearchRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forEachHit(String words, SearchRequest.SearchOrder order, HitVisitor visitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PublicationHits publications(SearchRequest request, Map<Long, Long> counts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EntityCount.EntityPage entities(EntityRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> worksOf(Entity.EntityKind kind, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long[] publicationKeys(String words, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<Long, String> publicationsNumbered(Collection<Long> numbers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Suggestion> suggest(String typed, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> corrected(String words, boolean publications) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        crash();
    }
}
