package org.citestream.ingest.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.citestream.ingest.file.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void shouldRefuseArticlesWhenLessIsLeftThanMustBe() {
        assertThatThrownBy(() -> space("4000000G").check())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("citestream.articles.least-free-disk");
    }

    @Test
    void shouldTakeArticlesAndShowWhatIsLeft() {
        assertThatCode(() -> space("1").check()).doesNotThrowAnyException();
        assertThat(meters.get("citestream.disk.free").gauge().value()).isPositive();
    }

    private DiskSpace space(String least) {
        ArrivalSettings settings = new SmallRyeConfigBuilder()
                .withMapping(ArrivalSettings.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(Map.of("citestream.articles.least-free-disk", least))
                .build()
                .getConfigMapping(ArrivalSettings.class);
        return new DiskSpace(folder, settings, meters);
    }
}
