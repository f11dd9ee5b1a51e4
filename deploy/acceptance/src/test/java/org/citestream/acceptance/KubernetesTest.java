package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The manifests of {@code deploy/kubernetes} fit the services, the topics and one another. Needs no line and no cluster;
 * {@code KubernetesTopicsTest} of deploy/kit holds the topics themselves.
 */
class KubernetesTest {

    private static final Path FOLDER = Checkout.root().resolve("deploy/kubernetes");
    private static final JsonNode TOPICS = Yaml.tree(Checkout.root().resolve("deploy/contracts/topics.yaml"));

    private final JsonNode kustomization = Yaml.tree(FOLDER.resolve("kustomization.yaml"));
    private final List<JsonNode> manifests = documents("deploy/kubernetes").toList();

    @Test
    void shouldListEveryManifest() {
        // When
        List<String> files = Documents.in("deploy/kubernetes", ".yaml").stream()
                .filter(file -> file.getParent().equals(FOLDER))
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("kustomization.yaml"))
                .toList();

        // Then
        assertThat(texts(kustomization.path("resources"))).containsExactlyInAnyOrderElementsOf(files);
        assertThat(manifests).allSatisfy(manifest -> {
            assertThat(manifest.path("apiVersion").asText()).isNotEmpty();
            assertThat(manifest.path("kind").asText()).isNotEmpty();
        });
        assertThat(manifests).extracting(KubernetesTest::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSetOnlyWhatAServiceKnows(Service service) {
        // Given
        List<String> set = texts(container(service).path("env"), "name");

        // When
        List<String> unknown = KnownSettings.of(service).unknown(set);

        // Then
        assertThat(set).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldProbeBoundAndConfineAService(Service service) {
        // Given
        String properties = Documents.read(
                Checkout.root().resolve(service.folder()).resolve("src/main/resources/application.properties"));

        // When
        JsonNode container = container(service);

        // Then
        String port = container.at("/ports/0/containerPort").asText();
        assertThat(properties).contains("quarkus.http.port=" + port);
        assertThat(one("Service", service.folder()).at("/spec/ports/0/port").asText())
                .isEqualTo(port);
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(container.path("startupProbe").isObject()).isTrue();
        assertThat(container.at("/resources/limits/memory").asText())
                .isEqualTo(container.at("/resources/requests/memory").asText())
                .isNotEmpty();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        JsonNode pod = one("Deployment", service.folder()).at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(texts(container.path("volumeMounts"), "name"))
                .allMatch(texts(pod.path("volumes"), "name")::contains);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSelectThePodsOfAService(Service service) {
        // When
        JsonNode labels = one("Deployment", service.folder()).at("/spec/template/metadata/labels");

        // Then
        assertThat(labels.isObject()).isTrue();
        assertThat(one("Deployment", service.folder()).at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(one("Service", service.folder()).at("/spec/selector")).isEqualTo(labels);
        assertThat(one("PodDisruptionBudget", service.folder()).at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(one("NetworkPolicy", service.folder()).at("/spec/podSelector/matchLabels"))
                .isEqualTo(labels);
        assertThat(ports(one("NetworkPolicy", service.folder()).at("/spec/ingress")))
                .containsExactly(container(service).at("/ports/0/containerPort").asText());
    }

    @Test
    void shouldReferToWhatIsThereOrSaidToBeMade() {
        // Given: what the operators make of the manifests, and what the README tells to make
        String kafka = one("Kafka", "citestream").at("/metadata/name").asText();
        String database =
                one("Cluster", "citestream-database").at("/metadata/name").asText();
        String user = one("KafkaUser", "citestream").at("/metadata/name").asText();
        Set<String> known = new TreeSet<>(Set.of(
                kafka + "-cluster-ca-cert",
                user,
                database + "-app",
                database + "-ca",
                "citestream-keys",
                "citestream-session"));
        manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals("Secret"))
                .forEach(secret -> known.add(secret.at("/metadata/name").asText()));

        // When
        Set<String> used = new TreeSet<>();
        Stream.concat(manifests.stream(), documents("deploy/kubernetes/migrate"))
                .forEach(manifest -> {
                    manifest.findValues("secretKeyRef")
                            .forEach(
                                    reference -> used.add(reference.path("name").asText()));
                    manifest.findValues("secretName").forEach(name -> used.add(name.asText()));
                    manifest.findValues("secretTargetRef")
                            .forEach(references -> used.addAll(texts(references, "name")));
                });

        // Then
        assertThat(used).hasSizeGreaterThan(5).isSubsetOf(known);
        assertThat(Documents.read(FOLDER.resolve("README.md"))).contains("citestream-keys", "citestream-session");
        assertThat(addresses("KAFKA_BOOTSTRAP_SERVERS")).containsOnly(kafka + "-kafka-bootstrap:9093");
        assertThat(addresses("QUARKUS_DATASOURCE_JDBC_URL"))
                .allSatisfy(address -> assertThat(address).startsWith("jdbc:postgresql://" + database + "-rw:5432/"));
    }

    @Test
    void shouldScaleByTheLagOfOurGroupUpToItsPartitions() {
        // Given
        JsonNode scaling = one("ScaledObject", "classify-service").path("spec");
        JsonNode kafka = scaling.at("/triggers/0/metadata");

        // When
        JsonNode topic = find(TOPICS.path("topics"), kafka.path("topic").asText());
        JsonNode group = find(TOPICS.path("groups"), kafka.path("consumerGroup").asText());

        // Then
        assertThat(texts(group.path("reads"))).contains(topic.path("name").asText());
        assertThat(scaling.path("maxReplicaCount")).isEqualTo(topic.path("partitions"));
        assertThat(scaling.path("minReplicaCount").asInt()).isEqualTo(1);
        assertThat(scaling.at("/fallback/replicas").asInt()).isPositive();
        assertThat(one("Deployment", "classify-service").at("/spec/replicas").isMissingNode())
                .as("whose replicas are KEDA's")
                .isTrue();
    }

    @Test
    void shouldLoseNothingThatWasAcknowledgedWhenOneNodeIsGone() {
        // When
        JsonNode broker = one("Kafka", "citestream").at("/spec/kafka/config");
        JsonNode synchronous = one("Cluster", "citestream-database").at("/spec/postgresql/synchronous");

        // Then
        assertThat(broker.path("min.insync.replicas").asInt()).isEqualTo(2);
        assertThat(broker.path("auto.create.topics.enable").asBoolean(true)).isFalse();
        List<String> settings = new ArrayList<>();
        broker.fieldNames().forEachRemaining(settings::add);
        assertThat(settings).isSubsetOf(AbstractKafkaConfig.CONFIG_DEF.names());
        assertThat(one("KafkaNodePool", "node").at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(synchronous.path("dataDurability").asText()).isEqualTo("required");
        for (Service service : Service.values()) {
            assertThat(StreamSupport.stream(container(service).path("env").spliterator(), false)
                            .filter(variable -> variable.path("name").asText().endsWith("_REPLICATION_FACTOR"))
                            .map(variable -> variable.path("value").asText()))
                    .as(service.folder())
                    .containsExactly("3");
        }
    }

    @Test
    void shouldRunTheVersionThatTheBuildMakes() {
        // Given
        String pom = Documents.read(Checkout.root().resolve("pom.xml"));

        // When
        List<String> tags = new ArrayList<>(texts(kustomization.path("images"), "newTag"));
        tags.addAll(
                texts(Yaml.tree(FOLDER.resolve("migrate/kustomization.yaml")).path("images"), "newTag"));

        // Then
        assertThat(tags).hasSize(4).allSatisfy(tag -> assertThat(pom).contains("<version>" + tag + "</version>"));
        assertThat(texts(kustomization.path("images"), "name"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Service.values())
                        .map(service -> container(service).path("image").asText())
                        .toList());
    }

    private static Stream<JsonNode> documents(String folder) {
        return Documents.in(folder, ".yaml").stream()
                .filter(file -> file.getParent().equals(Checkout.root().resolve(folder)))
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .flatMap(file -> Yaml.documents(file).stream());
    }

    private static String id(JsonNode manifest) {
        return manifest.path("kind").asText() + " "
                + manifest.at("/metadata/name").asText();
    }

    private JsonNode one(String kind, String name) {
        return manifests.stream()
                .filter(manifest -> id(manifest).equals(kind + " " + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    private JsonNode container(Service service) {
        return one("Deployment", service.folder()).at("/spec/template/spec/containers/0");
    }

    private Set<String> addresses(String variable) {
        Set<String> addresses = new TreeSet<>();
        for (Service service : Service.values()) {
            container(service).path("env").forEach(set -> {
                if (set.path("name").asText().equals(variable)) {
                    addresses.add(set.path("value").asText());
                }
            });
        }
        assertThat(addresses).isNotEmpty();
        return addresses;
    }

    private static Set<String> ports(JsonNode rules) {
        Set<String> ports = new TreeSet<>();
        rules.findValues("port").forEach(port -> ports.add(port.asText()));
        return ports;
    }

    private static JsonNode find(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("topics.yaml names no " + name));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path(field).asText())
                .toList();
    }
}
