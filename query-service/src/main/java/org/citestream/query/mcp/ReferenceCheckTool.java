package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citestream.query.PublicUrl;
import org.citestream.query.check.CheckedReference;
import org.citestream.query.check.GivenReference;
import org.citestream.query.check.ListFormat;
import org.citestream.query.check.ReferenceChecker;
import org.citestream.query.check.ReferenceList;
import org.citestream.query.mcp.IndexedWorks.IndexedWork;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.mcp.answer.ReferenceCheck;
import org.citestream.query.mcp.answer.ReferenceCheck.Checked;
import org.citestream.query.mcp.answer.ReferenceCheck.FieldDifference;
import org.citestream.query.mcp.answer.ReferenceCheck.SimilarWork;
import org.citestream.query.mcp.answer.TypeCounts;
import org.citestream.query.report.CitedNotice;

/** Checks a bibliography against the index: which works are known, what differs, how they are cited, which have notices. */
@Singleton
@ToolDescription(
        name = "check_references",
        title = "Check references",
        description =
                "Looks up the references of a bibliography, each a DOI, another id, a title, or a reference as printed: whether"
                        + " this index knows the work, whether year, authors, volume, pages, title or DOI differ, how it is"
                        + " cited, and whether it was retracted. A reference that is not held may be right all the same: check"
                        + " it elsewhere.",
        answer = ReferenceCheck.class)
record ReferenceCheckTool(ReferenceChecker checker, IndexedWorks held, McpSettings settings, PublicUrl url)
        implements McpTool {

    private static final String REFERENCES = "references";

    @Override
    public InputSchema input() {
        return new InputSchema()
                .texts(REFERENCES, "DOIs, other ids, titles, or references as printed", settings.references())
                .required(REFERENCES);
    }

    @Override
    public Object call(Arguments given) {
        List<GivenReference> references = given.needed(REFERENCES, settings.references()).stream()
                .map(reference -> GivenReference.printed(null, reference))
                .toList();
        List<CheckedReference> results = checker.check(new ReferenceList(ListFormat.TEXT, references, List.of()))
                .checked();
        Map<String, IndexedWork> known = held.find(results.stream()
                .map(CheckedReference::work)
                .filter(Objects::nonNull)
                .map(work -> work.id())
                .toList());
        List<Checked> checked =
                results.stream().map(result -> checked(result, known)).toList();
        return new ReferenceCheck(
                checked,
                checked.stream().filter(Checked::warns).count(),
                Coverage.ofList(checked.stream().filter(Checked::held).count(), checked.size()));
    }

    private Checked checked(CheckedReference result, Map<String, IndexedWork> known) {
        IndexedWork found =
                result.work() == null ? null : known.get(result.work().id());
        List<String> findings =
                result.findings().stream().map(kind -> kind.wireName()).toList();
        List<SimilarWork> similar = result.candidates().stream()
                .map(candidate -> new SimilarWork(NamedWork.of(candidate.work(), url), candidate.score()))
                .toList();
        if (found == null) {
            return new Checked(result.given(), false, findings, null, null, null, List.of(), similar, false);
        }
        return new Checked(
                result.given(),
                true,
                findings,
                result.foundBy(),
                NamedWork.of(found.work(), url),
                TypeCounts.of(found.tally()),
                result.differences().stream()
                        .map(one -> new FieldDifference(one.field(), one.given(), one.indexed()))
                        .toList(),
                similar,
                found.work().notices().stream().anyMatch(notice -> CitedNotice.warns(notice.kind())));
    }
}
