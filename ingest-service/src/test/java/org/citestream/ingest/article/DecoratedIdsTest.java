package org.citestream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands around an id, or breaks it, the id comes out bare. */
class DecoratedIdsTest {
    @Provide
    Arbitrary<String> dois() {
        return Arbitraries.of(
                "10.1371/journal.pone.0000001",
                "10.1016/j.cell.2010.02.001",
                "10.1016/S0140-6736(05)12345-6",
                "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
                "10.1038/s41586-019-1234-5",
                "10.1093/hmg/ddu328",
                "10.7554/eLife.01234.001",
                "10.5334/jors.b12",
                "10.1021/ja00001a001",
                "10.1000/182",
                "10.5465/amr.2010.51141729");
    }

    @Provide
    Arbitrary<String> before() {
        return Arbitraries.of(
                "",
                "doi:",
                "DOI: ",
                "doi ",
                "https://doi.org/",
                "http://dx.doi.org/",
                "info:doi/",
                "(doi:",
                "urn:doi:",
                "https://publisher.example/doi/full/",
                "https://x.example/article/file?id=",
                "Nature 5, 12. ",
                "doi.org/",
                "https://www.tandfonline.com/doi/abs/",
                "[",
                "“",
                "https://proxy.example/login?url=https://doi.org/");
    }

    @Provide
    Arbitrary<String> after() {
        return Arbitraries.of(
                "",
                ".",
                ",",
                ";",
                ").",
                "]",
                "”",
                "?needAccess=true",
                "#sec2",
                "/full",
                "/abstract",
                "/pdf",
                "/meta",
                ".pdf",
                ".full",
                ".full.pdf",
                "&type=printable",
                "/suppinfo",
                "/suppl_file/x_si_001.pdf",
                "&casa_token=abc:def",
                "?casa_token=abc",
                " PMID: 123",
                ". Accessed 2 May 2010",
                ". [PubMed]",
                "[CrossRef]",
                "/epdf",
                "/full/html",
                "/tables/1",
                "/figures/2",
                "</a>",
                "†",
                "‡.",
                "&lt;",
                " [doi]",
                "/fulltext.html",
                ".abstract",
                "/citedby",
                "/references",
                "https://doi.org/10.9999/other.1",
                " 10.9999/other.1",
                ";10.9999/other.1",
                "doi:10.9999/other.1",
                "/");
    }

    @Property
    void shouldFindTheBareDoiWhenItIsDecorated(
            @ForAll("dois") String doi, @ForAll("before") String before, @ForAll("after") String after) {
        // When
        String dressed = before + doi + after;
        // Then
        assertThat(Doi.findIn("Doe J. A title. " + dressed)).contains(doi.toLowerCase(Locale.ROOT));
        assertThat(Doi.inLink(dressed)).contains(doi.toLowerCase(Locale.ROOT));
        assertThat(Doi.clean(dressed)).contains(doi.toLowerCase(Locale.ROOT));
    }

    @Property
    void shouldFindTheBareDoiWhenItIsPercentEncodedOrUpperCase(@ForAll("dois") String doi) {
        // When
        String encoded =
                doi.replace("/", "%2F").replace("(", "%28").replace(")", "%29").replace(":", "%3A");
        // Then
        assertThat(Doi.inLink("https://doi.org/" + encoded)).contains(doi.toLowerCase(Locale.ROOT));
        assertThat(Doi.clean(doi.toUpperCase(Locale.ROOT))).contains(doi.toLowerCase(Locale.ROOT));
    }

    @Property
    void shouldCloseBlanksWhenTheyBreakADoi(@ForAll("dois") String doi, @ForAll("breaks") String at) {
        // When
        String broken = doi.replace(at, " " + at);
        // Then
        assertThat(Doi.clean(broken)).contains(doi.toLowerCase(Locale.ROOT));
        assertThat(Doi.clean(doi.replace(at, at + " "))).contains(doi.toLowerCase(Locale.ROOT));
    }

    @Provide
    Arbitrary<String> breaks() {
        return Arbitraries.of("/", ".", "-", "_");
    }

    @Provide
    Arbitrary<String> stems() {
        return Arbitraries.of(
                "10.1371/journal", "10.1371/journal.pone", "10.1016/j", "10.5465/amr", "10.1038/nature", "10.1000/");
    }

