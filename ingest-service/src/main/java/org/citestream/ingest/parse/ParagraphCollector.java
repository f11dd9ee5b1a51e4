package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.citestream.ingest.article.CitationMarker;
import org.citestream.ingest.article.MarkerMatch;
import org.citestream.ingest.article.Paragraph;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.Section;
import org.citestream.ingest.parse.RunningText.MarkerDraft;

/** Keeps the paragraphs that hold markers; forgets the others. */
final class ParagraphCollector implements ParagraphSink {
    private static final Set<String> OWN_HEADINGS = Set.of("abstract", "summary", "resumen", "resumo");

    private final Limits limits;
    private final List<ParagraphDraft> drafts = new ArrayList<>();
    /** Texts of footnotes by id, in their order. */
    private final Map<String, StringBuilder> footnotes = new LinkedHashMap<>();
    /** How surely the works of a footnote are read, by its id. */
    private final Map<String, Double> footnoteScores = new HashMap<>();

    private String footnote;
    private StringBuilder abstractText;
    private long footnoteText;
    private long text;
    private int marks;

    ParagraphCollector(Limits limits) {
        this.limits = limits;
    }

    /** A paragraph before the reference list is known. */
    private record ParagraphDraft(Section section, Position position, int ordinal, RunningText.MarkedText marked) {}

    /** Copies the text of abstracts that follow; null stops it. */
    void copyTo(StringBuilder target) {
        abstractText = target;
    }

    @Override
    public void footnote(String id) {
        footnote = id;
    }

    /** Takes the works of the footnotes into the list, where they are the only bibliography. */
    void readFootnotes(ReferenceList references) {
        FootnoteWorks works = new FootnoteWorks(references);
        footnotes.forEach(
                (id, words) -> works.read(id, words.toString()).ifPresent(score -> footnoteScores.put(id, score)));
    }

    @Override
    public void accept(Section section, Position position, int ordinal, RunningText running) {
        if (abstractText != null && position == Position.ABSTRACT) {
            copy(running.plain());
        }
        if (footnote != null && position == Position.FOOTNOTE) {
            keepFootnote(running.plain());
        }
        if (!running.hasMarks()) {
            return;
        }
        RunningText.MarkedText marked = running.marked();
        text += marked.text().length();
        marks += marked.marks().size();
        if (text > limits.citedText()) {
            throw RefusalException.limit("cited-text", limits.citedText());
        }
        if (marks > limits.marks()) {
            throw RefusalException.limit("marks", limits.marks());
        }
        drafts.add(new ParagraphDraft(section, position, ordinal, marked));
    }

    private void keepFootnote(String words) {
        footnoteText += words.length();
        if (footnoteText <= limits.referenceText()) {
            footnotes
                    .computeIfAbsent(footnote, absent -> new StringBuilder())
                    .append(words)
                    .append(' ');
        }
    }

    private void copy(String paragraph) {
        if (abstractText.isEmpty() && OWN_HEADINGS.contains(paragraph.toLowerCase(Locale.ROOT))) {
            return;
        }
        if (!abstractText.isEmpty()) {
            abstractText.append('\n');
        }
        abstractText.append(paragraph);
    }

    /** The paragraphs with their citations, now that the references are known. */
    List<Paragraph> resolve(ReferenceList references) {
        List<Paragraph> paragraphs = new ArrayList<>(drafts.size());
        for (ParagraphDraft draft : drafts) {
            List<CitationMarker> citations =
                    new ArrayList<>(draft.marked().marks().size());
            for (MarkerDraft mark : draft.marked().marks()) {
                CitationMarker citation = citation(draft.marked().text(), mark, references);
                if (citation != null) {
                    citations.add(citation);
                }
            }
            if (!citations.isEmpty()) {
                paragraphs.add(new Paragraph(
                        draft.section(),
                        draft.position(),
                        draft.ordinal(),
                        draft.marked().text(),
                        citations));
            }
        }
        return paragraphs;
    }

    private CitationMarker citation(String text, MarkerDraft mark, ReferenceList references) {
        List<String> keys = new ArrayList<>(mark.targets().size());
        List<String> ambiguous = new ArrayList<>(0);
        boolean known = false;
        String called = called(text, mark);
        for (String target : mark.targets()) {
            ReferenceList.NamedReferences named = references.named(target, called);
            List<String> all = named.keys().isEmpty() ? parts(target, called, references) : named.keys();
            known |= !all.isEmpty();
            (named.ambiguous() ? ambiguous : keys).addAll(all.isEmpty() ? List.of(target) : all);
        }
        return mark.declared() || known
                ? new CitationMarker(mark.start(), mark.end(), keys, ambiguous, match(mark))
                : null;
    }

    /** A marker of a footnote is as sure as what the footnote names. */
    private MarkerMatch match(MarkerDraft mark) {
        return mark.targets().stream()
                .map(footnoteScores::get)
                .filter(Objects::nonNull)
                .min(Double::compare)
                .map(score -> new MarkerMatch(MarkerMatch.MarkerMethod.FOOTNOTE, score))
                .orElse(mark.match());
    }

    /** The marker's text with a letter that nobody linked: {@code 1} before {@code b}. */
    private static String called(String text, MarkerDraft mark) {
        int end = mark.end();
        boolean letter = end > mark.start()
                && end < text.length()
                && Character.isDigit(text.charAt(end - 1))
                && text.charAt(end) >= 'a'
                && text.charAt(end) <= 'h'
                && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)));
        return text.substring(mark.start(), letter ? end + 1 : end);
    }

    /** Ids apart by a comma or semicolon, or behind a hash, which XML's rules do not know. */
    private static List<String> parts(String target, String called, ReferenceList references) {
        List<String> found = new ArrayList<>(0);
        for (String part : target.split("[,;#]", -1)) {
            ReferenceList.NamedReferences named = references.named(part, called);
            if (!part.isEmpty() && (named.keys().isEmpty() || named.ambiguous())) {
                return List.of();
            }
            found.addAll(part.isEmpty() ? List.of() : named.keys());
        }
        return found;
    }
}
