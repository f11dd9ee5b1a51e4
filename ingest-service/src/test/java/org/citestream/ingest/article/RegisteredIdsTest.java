package org.citestream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisteredIdsTest {
    @Test
    void shouldCleanIdsWhenTheyCarryPrefixes() {
        assertThat(RegisteredIds.pmid("PMID: 012345")).contains("12345");
        assertThat(RegisteredIds.pmcid("PMC123.1")).contains("PMC123");
        assertThat(RegisteredIds.pmcid("123")).contains("PMC123");
        assertThat(RegisteredIds.arxiv("https://arxiv.org/abs/2103.01234v2")).contains("2103.01234");
        assertThat(RegisteredIds.arxiv("arXiv:hep-th/9901001")).contains("hep-th/9901001");
        assertThat(RegisteredIds.arxivIn("Doe, arXiv preprint arXiv:2103.01234 (2021)"))
                .contains("2103.01234");
    }

    @Test
    void shouldFindAPmidInWordsWhenPubMedIsNamed() {
        assertThat(RegisteredIds.pmidIn("[PMC free article: PMC1234567] [PubMed: 12345678]"))
                .contains("12345678");
        assertThat(RegisteredIds.pmidIn("Ash A. pubmed.ncbi.nlm.nih.gov/12345678/#affiliation-1"))
                .contains("12345678");
        assertThat(RegisteredIds.pmidIn("PubMed 2019, 12345 hits")).isEmpty();
    }

    @Test
    void shouldFindNothingWhenAnIdIsMalformed() {
        assertThat(RegisteredIds.pmid("12a")).isEmpty();
        assertThat(RegisteredIds.pmid("0")).isEmpty();
        assertThat(RegisteredIds.arxiv("2103")).isEmpty();
        assertThat(RegisteredIds.arxivIn("number 2103.01234")).isEmpty();
    }

    @Test
    void shouldCheckTheDigitWhenAnOrcidIsRead() {
        assertThat(RegisteredIds.orcid("https://orcid.org/0000-0002-1825-0097")).contains("0000-0002-1825-0097");
        assertThat(RegisteredIds.orcid("0000-0002-1694-233x")).contains("0000-0002-1694-233X");
        assertThat(RegisteredIds.orcid("0000-0002-1825-0098")).isEmpty();
    }
}
