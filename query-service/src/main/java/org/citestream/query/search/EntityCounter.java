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
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * Counts works by author, journal, affiliation or funder. Which place among all names each part's names have is dear to find,
 * so it is kept for the newest reader. Thread-safe.
 */
final class EntityCounter {

    private final Map<String, OrdinalMap> places = new HashMap<>();
    private IndexReader reader;

    /** One field's values with the works of each. */
    private record Counted(List<LeafReaderContext> parts, String field, OrdinalMap places, int[] works) {

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
        Counted named = count(searcher, IndexFields.entity(request.kind(), false), works);
        Counted identified = count(searcher, IndexFields.entity(request.kind(), true), new MatchAllDocsQuery());
        List<EntityCount> candidates = grouped(identified, fits);
        long total = candidates.size();
        int wanted = request.offset() + request.limit();
        Comparator<EntityCount> names = byName(request.kind());
        Comparator<EntityCount> order = request.byName()
                ? names
                : Comparator.comparingLong(EntityCount::works).reversed().thenComparing(names);
        PriorityQueue<EntityCount> best = new PriorityQueue<>(order.reversed());
        List<EntityCount> first = new ArrayList<>();
        for (int value = 0; value < named.works.length; value++) {
            int its = named.works[value];
            if (its == 0) {
                continue;
            }
            boolean full = request.byName()
                    ? first.size() >= wanted
                    : best.size() >= wanted && best.peek().works() >= its;
            if (full && words.isEmpty()) {
                total++;
                continue;
            }
            EntityTerm term = named.term(value);
            if (!fits.test(term.name())) {
                continue;
            }
            total++;
            EntityCount one = new EntityCount(null, term.name(), List.of(), its);
            if (request.byName()) {
                if (first.size() < wanted) {
                    first.add(one);
                }
            } else {
                best.add(one);
                if (best.size() > wanted) {
                    best.remove();
                }
            }
        }
        candidates.addAll(best);
        candidates.addAll(first);
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
    private static List<EntityCount> grouped(Counted identified, Predicate<String> fits) throws IOException {
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
            List<String> frequent = its.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
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
        String[] parts = name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'’.]+");
        return words.stream().allMatch(word -> java.util.Arrays.stream(parts).anyMatch(part -> part.startsWith(word)));
    }

    private Counted count(IndexSearcher searcher, String field, Query works) throws IOException {
        IndexReader whole = searcher.getIndexReader();
        OrdinalMap map = places(whole, field);
        int[] counts = new int[(int) map.getValueCount()];
        Weight weight = searcher.createWeight(searcher.rewrite(works), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext part : whole.leaves()) {
            Scorer scorer = weight.scorer(part);
            SortedSetDocValues values = DocValues.getSortedSet(part.reader(), field);
            if (scorer == null || values.getValueCount() == 0) {
                continue;
            }
            LongValues inWhole = map.getGlobalOrds(part.ord);
            DocIdSetIterator found = scorer.iterator();
            var live = part.reader().getLiveDocs();
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        counts[(int) inWhole.get(values.nextOrd())]++;
                    }
                }
            }
        }
        return new Counted(whole.leaves(), field, map, counts);
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