    @Property
    void shouldFindNoDoiWhenOnlyAStemIsLeft(
            @ForAll("stems") String stem, @ForAll("before") String before, @ForAll("ends") String end) {
        assertThat(Doi.findIn("Doe J. " + before + stem + end)).isEmpty();
        assertThat(Doi.clean(before + stem + end)).isEmpty();
        assertThat(Doi.inLink(before + stem + end)).isEmpty();
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("", ".", ",", " .", ". Smith J", "/", "/full");
    }

    @Property
    void shouldFindBothWhenTwoDoisRunTogether(@ForAll("glue") String glue) {
        assertThat(Doi.allIn("10.1000/abc.12" + glue + "10.1093/hmg/ddu328"))
                .containsExactly("10.1000/abc.12", "10.1093/hmg/ddu328");
    }

    @Provide
    Arbitrary<String> glue() {
        return Arbitraries.of("", ";", ",", " ", "; ", " and ", "doi:", "https://doi.org/", " http://dx.doi.org/", "|");
    }

    @Provide
    Arbitrary<String> pubmed() {
        return lines("""
                %s
                %s.
                PMID: %s
                pmid:%s
                PMID%s
                %s/
                %s?dopt=Abstract
                0%s
                %s [pubmed]
                PubMed: %s
                https://pubmed.ncbi.nlm.nih.gov/%s/
                https://pubmed.ncbi.nlm.nih.gov/%s
                http://www.ncbi.nlm.nih.gov/pubmed/%s/
                http://www.ncbi.nlm.nih.gov/pubmed/%s?dopt=Abstract
                https://www.ncbi.nlm.nih.gov/m/pubmed/%s/
                http://www.ncbi.nlm.nih.gov/pubmed/?term=%s
                https://europepmc.org/article/MED/%s
                https://europepmc.org/abstract/med/%s
                http://identifiers.org/pubmed:%s
                http://identifiers.org/pubmed/%s
                http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=%s&dopt=Abstract
                https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/%s/
                """);
    }

    @Property
    void shouldFindTheBarePmidWhenItIsDecorated(@ForAll("pubmed") String form) {
        assertThat(RegisteredIds.pmid(String.format(form, "15228132"))).contains("15228132");
    }

    @Provide
    Arbitrary<String> central() {
        return lines("""
                PMC%s
                %s
                PMCPMC%s
                PMC %s
                pmc%s
                PMCID: PMC%s
                PMC%s.
                PMC%s/
                PMC%s.1
                PMC%s?report=reader
                https://www.ncbi.nlm.nih.gov/pmc/articles/PMC%s/
                https://www.ncbi.nlm.nih.gov/pmc/articles/PMC%s/pdf/x.pdf
                https://pmc.ncbi.nlm.nih.gov/articles/PMC%s/
                http://www.ncbi.nlm.nih.gov/pmc/articles/%s
                https://europepmc.org/article/PMC/PMC%s
                http://europepmc.org/articles/PMC%s
                https://europepmc.org/articles/pmc%s?pdf=render
                http://www.pubmedcentral.nih.gov/articlerender.fcgi?artid=%s
                """);
    }

    @Property
    void shouldFindTheBarePmcidWhenItIsDecorated(@ForAll("central") String form) {
        assertThat(RegisteredIds.pmcid(String.format(form, "1522814"))).contains("PMC1522814");
    }

    @Provide
    Arbitrary<String> arxiv() {
        return lines("""
                %s
                arXiv:%s
                arXiv: %s
                arXiv:%sv2
                %sv1
                arXiv:%s [cs.CL]
                https://arxiv.org/abs/%s
                http://arxiv.org/pdf/%sv3.pdf
                https://arxiv.org/pdf/%s.pdf
                http://export.arxiv.org/abs/%s
                http://xxx.lanl.gov/abs/%s
                arXiv preprint arXiv:%s
                https://arxiv.org/html/%sv1
                %s.
                """);
    }

    @Property
    void shouldFindTheBareArxivIdWhenItIsDecorated(@ForAll("arxiv") String form, @ForAll("ids") String id) {
        assertThat(RegisteredIds.arxiv(String.format(form, id))).contains(id);
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.of("2103.01234", "0704.0001", "hep-th/9901001", "math/0309136");
    }

    private static Arbitrary<String> lines(String forms) {
        return Arbitraries.of(forms.lines().toList());
    }
}
