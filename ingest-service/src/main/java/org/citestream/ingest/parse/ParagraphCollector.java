package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.citestream.ingest.article.InTextMark;
import org.citestream.ingest.article.Paragraph;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.Section;
import org.citestream.ingest.parse.RunningText.DraftMark;

/** Keeps the paragraphs that hold markers; forgets the others. */
final class ParagraphCollector implements ParagraphSink {
    private static final Set<String> OWN_HEADINGS = Set.of("abstract", "summary", "resumen", "resumo");

    private final Limits limits;
    private final List<Draft> drafts = new ArrayList<>();
    private StringBuilder abstractText;
    private long text;
    private int marks;

    ParagraphCollector(Limits limits) {
        this.limits = limits;
    }

    /** A paragraph before the reference list is known. */
    private record Draft(Section section, Position position, int ordinal, RunningText.Marked marked) {}

    /** Copies the text of abstracts that follow; null stops it. */
    void copyTo(StringBuilder target) {
        abstractText = target;
    }

    @Override
    public void accept(Section section, Position position, int ordinal, RunningText running) {
        if (abstractText != null && position == Position.ABSTRACT) {
            copy(running.plain());
        }
        if (!running.hasMarks()) {
            return;
        }
        RunningText.Marked marked = running.marked();
        text += marked.text().length();
        marks += marked.marks().size();
        if (text > limits.citedText()) {
            throw Refusal.limit("cited-text", limits.citedText());
        }
        if (marks > limits.marks()) {
            throw Refusal.limit("marks", limits.marks());
        }
        drafts.add(new Draft(section, position, ordinal, marked));
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
        for (Draft draft : drafts) {
            List<InTextMark> citations = draft.marked().marks().stream()
                    .map(mark -> citation(mark, references))
                    .filter(Objects::nonNull)
                    .toList();
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

    private static InTextMark citation(DraftMark mark, ReferenceList references) {
        List<String> keys = new ArrayList<>(mark.targets().size());
        boolean known = false;
        for (String target : mark.targets()) {
            String key = references.keyOf(target);
            known |= key != null;
            keys.add(key == null ? target : key);
        }
        return mark.declared() || known ? new InTextMark(mark.start(), mark.end(), keys) : null;
    }
}
