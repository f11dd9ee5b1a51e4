package org.citestream.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestOriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, true",
        "http://localhost, true",
        "http://[::1]:8080/, true",
        "http://0.0.0.0:8080, false",
        "https://citations.example.org, false",
        "http://my_host:8080, false",
        "http://localhost.example.org, false"
    })
    void shouldTellAnAddressOfThisMachineFromOneOfTheOutside(String address, boolean expected) {
        assertThat(RequestOrigin.ofPagesAt(address).isSiteOfThisMachine()).isEqualTo(expected);
    }
}
