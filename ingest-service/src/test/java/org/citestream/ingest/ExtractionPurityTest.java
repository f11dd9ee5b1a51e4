package org.citestream.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the pure heart of ingest-service may know. */
@AnalyzeClasses(packages = "org.citestream.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ExtractionPurityTest {
    @ArchTest
    static final ArchRule PURE = noClasses()
            .that()
            .resideInAnyPackage("..ingest.article..", "..ingest.parse..", "..ingest.statement..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta..",
                    "org.apache.kafka..",
                    "java.sql..",
                    "javax.sql..",
                    "com.fasterxml.jackson..")
            .because("extraction is tested, measured and run without a platform");

    @ArchTest
    static final ArchRule ARTICLE_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..ingest.article..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..ingest.parse..", "..ingest.statement..", "..ingest.publish..", "..ingest.catalogue..")
            .because("records stand at the bottom");

    @ArchTest
    static final ArchRule STATEMENTS_KNOW_NO_FORMAT = noClasses()
            .that()
            .resideInAPackage("..ingest.statement..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..ingest.parse..")
            .because("JATS and TEI are the parser's affair");

    @ArchTest
    static final ArchRule THE_GOLD_IS_INDEPENDENT = noClasses()
            .that()
            .haveSimpleName("GoldReader")
            .or()
            .haveSimpleName("XmlTrees")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.parse..", "..ingest.statement..", "..ingest.article..")
            .because("code that measures must not share what it measures");
}
