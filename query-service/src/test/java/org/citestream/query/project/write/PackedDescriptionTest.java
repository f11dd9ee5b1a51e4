package org.citestream.query.project.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.citestream.query.project.event.PublicationDescribed;
import org.junit.jupiter.api.Test;

class PackedDescriptionTest {

    private static final String ID = "ref:5197c7fa87bc15a1b1aed8302699f10103529c72c7e6846ab302905a0406dcf7";
    private static final String JSON = """
        {"id":"%s","source":"reference","ids":{"doi":"10.5555/x"},"title":"Cell-cell adhesion — mediated by binding",
         "authors":[{"family":"Anklesaria","given":"P"},{"family":"Ö’Brien \ud83d\ude00","given":"J. H."},
         {"collective":"The Consortium"}],"authorsTruncated":true,"journal":"Proc Natl Acad Sci U S A",
         "published":"1990","volume":"87","firstPage":"3289","lastPage":"3293","links":[{"kind":"has-preprint"}]}\
        """;

    private final PackedDescription descriptions = new PackedDescription();

    @Test
    void shouldBeRestoredUnchangedWhenPackedInSuccession() throws Exception {
        // Given
        PublicationDescribed one = read(JSON.formatted(ID));
        PublicationDescribed other = read("{\"id\":\"doi:10.5555/y\",\"source\":\"fulltext\",\"abstract\":\"%s\"}"
                .formatted("A long one. ".repeat(2000)));
        List<byte[]> packed = List.of(descriptions.pack(one), descriptions.pack(other), descriptions.pack(one));
        // When, Then
        assertThat(descriptions.unpack(packed.get(0), ID)).isEqualTo(one);
        assertThat(descriptions.unpack(packed.get(1), "doi:10.5555/y")).isEqualTo(other);
        assertThat(packed.get(2)).isEqualTo(packed.get(0)).isEqualTo(new PackedDescription().pack(one));
    }

    @Test
    void shouldBeLessThanHalf() throws Exception {
        assertThat(descriptions.pack(read(JSON.formatted(ID))).length)
                .isLessThan(JSON.formatted(ID).length() / 2);
    }

    private static PublicationDescribed read(String json) throws Exception {
        return new ObjectMapper().readValue(json, PublicationDescribed.class);
    }
}
