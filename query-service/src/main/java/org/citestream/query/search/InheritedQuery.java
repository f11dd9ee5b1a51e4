package org.citestream.query.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Matches documents of a lower layer by a query on the owners that follow them in a higher layer: a statement inherits
 * the words of its sentence. Scores are inherited too. Unlike Lucene's own block query, it allows skipping hits that
 * cannot be among the best, which matters for the most frequent words.
 */
final class InheritedQuery extends Query {
    private final Query owned;
    private final Layer owner;
    private final Layer heir;
    private final Layers layers;

    InheritedQuery(Query owned, Layer owner, Layer heir, Layers layers) {
        this.owned = owned;
        this.owner = owner;
        this.heir = heir;
        this.layers = layers;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = owned.rewrite(searcher);
        return rewritten.equals(owned) ? this : new InheritedQuery(rewritten, owner, heir, layers);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        return new InheritedWeight(this, searcher.createWeight(owned, mode, boost), mode.needsScores());
    }

    @Override
    public void visit(QueryVisitor visitor) {
        owned.visit(visitor.getSubVisitor(BooleanClause.Occur.MUST, this));
    }

    @Override
    public String toString(String field) {
        return heir + " of " + owner + " (" + owned.toString(field) + ")";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && isLike((InheritedQuery) other);
    }

