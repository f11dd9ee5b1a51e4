package org.citestream.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citestream.kit.access.OidcSettings;
import org.citestream.kit.http.RequestSettings;
import org.citestream.kit.trace.TraceSettings;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} names every setting of this service, and no other. */
class SettingsTest {

    private static final Pattern NAME = Pattern.compile("`([a-z.-]+)`");

    /** Read one by one, without a mapping. */
    private static final Set<String> ALONE = Set.of(
            "citestream.data",
            "citestream.kafka.group-protocol",
            "citestream.keys",
            "citestream.public-url",
            "citestream.trusted-proxies");

    @Test
    void shouldNameEverySettingAndNoOther() throws IOException {
        // Given
        Set<String> declared = new TreeSet<>(ALONE);
        // When
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(
                                PublicUrl.class, OidcSettings.class, RequestSettings.class, TraceSettings.class)
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> names(
                                type, type.getAnnotation(ConfigMapping.class).prefix()))
                        .forEach(declared::add);
        // Then
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(declared);
    }

    private static Stream<String> names(Class<?> type, String prefix) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isDefault())
                .flatMap(method -> {
                    String name =
                            method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + name(method);
                    return method.getReturnType().isInterface()
                                    && method.getReturnType().getName().startsWith("org.citestream")
                            ? names(method.getReturnType(), name)
                            : Stream.of(name);
                });
    }

    private static String name(Method method) {
        WithName given = method.getAnnotation(WithName.class);
        return given != null ? given.value() : kebab(method.getName());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** The names of the first column, of which those that begin with a dot share the folder of the first in their row. */
    private static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs", "settings.md"))) {
            String[] cells = line.split("\\|", -1);
            String folder = "";
            Matcher name = NAME.matcher(cells.length > 1 ? cells[1] : "");
            while (name.find()) {
                String written = name.group(1);
                folder = written.startsWith(".") ? folder : written.substring(0, written.lastIndexOf('.'));
                names.add(written.startsWith(".") ? folder + written : written);
            }
        }
        names.removeIf(name -> !name.startsWith("citestream."));
        return names;
    }
}
