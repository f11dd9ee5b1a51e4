package org.citestream.classify;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packages = "org.citestream.classify", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule shouldKnowNoFrameworkAndNoServiceWhenPure = noClasses()
            .that()
            .resideInAnyPackage("..section..", "..decide..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta..",
                    "org.apache.kafka..",
                    "java.sql..",
                    "io.micrometer..",
                    "..intake..",
                    "..publish..",
                    "..deadletter..",
                    "..api..",
                    "..command..");

    @ArchTest
    static final ArchRule shouldBelongToNoOtherServiceWhenImported = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.citestream.ingest..", "org.citestream.query..");

    /** Each package by itself, the root too. */
    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "every package of classify-service";
        }
    };

    @ArchTest
    static final ArchRule shouldGoRoundInNoCircleWhenPackagesDepend =
            slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule shouldBeALoopOfTheKitWhenAThread =
            noClasses().should().callConstructorWhere(target(owner(type(Thread.class))));

    @ArchTest
    static final ArchRule shouldSayWhatItDoesWhenNamed = classes()
            .should()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl");
}