    private boolean isLike(InheritedQuery other) {
        return owned.equals(other.owned) && owner == other.owner && heir == other.heir;
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), owned, owner, heir);
    }

    private static final class InheritedWeight extends Weight {
        private final InheritedQuery query;
        private final Weight owned;
        private final boolean scored;

        InheritedWeight(InheritedQuery query, Weight owned, boolean scored) {
            super(query);
            this.query = query;
            this.owned = owned;
            this.scored = scored;
        }

        /**
         * If scores are not needed, owners are collected a window at a time, which Lucene does fastest, and then
         * iterated over.
         */
        @Override
        public BulkScorer bulkScorer(LeafReaderContext context) throws IOException {
            if (scored) {
                return super.bulkScorer(context);
            }
            BulkScorer owners = owned.bulkScorer(context);
            if (owners == null) {
                return null;
            }
            FixedBitSet found = new FixedBitSet(context.reader().maxDoc());
            owners.score(new MatchCollector(found), null, 0, DocIdSetIterator.NO_MORE_DOCS);
            return new HeirBulkScorer(
                    this,
                    new HeirIterator(
                            new BitSetIterator(found, owners.cost()),
                            query.layers.of(context.reader(), query.owner),
                            query.layers.of(context.reader(), query.heir),
                            1));
        }

        @Override
        public Scorer scorer(LeafReaderContext context) throws IOException {
            ScorerSupplier supplier = scorerSupplier(context);
            return supplier == null ? null : supplier.get(Long.MAX_VALUE);
        }

        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
            ScorerSupplier owners = owned.scorerSupplier(context);
            if (owners == null) {
                return null;
            }
            FixedBitSet owning = query.layers.of(context.reader(), query.owner);
            FixedBitSet inheriting = query.layers.of(context.reader(), query.heir);
            long each = Math.max(1, context.reader().maxDoc() / Math.max(1, owning.approximateCardinality()));
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) throws IOException {
                    return new InheritedScorer(InheritedWeight.this, owners.get(leadCost), owning, inheriting, each);
                }

                @Override
                public long cost() {
                    return owners.cost() * each;
                }

                @Override
                public void setTopLevelScoringClause() throws IOException {
                    owners.setTopLevelScoringClause();
                }
            };
        }

        @Override
        public Explanation explain(LeafReaderContext context, int doc) throws IOException {
            Scorer scorer = scorer(context);
            return scorer != null && scorer.iterator().advance(doc) == doc
                    ? Explanation.match(scorer.score(), "inherited")
                    : Explanation.noMatch("nothing to inherit");
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
            return owned.isCacheable(context);
        }
    }

    private record MatchCollector(FixedBitSet documents) implements LeafCollector {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
            documents.set(doc);
        }
    }

    private static final class HeirBulkScorer extends BulkScorer {
        private final Scorer all;
        private final DocIdSetIterator heirs;

        HeirBulkScorer(Weight weight, HeirIterator heirs) {
            this.all = new ConstantScoreScorer(weight, 0, ScoreMode.COMPLETE_NO_SCORES, heirs);
            this.heirs = heirs;
        }

        @Override
        public int score(LeafCollector collector, Bits live, int min, int max) throws IOException {
            collector.setScorer(all);
            int doc = heirs.docID() < min ? heirs.advance(min) : heirs.docID();
            for (; doc < max; doc = heirs.nextDoc()) {
                if (live == null || live.get(doc)) {
                    collector.collect(doc);
                }
            }
            return doc;
        }

        @Override
        public long cost() {
            return heirs.cost();
        }
    }

    private static final class InheritedScorer extends Scorer {
        private final Scorer owners;
        private final HeirIterator heirs;
        private int scored = -1;
        private float score;

        InheritedScorer(Weight weight, Scorer owners, FixedBitSet owning, FixedBitSet inheriting, long each) {
            super(weight);
            this.owners = owners;
            this.heirs = new HeirIterator(owners.iterator(), owning, inheriting, each);
        }

        @Override
        public int docID() {
            return heirs.docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return heirs;
        }

        /** Heirs of one owner are adjacent, so their score is computed once. */
        @Override
        public float score() throws IOException {
            if (scored != owners.docID()) {
                scored = owners.docID();
                score = owners.score();
            }
            return score;
        }

        @Override
        public void setMinCompetitiveScore(float least) throws IOException {
            owners.setMinCompetitiveScore(least);
        }

        @Override
        public int advanceShallow(int target) throws IOException {
            int owner = heirs.ownerOf(target);
            if (owner == DocIdSetIterator.NO_MORE_DOCS) {
                return owner;
            }
            int last = owners.advanceShallow(owner);
            return last >= heirs.owning.length() ? last : heirs.owning.prevSetBit(last);
        }

        @Override
        public float getMaxScore(int upTo) throws IOException {
            return owners.getMaxScore(heirs.ownerOf(upTo));
        }
    }

    /** Iterates over the heirs of the owners in an iterator. */
    private static final class HeirIterator extends DocIdSetIterator {
        private final DocIdSetIterator owners;
        private final FixedBitSet owning;
        private final FixedBitSet inheriting;
        private final long each;
        private int doc = -1;

        HeirIterator(DocIdSetIterator owners, FixedBitSet owning, FixedBitSet inheriting, long each) {
            this.owners = owners;
            this.owning = owning;
            this.inheriting = inheriting;
            this.each = each;
        }

        /** The owner at or after a document. */
        int ownerOf(int document) {
            return document >= owning.length() ? NO_MORE_DOCS : owning.nextSetBit(document);
        }

        @Override
        public int docID() {
            return doc;
        }

        @Override
        public int nextDoc() throws IOException {
            return advance(doc + 1);
        }

        @Override
        public int advance(int target) throws IOException {
            int owner = owners.docID();
            int from = target;
            if (owner < target) {
                int next = ownerOf(target);
                if (next == NO_MORE_DOCS) {
                    doc = NO_MORE_DOCS;
                    return doc;
                }
                owner = owners.advance(next);
                from = owner == next ? target : firstOf(owner);
            }
            while (owner != NO_MORE_DOCS) {
                int heir = inheriting.nextSetBit(from);
                if (heir < owner) {
                    doc = heir;
                    return doc;
                }
                owner = owners.nextDoc();
                from = firstOf(owner);
            }
            doc = NO_MORE_DOCS;
            return doc;
        }

        /** The position right after the previous owner. */
        private int firstOf(int owner) {
            return owner == 0 || owner == NO_MORE_DOCS ? 0 : owning.prevSetBit(owner - 1) + 1;
        }

        @Override
        public long cost() {
            return owners.cost() * each;
        }
    }
}
