package org.citestream.ingest.describe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "CY, Lin, C. Y.",
        "JAK, Doe, J. A. K.",
        "A, Author, A.",
        "Y, WANG, Y.",
        "Mary J, Doe, Mary J.",
        "J Robert, Doe, J. Robert",
        "Jean-P, Dupont, Jean-P.",
        "D'A, Dupont, D'A",
        "X.Y Z., Doe, X. Y. Z.",
        "J., Doe, J.",
        "C.Y., Lin, C. Y.",
        "C.-Y., Lin, C.-Y.",
        "C-Y, Lin, C.-Y.",
        "C Y, Lin, C. Y.",
        "J.R.R., Tolkien, J. R. R.",
        "É.M., Dupont, É. M.",
        "Chia-Yu, Lin, Chia-Yu",
        "Li, Wei, Li",
        "LI, WEI, LI",
        "JUAN, Doe, JUAN"
    })
    void shouldSetInitialsApartWhenTheyArePacked(String given, String family, String apart) {
        assertThat(Initials.apart(given, family)).isEqualTo(apart);
    }
}
