package org.citestream.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.citestream.query.publication.PrintedNames;

/**
 * Counts works by author, journal, affiliation or funder. Finding the place of each segment's names among all names is
 * expensive, so the places are kept for the newest reader. Thread-safe.
 */
final class EntityCounter {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’.]+");

    private final Map<String, OrdinalMap> places = new HashMap<>();
    private IndexReader reader;

    /** One field's values with the works of each. */
    private static final class NameCounts {
        private final List<LeafReaderContext> parts;
        private final String field;
        private final OrdinalMap places;
        private final int[] works;

        NameCounts(IndexReader whole, String field, OrdinalMap places) {
            this.parts = whole.leaves();
            this.field = field;
            this.places = places;
            this.works = new int[(int) places.getValueCount()];
        }

        EntityTerm term(int value) throws IOException {
            LeafReaderContext part = parts.get(places.getFirstSegmentNumber(value));
            return EntityTerm.read(
                    DocValues.getSortedSet(part.reader(), field).lookupOrd(places.getFirstSegmentOrd(value)));
        }
    }

    /** @param works all in which a name may have the words; one of an id that has them is counted under its other names, too */
    EntityCount.EntityPage count(IndexSearcher searcher, EntityRequest request, Query works, List<String> words)
            throws IOException {
        Predicate<String> fits = name -> hasAll(name, words);
        NameCounts named = count(searcher, IndexFields.entity(request.kind(), false), works);
        NameCounts identified = count(searcher, IndexFields.entity(request.kind(), true), new MatchAllDocsQuery());
        List<EntityCount> candidates = grouped(identified, fits);
        long total = candidates.size();
        int wanted = request.offset() + request.limit();
        Comparator<EntityCount> names = byName(request.kind());
        Comparator<EntityCount> order = request.byName()
                ? names
                : Comparator.comparingLong(EntityCount::works).reversed().thenComparing(names);
        PriorityQueue<EntityCount> best = new PriorityQueue<>(order.reversed());
        for (int value = 0; value < named.works.length; value++) {
            int its = named.works[value];
            // Values come by name: of those with the same count, a later one is never better.
            boolean full =
                    best.size() >= wanted && (request.byName() || best.peek().works() >= its);
            if (its > 0 && full && words.isEmpty()) {
                total++;
            } else if (its > 0) {
                String name = named.term(value).name();
                boolean fit = fits.test(name);
                total += fit ? 1 : 0;
                if (fit && !full) {
                    best.add(new EntityCount(null, name, List.of(), its));
                }
                if (best.size() > wanted) {
                    best.remove();
                }
            }
        }
        candidates.addAll(best);
        candidates.sort(order);
        return new EntityCount.EntityPage(
                total,
                candidates.subList(Math.min(request.offset(), candidates.size()), Math.min(wanted, candidates.size())));
    }

    /** As the terms are sorted, so that of many with the same count those that come first are the first. */
    private static Comparator<EntityCount> byName(Entity.EntityKind kind) {
        return Comparator.comparing((EntityCount one) -> new Entity(kind, one.id(), one.name()).order())
                .thenComparing(EntityCount::name)
                .thenComparing(EntityCount::key);
    }

    /** Terms of one id are one entity, by whichever of its names the words find it. */
    private static List<EntityCount> grouped(NameCounts identified, Predicate<String> fits) throws IOException {
        Map<String, Map<String, Long>> names = new LinkedHashMap<>();
        for (int value = 0; value < identified.works.length; value++) {
            if (identified.works[value] > 0) {
                EntityTerm term = identified.term(value);
                names.computeIfAbsent(term.id(), id -> new HashMap<>())
                        .merge(term.name(), (long) identified.works[value], Long::sum);
            }
        }
        List<EntityCount> entities = new ArrayList<>();
        names.forEach((id, its) -> {
            List<String> frequent = PrintedNames.byUse(its);
            if (fits.test(id) || frequent.stream().anyMatch(fits)) {
                entities.add(new EntityCount(
                        id,
                        frequent.get(0),
                        frequent.subList(1, frequent.size()),
                        its.values().stream().mapToLong(Long::longValue).sum()));
            }
        });
        return entities;
    }

    /** Every word begins a word of the name. */
    private static boolean hasAll(String name, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        List<String> parts =
                BETWEEN_WORDS.splitAsStream(name.toLowerCase(Locale.ROOT)).toList();
        return words.stream().allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
    }

    private NameCounts count(IndexSearcher searcher, String field, Query works) throws IOException {
        IndexReader whole = searcher.getIndexReader();
        OrdinalMap map = places(whole, field);
        NameCounts counts = new NameCounts(whole, field, map);
        Weight weight = searcher.createWeight(searcher.rewrite(works), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext part : whole.leaves()) {
            Scorer scorer = weight.scorer(part);
            SortedSetDocValues values = DocValues.getSortedSet(part.reader(), field);
            if (scorer == null || values.getValueCount() == 0) {
                continue;
            }
            LongValues inWhole = map.getGlobalOrds(part.ord);
            DocIdSetIterator found = scorer.iterator();
            Bits live = part.reader().getLiveDocs();
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        counts.works[(int) inWhole.get(values.nextOrd())]++;
                    }
                }
            }
        }
        return counts;
    }

    private synchronized OrdinalMap places(IndexReader asked, String field) throws IOException {
        if (!asked.equals(reader)) {
            places.clear();
            reader = asked;
        }
        OrdinalMap known = places.get(field);
        if (known == null) {
            List<LeafReaderContext> parts = asked.leaves();
            SortedSetDocValues[] names = new SortedSetDocValues[parts.size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = DocValues.getSortedSet(parts.get(i).reader(), field);
            }
            known = OrdinalMap.build(null, names, PackedInts.DEFAULT);
            places.put(field, known);
        }
        return known;
    }
}
