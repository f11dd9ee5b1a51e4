package org.citestream.ingest.catalogue.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.article.ReferenceBuilder;
import org.citestream.ingest.remote.HttpStub;
import org.citestream.ingest.remote.HttpStub.Answer;
import org.citestream.ingest.remote.RemoteUnavailableException;
import org.citestream.ingest.remote.RequestPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final RequestPolicy MANNERS =
            new RequestPolicy(Duration.ofSeconds(5), 3, Duration.ofMillis(5), 1000, 100, Duration.ofHours(1), 100_000);
    private static final String CROSSREF_WORK = """
            {"status":"ok","message-type":"work","message":{"DOI":"10.5555/FEAR.2015","type":"journal-article",
             "title":["Fear extinction in the rat"],"container-title":["Annals of Sample Science"],
             "short-container-title":["Ann Sample Sci"],"ISSN":["2049-3630"],"publisher":"Sample Press",
             "author":[{"given":"Ping","family":"Ren","ORCID":"http://orcid.org/0000-0002-1825-0097"},
                       {"name":"The Fear Consortium"}],
             "issued":{"date-parts":[[2015,3]]},"volume":"3","issue":"1","page":"1-9"}}""";
    private static final String OPENALEX_WORK = """
            {"id":"https://openalex.org/W1","doi":"https://doi.org/10.5555/fear.2015","title":"Fear extinction in the rat",
             "publication_date":"2015-03-02","publication_year":2015,"type":"article",
             "ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/99000001","pmcid":"https://www.ncbi.nlm.nih.gov/pmc/articles/123"},
             "authorships":[{"author":{"display_name":"Ping Ren","orcid":"https://orcid.org/0000-0002-1825-0097"}}],
             "primary_location":{"source":{"display_name":"Annals of Sample Science","issn":["2049-3630"],
               "host_organization_name":"Sample Press"}},
             "biblio":{"volume":"3","issue":"1","first_page":"1","last_page":"9"}}""";

    private final HttpStub stub = new HttpStub();
    private final CrossrefRegistry crossref = new CrossrefRegistry(stub.base(), MANNERS, "citestream-test");
    private final OpenAlexRegistry openAlex = new OpenAlexRegistry(stub.base(), MANNERS, "citestream-test");

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void shouldReadWorkWhenCrossrefKnowsTheDoi() {
        // Given
        stub.answer("/works/10.5555%2Ffear.2015", new Answer(200, CROSSREF_WORK));

        // When
        RegistryEntry entry =
                crossref.find(new PublicationId("doi:10.5555/fear.2015")).orElseThrow();

        // Then
        assertThat(entry.identifiers().doi()).isEqualTo("10.5555/fear.2015");
        assertThat(entry.title()).isEqualTo("Fear extinction in the rat");
        assertThat(entry.authors())
                .containsExactly(
                        new Author("Ren", "Ping", "0000-0002-1825-0097", List.of(), false),
                        Author.group("The Fear Consortium"));
        assertThat(entry.journal().issns()).containsExactly("2049-3630");
        assertThat(entry.date()).isEqualTo(new PublicationDate(2015, 3, null));
        assertThat(entry.placement()).isEqualTo(new Placement("3", "1", "1", "9"));
        assertThat(stub.agents()).containsOnly("citestream-test");
    }

    @Test
    void shouldReadWorkWhenOpenAlexKnowsThePmid() {
        // Given
        stub.answer("/works/pmid%3A99000001", new Answer(200, OPENALEX_WORK));

        // When
        RegistryEntry entry = openAlex.find(new PublicationId("pmid:99000001")).orElseThrow();

        // Then
        assertThat(entry.identifiers()).isEqualTo(new Identifiers("10.5555/fear.2015", "99000001", "PMC123", null));
        assertThat(entry.authors()).containsExactly(new Author("Ren", "Ping", "0000-0002-1825-0097", List.of(), false));
        assertThat(entry.date()).isEqualTo(new PublicationDate(2015, 3, 2));
    }

    @Test
    void shouldAskOnceWhenTheAnswerIsCached() {
        // Given
        stub.answer("/works/10.5555%2Ffear.2015", new Answer(200, CROSSREF_WORK));
        PublicationId known = new PublicationId("doi:10.5555/fear.2015");
        PublicationId unknown = new PublicationId("doi:10.5555/nobody");

        // When
        for (int i = 0; i < 3; i++) {
            assertThat(crossref.find(known)).isPresent();
            assertThat(crossref.find(unknown)).isEmpty();
        }

        // Then
        assertThat(stub.asked()).hasSize(2);
    }

    @Test
    void shouldTryAgainWhenTheRegistryIsBusy() {
        // Given
        stub.answer(
                "/works/10.5555%2Ffear.2015", new Answer(429, ""), new Answer(503, ""), new Answer(200, CROSSREF_WORK));

        // When
        Optional<RegistryEntry> entry = crossref.find(new PublicationId("doi:10.5555/fear.2015"));

        // Then
        assertThat(entry).isPresent();
        assertThat(stub.asked()).hasSize(3);
    }

    @Test
    void shouldSayUnavailableAndRememberNothingWhenTheRegistryStaysAway() {
        // Given
        stub.answer("/works/10.5555%2Ffear.2015", new Answer(500, ""));
        PublicationId id = new PublicationId("doi:10.5555/fear.2015");

        // When
        assertThatThrownBy(() -> crossref.find(id))
                .isInstanceOf(RemoteUnavailableException.class)
                .hasMessageContaining("HTTP 500");
        stub.answer("/works/10.5555%2Ffear.2015", new Answer(200, CROSSREF_WORK));

        // Then
        assertThat(crossref.find(id)).isPresent();
    }

    @Test
    void shouldNotRepeatWhenTheRegistryRefuses() {
        // Given
        stub.answer("/works/10.5555%2Ffear.2015", new Answer(403, "no"));

        // When
        assertThatThrownBy(() -> crossref.find(new PublicationId("doi:10.5555/fear.2015")))
                .isInstanceOf(RemoteUnavailableException.class)
                .hasMessageContaining("HTTP 403");

        // Then
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void shouldSayUnavailableWhenTheAnswerIsTooLongOrNoJson() {
        // Given
        stub.answer("/works/10.5555%2Flong", new Answer(200, "\"" + "x".repeat(200_000) + "\""));
        stub.answer("/works/10.5555%2Fhtml", new Answer(200, "<html>"));

        // When, Then
        assertThatThrownBy(() -> crossref.find(new PublicationId("doi:10.5555/long")))
                .isInstanceOf(RemoteUnavailableException.class)
                .hasMessageContaining("longer than 100000 bytes");
        assertThatThrownBy(() -> crossref.find(new PublicationId("doi:10.5555/html")))
                .isInstanceOf(RemoteUnavailableException.class);
    }

    @Test
    void shouldListCandidatesWhenAReferenceHasATitle() {
        // Given
        Reference reference = ReferenceBuilder.reference("B1", it -> {
            it.label = "1";
            it.title = "Fear extinction in the rat";
            it.authors = List.of(Author.person("Ren", "P"));
            it.container = "Ann Sample Sci";
            it.year = 2015;
            it.raw = "Ren P. Fear extinction in the rat. 2015.";
        });
        String work = CROSSREF_WORK.substring(CROSSREF_WORK.indexOf("\"message\":") + 10, CROSSREF_WORK.length() - 1);
        stub.answer(
                "/works?rows=5&query.bibliographic=Ren+Fear+extinction+in+the+rat+Ann+Sample+Sci+2015",
                new Answer(200, "{\"message\":{\"items\":[" + work + "]}}"));
        stub.answer(
                "/works?per-page=5&search=Fear+extinction+in+the+rat",
                new Answer(200, "{\"results\":[" + OPENALEX_WORK + "]}"));

        // When
        List<RegistryEntry> fromCrossref = crossref.candidates(reference);
        List<RegistryEntry> fromOpenAlex = openAlex.candidates(reference);

        // Then
        assertThat(fromCrossref)
                .singleElement()
                .extracting(entry -> entry.identifiers().doi())
                .isEqualTo("10.5555/fear.2015");
        assertThat(fromOpenAlex)
                .singleElement()
                .extracting(entry -> entry.identifiers().doi())
                .isEqualTo("10.5555/fear.2015");
    }
}
