package org.citestream.query.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

    @Test
    void shouldReadBackAPlaceFromItsToken() {
        // When
        Keyset.Place place = new Keyset.Place("2021-03", "doi:10.5555/ä & ß");
        // Then
        assertThat(Keyset.Place.parse(place.token())).contains(place);
        assertThat(place.token()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "abc", "no between", "one\u0000two\u0000three", "\u00ff\u00fe"})
    void shouldReadNothingFromWhatIsNoToken(String text) {
        // When, Then
        assertThat(Keyset.Place.parse(text)).isEmpty();
        String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Keyset.Place.parse(encoded)).isEmpty();
    }
}
