package org.citestream.ingest;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.UnaryOperator;

/** Packages depend on each other one way only; the root package, which the usual patterns leave out, is one of them. */
@AnalyzeClasses(packages = CirclesTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class CirclesTest {
    static final String ROOT = "org.citestream.ingest";

    @ArchTest
    static final ArchRule shouldGoRoundInNoCircleWhenPackagesDepend =
            slices().assignedFrom(by("package", name -> name)).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule shouldGoRoundInNoCircleWhenRoomsDepend =
            slices().assignedFrom(by("room", CirclesTest::room)).should().beFreeOfCycles();

    /** The first package below the root, with all that stands in it; the root itself by its own name. */
    private static String room(String name) {
        int end = name.indexOf('.', ROOT.length() + 1);
        return end < 0 ? name : name.substring(0, end);
    }

    private static SliceAssignment by(String kind, UnaryOperator<String> slice) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(slice.apply(type.getPackageName()));
            }

            @Override
            public String getDescription() {
                return kind + "s of " + ROOT;
            }
        };
    }
}
