package org.citestream.query.dialect.semanticscholar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '\'',
            value = {
                "fish ladder                    > fish ladder",
                "fish + ladder                  > fish ladder",
                "+fish +ladder                  > fish ladder",
                "fish | ladder                  > fish OR ladder",
                "fish -ladder                   > fish -ladder",
                "fish - ladder                  > fish -ladder",
                "(fish ladder) | outflow        > (fish ladder) OR outflow",
                "fish -(ladder | pass)          > fish -(ladder OR pass)",
                "\"fish ladder\"                > \"fish ladder\"",
                "-\"Fish Ladder!\"              > -\"fish ladder\"",
                "\"fish ladder\"~3              > \"fish ladder\"~3",
                "fis*                           > fis*",
                "bugs~ flows~2                  > bugs~ flows~2",
                "AND or NOT title:x             > and or not title x",
                "beta-catenin C++               > beta catenin c",
                "f* ~ * | \"\"                  > f",
                "| (fish |)                     > (fish)",
            })
    void shouldSayInOurWordsWhatTheyMean(String theirs, String ours) {
        assertThat(BulkQuery.ours(theirs)).isEqualTo(ours);
    }
}
