package org.citestream.query.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that the board counts, as of one moment. Works go by their keys.
 *
 * @param pairs each citing work with each doubted work that its reference list names
 * @param works the citing works, and those at second order
 * @param articles how many articles were read, by journal, publisher and year
 * @param resting works that cite a citing work that is itself not doubted
 * @param notices on the doubted works, standing or taken back
 * @param cut whether there are more pairs or resting works than are counted
 */
record BoardFacts(
        List<DoubtedPair> pairs,
        Map<Long, CitingWork> works,
        List<SourceArticles> articles,
        List<Resting> resting,
        List<NoticeFact> notices,
        boolean cut) {

    BoardFacts {
        pairs = List.copyOf(pairs);
        works = Map.copyOf(works);
        articles = List.copyOf(articles);
        resting = List.copyOf(resting);
        notices = List.copyOf(notices);
    }

    /** A citing and a doubted work, with the sentences in which the one cites the other. */
    record DoubtedPair(long citing, long cited, Set<String> kinds, CitingTime made, List<Sentence> sentences) {
        DoubtedPair {
            kinds = Set.copyOf(kinds);
            sentences = List.copyOf(sentences);
        }
    }

    /** A statement about a doubted work; {@code admits} by the rule of reports. */
    record Sentence(UUID id, int ordinal, boolean admits) {}

    /**
     * What filters and shares need to know of a work.
     *
     * @param references distinct works that its reference list names; 0 for works at second order only
     */
    record CitingWork(String id, Integer year, String journal, String publisher, long references) {}

    /** Articles read, of one journal, publisher and year; each may be null. */
    record SourceArticles(String journal, String publisher, Integer year, long articles) {}

    /**
     * A work at second order.
     *
     * @param references distinct works in its reference list through which it rests on a doubted work
     * @param statements about these
     */
    record Resting(long work, long references, long statements) {}

    /** A notice, by whomever it was issued; {@code withdrawn} is null while one source stands by it. */
    record NoticeFact(
            long work,
            String workId,
            String kind,
            String date,
            String notice,
            List<String> sources,
            Instant learned,
            Instant withdrawn,
            String why,
            long citing) {}
}
