package org.citestream.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nothing breaks says nothing: two packages here break each of {@link ArchitectureTest}. */
class RulesHoldTest {

    private static final JavaClasses VIOLATIONS =
            new ClassFileImporter().importPackages("org.citestream.kit.brokenhere", "org.citestream.kit.brokenthere");

    static Stream<Arguments> rules() {
        return Stream.of(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(field -> Arguments.of(field.getName(), rule(field)));
    }

    private static ArchRule rule(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getName(), e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void shouldFailWhenItIsBroken(String name, ArchRule rule) {
        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).as(name).isTrue();
    }
}
