package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * AsyncAPI's own parser takes {@code asyncapi.yaml}. Runs where Node.js is found and the parser lies in the cache, as
 * {@code .ci/run} puts it there. Needs no line.
 */
@Tag("slow")
class AsyncApiTest {

    private static final Path CONTRACTS = Checkout.root().resolve("deploy/contracts");
    private static final Path PARSER = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache"))
            .resolve("citestream/asyncapi-parser");

    private Path node;

    @BeforeEach
    void findParser() {
        assumeTrue(
                Files.exists(PARSER.resolve("node_modules/@asyncapi/parser/package.json")),
                "skipped: AsyncAPI's parser is not in " + PARSER
                        + " (deploy/contracts/README.md says how it gets there)");
        node = Tool.find("node");
    }

    @Test
    void shouldBeTakenByItsOwnParser() {
        // When
        Tool.Ended ended = check(CONTRACTS);

        // Then
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("8 channels");
    }

    @Test
    void shouldBeRefusedWhenAMessageIsNotThere(@TempDir Path folder) throws IOException {
        // Given
        for (String file : List.of("asyncapi.yaml", "check-asyncapi.mjs")) {
            Files.writeString(
                    folder.resolve(file),
                    Documents.read(CONTRACTS.resolve(file)).replace("messages/LoopPaused'", "messages/Nowhere'"));
        }
        Files.createSymbolicLink(folder.resolve("schemas"), CONTRACTS.resolve("schemas"));

        // When
        Tool.Ended ended = check(folder);

        // Then
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("asyncapi.yaml:", "Nowhere");
    }

    private Tool.Ended check(Path folder) {
        return Tool.run(
                List.of(node.toString(), folder.resolve("check-asyncapi.mjs").toString(), PARSER.toString()));
    }
}
