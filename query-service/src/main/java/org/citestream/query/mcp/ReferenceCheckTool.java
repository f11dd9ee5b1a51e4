package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.PublicUrl;
import org.citestream.query.dialect.scite.ReferenceMatcher;
import org.citestream.query.mcp.IndexedWorks.IndexedWork;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.mcp.answer.ReferenceCheck;
import org.citestream.query.mcp.answer.ReferenceCheck.Checked;
import org.citestream.query.mcp.answer.TypeCounts;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.report.CitedNotice;

/** Checks a bibliography against the index: which works are known, how they are cited, which have notices. */
@Singleton
@ToolDescription(
        name = "check_references",
        title = "Check references",
        description =
                "Looks up the references of a bibliography, each a DOI, another id, a title, or a reference with its DOI in it:"
                        + " whether this index knows the work, how it is cited, and whether it was retracted. A reference that"
                        + " is not held may be right all the same: check it elsewhere.",
        answer = ReferenceCheck.class)
record ReferenceCheckTool(IndexedWorks held, ReferenceMatcher titles, McpSettings settings, PublicUrl url)
        implements McpTool {

    private static final String REFERENCES = "references";

    /** A DOI within a reference, without trailing punctuation. */
    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/\\S*[^\\s.,;:)\\]}>\"']");

    @Override
    public InputSchema input() {
        return new InputSchema()
                .texts(REFERENCES, "DOIs, other ids, titles, or references with a DOI", settings.references())
                .required(REFERENCES);
    }

    @Override
    public Object call(Arguments given) {
        List<String> references = given.needed(REFERENCES, settings.references());
        Map<String, String> curies = new HashMap<>();
        Map<String, String> titled = new HashMap<>();
        for (String reference : references) {
            id(reference).ifPresentOrElse(curie -> curies.put(reference, curie), () -> titles.match(reference, "")
                    .map(ShownPublication::id)
                    .ifPresent(curie -> titled.put(reference, curie)));
        }
        List<String> asked = new ArrayList<>(curies.values());
        asked.addAll(titled.values());
        Map<String, IndexedWork> known = held.find(asked);
        List<Checked> checked = references.stream()
                .map(reference -> curies.containsKey(reference)
                        ? checked(reference, "id", known.get(curies.get(reference)))
                        : checked(reference, "title", known.get(titled.get(reference))))
                .toList();
        return new ReferenceCheck(
                checked,
                checked.stream().filter(Checked::warns).count(),
                Coverage.ofList(checked.stream().filter(Checked::held).count(), checked.size()));
    }

    private static Optional<String> id(String reference) {
        Optional<String> whole = WrittenId.toCurie(reference).filter(curie -> curie.indexOf(' ') < 0);
        if (whole.isPresent()) {
            return whole;
        }
        Matcher within = DOI.matcher(reference);
        return within.find() ? WrittenId.toCurie(within.group()) : Optional.empty();
    }

    private Checked checked(String reference, String by, IndexedWork found) {
        if (found == null) {
            return new Checked(reference, false, null, null, null, false);
        }
        return new Checked(
                reference,
                true,
                by,
                NamedWork.of(found.work(), url),
                TypeCounts.of(found.tally()),
                found.work().notices().stream().anyMatch(notice -> CitedNotice.warns(notice.kind())));
    }
}
