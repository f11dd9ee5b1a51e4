package org.citestream.classify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citestream.classify", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule shouldKnowNoFrameworkWhenPure = noClasses()
            .that()
            .resideInAnyPackage("..section..", "..decide..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "org.apache.kafka..", "java.sql..", "io.micrometer..");

    @ArchTest
    static final ArchRule shouldKnowNoServiceWhenPure = noClasses()
            .that()
            .resideInAnyPackage("..section..", "..decide..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..intake..", "..publish..", "..deadletter..", "..api..", "..command..");

    @ArchTest
    static final ArchRule shouldBelongToNoOtherServiceWhenImported = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.citestream.ingest..", "org.citestream.query..");

    @ArchTest
    static final ArchRule shouldGoRoundInNoCircleWhenPackagesDepend =
            slices().matching("org.citestream.classify.(*)..").should().beFreeOfCycles();

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
