package org.citestream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://creativecommons.org/licenses/by/4.0/|CC-BY-4.0
                    http://creativecommons.org/licenses/by-nc-nd/3.0|CC-BY-NC-ND-3.0
                    https://creativecommons.org/licenses/by-sa/4.0/legalcode|CC-BY-SA-4.0
                    http://creativecommons.org/publicdomain/zero/1.0/|CC0-1.0
                    This is an open access article under the CC BY-NC 4.0 license.|CC-BY-NC-4.0
                    Distributed under the Creative Commons CC0 public domain dedication|CC0-1.0
                    the Creative Commons Attribution 4.0 International License|CC-BY-4.0
                    the Creative Commons Attribution-NonCommercial-NoDerivatives License 4.0|CC-BY-NC-ND-4.0
                    https://opensource.org/licenses/MIT|MIT
                    http://creativecommons.org/licenses/by/3.0/igo/|CC-BY-3.0-IGO
                    https://creativecommons.org/licenses/by-nc-sa/3.0/igo/legalcode|CC-BY-NC-SA-3.0-IGO
                    http://creativecommons.org/licenses/by/3.0/us/|CC-BY-3.0-US
                    http://creativecommons.org/licenses/by/3.0/deed.de|CC-BY-3.0
                    http://creativecommons.org/licenses/by/3.0/pl/|CC-BY-3.0
                    http://creativecommons.org/licenses/by-nd-nc/1.0/|CC-BY-NC-ND-1.0
                    https://creativecommons.org/publicdomain/mark/1.0/|CC-PDM-1.0
                    the Creative Commons Attribution 3.0 IGO License (CC BY 3.0 IGO)|CC-BY-3.0-IGO
                    the CC BY NC ND 4.0 licence|CC-BY-NC-ND-4.0
                    the Creative Commons Attribution Licence 4.0|CC-BY-4.0
                    """)
    void shouldGiveSpdxIdWhenLicenceIsKnown(String licence, String spdx) {
        assertThat(Licences.spdx(licence)).contains(spdx);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All rights reserved",
                "Creative Commons Attribution License",
                "https://www.elsevier.com/tdm/userlicense/1.0/"
            })
    void shouldGiveNoIdWhenLicenceOrItsVersionIsUnknown(String licence) {
        assertThat(Licences.spdx(licence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://ror.org/021nxhr62,https://ror.org/021nxhr62",
        "021nxhr62,https://ror.org/021nxhr62",
        "http://dx.doi.org/10.13039/100000001,https://doi.org/10.13039/100000001",
        "501100000780,https://doi.org/10.13039/501100000780",
        "10.13039/501100000780,https://doi.org/10.13039/501100000780"
    })
    void shouldGiveAddressWhenFunderHasAnId(String given, String address) {
        assertThat(new Funding("A fund", given, List.of()).funderId()).isEqualTo(address);
    }

    @Test
    void shouldKeepWhatIsGivenWhenFunderIdHasNoKnownForm() {
        assertThat(new Funding("A fund", "GRID.1", List.of()).funderId()).isEqualTo("GRID.1");
        assertThat(new Funding("A fund", null, List.of()).funderId()).isNull();
    }
}
