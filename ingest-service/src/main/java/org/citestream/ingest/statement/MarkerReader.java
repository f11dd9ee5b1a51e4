package org.citestream.ingest.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citestream.ingest.article.CitationMarker;
import org.citestream.ingest.article.Paragraph;

/** Reads the markers of a paragraph: which references they mean, what lies inside ranges, which stand together. */
final class MarkerReader {
    private final References references;
    private final RangeReader ranges;
    private final List<UnresolvedMarker> unresolved;

    /** @param unresolved takes the markers that lead nowhere */
    MarkerReader(References references, List<UnresolvedMarker> unresolved) {
        this.references = references;
        this.ranges = new RangeReader(references);
        this.unresolved = unresolved;
    }

    /** All citations in the order of the text. */
    List<Citation> read(Paragraph paragraph) {
        List<Citation> citations = new ArrayList<>();
        List<Citation> group = new ArrayList<>();
        CitationMarker before = null;
        for (int i = 0; i < paragraph.marks().size(); i++) {
            CitationMarker mark = paragraph.marks().get(i);
            int free = i + 1 < paragraph.marks().size()
                    ? Math.max(mark.end(), paragraph.marks().get(i + 1).start())
                    : paragraph.text().length();
            if (before != null && !MarkerGroups.together(paragraph.text(), before, mark)) {
                close(group, citations);
            }
            if (before != null) {
                add(ranges.between(paragraph.text(), before, mark), mark, group);
            }
            add(named(paragraph, mark), mark, group);
            add(ranges.within(paragraph.text(), mark, free), mark, group);
            before = mark;
        }
        close(group, citations);
        return citations;
    }

    private static void add(List<Citation> found, CitationMarker mark, List<Citation> group) {
        for (Citation citation : found) {
            group.add(citation.found(mark.match()));
        }
    }

    private List<Citation> named(Paragraph paragraph, CitationMarker mark) {
        List<Citation> named = new ArrayList<>(mark.targets().size());
        String text = paragraph.text().substring(mark.start(), mark.end());
        for (String key : mark.ambiguous()) {
            unresolved.add(new UnresolvedMarker(
                    text, key, UnresolvedMarker.UnresolvedReason.AMBIGUOUS_TARGET, paragraph.position()));
        }
        if (mark.targets().isEmpty() && mark.ambiguous().isEmpty()) {
            unresolved.add(new UnresolvedMarker(
                    text, null, UnresolvedMarker.UnresolvedReason.NO_TARGET, paragraph.position()));
        }
        for (String target : mark.targets()) {
            if (references.placeOf(target) < 0) {
                unresolved.add(new UnresolvedMarker(
                        text, target, UnresolvedMarker.UnresolvedReason.UNKNOWN_TARGET, paragraph.position()));
            } else {
                named.add(new Citation(target, new Span(mark.start(), mark.end()), 1, false));
            }
        }
        return named;
    }

    private static void close(List<Citation> group, List<Citation> citations) {
        if (group.size() == 1) {
            citations.add(group.get(0));
        } else {
            Set<String> works = new HashSet<>();
            group.forEach(citation -> works.add(citation.key()));
            group.forEach(citation -> citations.add(citation.inGroupOf(works.size())));
        }
        group.clear();
    }
}
