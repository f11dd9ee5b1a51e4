package org.citestream.query.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {

    @TempDir
    Path data;

    @Test
    void shouldNameTheSettingWithoutAnyThread() {
        // Given
        SearchSettings settings = new SmallRyeConfigBuilder()
                .withMapping(SearchSettings.class)
                .withDefaultValues(Map.of("citestream.search.threads", "0"))
                .build()
                .getConfigMapping(SearchSettings.class);

        // When, Then
        assertThatThrownBy(() -> new IndexFolder().open(settings, Optional.of(data)))
                .hasMessageContaining("citestream.search.threads must be at least 1");
    }
}
