package org.citestream.query.dialect.scite;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citestream.query.publication.Issn;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** scite's routes about journals. A journal is found by any of its ISSNs, with or without the hyphen. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class JournalResource {

    private static final int BATCH = 500;

    @Inject
    JournalReader journals;

    @Inject
    DoiBatch batch;

    /** The number of known works of a journal. */
    public record ArticleCount(long totalArticleCount) {}

    /** The notices of one journal; they are absent when the journal is not known. */
    public record IssnNotices(String issn, JournalReader.NoticeCounts notices) {}

    /** A format that older clients read. */
    public record IssnTally(
            String issn,
            long total_cites,
            long total_contradicting_cites,
            long total_mentioning_cites,
            long total_supporting_cites,
            long total_unclassified) {}

    @GET
    @Path("journal/{issn}/tallies")
    @Operation(summary = "Statements about all works of a journal by type")
    public JournalTally tally(@PathParam("issn") String written) {
        return Issn.of(written).stream()
                .flatMap(issn -> journals.tallies(List.of(issn)).values().stream())
                .findFirst()
                .orElseThrow(() -> SciteError.notFound(written));
    }

    @GET
    @Path("journal/{issn}/yearly-si")
    @Operation(
            summary = "The scite Index of a journal, year by year",
            description =
                    "supporting / (supporting + contrasting) over the statements of works published in relativeYear:"
                            + " siTwoYears about works that the journal published in the two years before, siFiveYears in the five"
                            + " years before, siAllYears ever. Absent where there was neither. years (repeatable) chooses.")
    public List<JournalIndex.Yearly> yearly(@PathParam("issn") String written, @Context UriInfo address) {
        List<Integer> years = new SciteParameters(address)
                .listed("years").stream().map(JournalResource::year).toList();
        List<String> issns = Issn.of(written).stream().toList();
        if (journals.tallies(issns).isEmpty()) {
            throw SciteError.notFound(written);
        }
        return journals.indexes(issns).stream()
                .filter(index -> years.isEmpty() || years.contains(index.year()))
                .map(JournalIndex::yearly)
                .toList();
    }

    @GET
    @Path("dashboards/journal/{journal}/article-count")
    @Operation(summary = "How many works of a journal are known, by its ISSN or journalSlug")
    public ArticleCount articleCount(@PathParam("journal") String written) {
        return journals.works(written).map(ArticleCount::new).orElseThrow(() -> SciteError.notFound(written));
    }

    @GET
    @Path("issn-sji")
    @Operation(
            summary = "The scite Index of the journal with an ISSN",
            description = "All years, or one (year). Empty for an unknown journal.")
    public List<JournalIndex.Sji> sji(@Context UriInfo address) {
        SciteParameters asked = new SciteParameters(address);
        Integer year = asked.text("year").map(JournalResource::year).orElse(null);
        return journals.indexes(issns(asked)).stream()
                .filter(index -> year == null || index.year() == year)
                .map(JournalIndex::sji)
                .toList();
    }

    @POST
    @Path("issn-sji-bulk")
    @Operation(
            summary = "The scite Index of the journals with these ISSNs",
            description = "A JSON array of at most 500.")
    public Map<String, List<JournalIndex.Sji>> sjis(byte[] body) {
        Map<String, List<JournalIndex.Sji>> sjis = new LinkedHashMap<>();
        journals.indexes(issns(batch.texts(body, BATCH)))
                .forEach(index -> sjis.computeIfAbsent(index.asked(), asked -> new java.util.ArrayList<>())
                        .add(index.sji()));
        return sjis;
    }

    @GET
    @Path("issn-editorial-notices")
    @Operation(
            summary = "Editorial notices on the works of journals",
            description = "issn is one or several (at most 500), separated by commas.")
    public List<IssnNotices> notices(@Context UriInfo address) {
        List<String> issns = issns(new SciteParameters(address));
        Map<String, JournalReader.NoticeCounts> notices = journals.notices(issns);
        return issns.stream()
                .map(issn -> new IssnNotices(issn, notices.get(issn)))
                .toList();
    }

    @GET
    @Path("issn-tallies")
    @Operation(
            summary = "Statements about the works of journals by type",
            description = "issn is one or several (at most 500), separated by commas; unknown ones are left out.")
    public List<IssnTally> tallies(@Context UriInfo address) {
        return journals.tallies(issns(new SciteParameters(address))).entrySet().stream()
                .map(journal -> new IssnTally(
                        journal.getKey(),
                        journal.getValue().totalCites(),
                        journal.getValue().totalContrastingCites(),
                        journal.getValue().totalMentioningCites(),
                        journal.getValue().totalSupportingCites(),
                        journal.getValue().totalUnclassifiedCites()))
                .collect(Collectors.toList());
    }

    private static List<String> issns(SciteParameters asked) {
        List<String> written = asked.listed("issn");
        if (written.isEmpty()) {
            throw SciteError.invalidParameter("issn", "field required");
        }
        if (written.size() > BATCH) {
            throw SciteError.invalidParameter("issn", "ensure this value has at most " + BATCH + " items");
        }
        return issns(written);
    }

    private static List<String> issns(List<String> written) {
        return written.stream()
                .flatMap(issn -> Issn.of(issn).stream())
                .distinct()
                .toList();
    }

    private static int year(String written) {
        if (!written.matches("\\d{4}")) {
            throw SciteError.invalidParameter("year", "value is not a year: use four digits");
        }
        return Integer.parseInt(written);
    }
}
