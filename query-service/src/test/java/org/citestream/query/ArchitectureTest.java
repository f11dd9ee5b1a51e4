package org.citestream.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The folders' story as rules. */
@AnalyzeClasses(packages = "org.citestream.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule servicesShareNoCode = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.citestream.ingest..", "org.citestream.classify..", "org.citestream.platform..");

    @ArchTest
    static final ArchRule whatPeopleAskKnowsNoLog = noClasses()
            .that()
            .resideInAnyPackage(
                    "..query.report..", "..query.search..", "..query.export..", "..query.api..", "..query.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "..query.project.log..", "..query.project.write..");

    @ArchTest
    static final ArchRule theProjectionKnowsNobodyWhoAsks = noClasses()
            .that()
            .resideInAPackage("..query.project..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..query.report..", "..query.search..", "..query.api..", "..query.web..", "..query.stream..");

    @ArchTest
    static final ArchRule reportsKnowNoHttp = noClasses()
            .that()
            .resideInAnyPackage("..query.report..", "..query.search..", "..query.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "..query.api..", "..query.web..");

    @ArchTest
    static final ArchRule classesAreNamedForWhatTheyAre =
            noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper|Impl)");
}
