package org.citestream.ingest;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import org.citestream.ingest.fact.FactJson;

/** Which packages may depend on which: the line runs one way, and pure packages stay pure. */
@AnalyzeClasses(packages = "org.citestream.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {"..ingest.article..", "..ingest.statement.."};

    @ArchTest
    static final ArchRule PURE_PACKAGES_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta..",
                    "org.apache.kafka..",
                    "java.sql..",
                    "javax.sql..",
                    "javax.xml..",
                    "com.fasterxml..");

    @ArchTest
    static final ArchRule PARSING_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..ingest.parse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "org.apache.kafka..", "java.sql..", "javax.sql..")
            .because("extraction is tested, measured and run without a platform");

    @ArchTest
    static final ArchRule STATEMENTS_KNOW_NO_FORMAT = noClasses()
            .that()
            .resideInAPackage("..ingest.statement..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..ingest.parse..")
            .because("JATS and TEI are the parser's affair");

    @ArchTest
    static final ArchRule GOLD_IS_INDEPENDENT = noClasses()
            .that()
            .haveSimpleName("GoldReader")
            .or()
            .haveSimpleName("XmlTrees")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.parse..", "..ingest.statement..", "..ingest.article..")
            .because("code that measures must not share what it measures");

    @ArchTest
    static final ArchRule ARTICLES_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage("..ingest.article..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..ingest.parse..",
                    "..ingest.statement..",
                    "..ingest.catalogue..",
                    "..ingest.describe..",
                    "..ingest.publish..",
                    "..ingest.arrival..");

    @ArchTest
    static final ArchRule NOTHING_BEHIND_THE_DOOR_KNOWS_THE_WAYS_IN = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.parse..",
                    "..ingest.statement..",
                    "..ingest.catalogue..",
                    "..ingest.describe..",
                    "..ingest.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..ingest.arrival..");

    @ArchTest
    static final ArchRule ONLY_THE_CATALOGUE_SPEAKS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage("..ingest.catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule CLIENTS_OF_THE_BROKER_ARE_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("KafkaClients")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("KafkaProducer")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("KafkaConsumer");

    @ArchTest
    static final ArchRule QUESTIONS_GO_THROUGH_THE_KIT = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Connection.class)))
                    .and(target(nameMatching("prepareStatement|createStatement|prepareCall"))));

    @ArchTest
    static final ArchRule THREADS_ARE_LOOPS_OF_THE_KIT =
            noClasses().should().callConstructorWhere(target(owner(type(Thread.class))));

    @ArchTest
    static final ArchRule FACTS_ARE_RECORDS = classes()
            .that()
            .resideInAPackage("..ingest.fact..")
            .and()
            .doNotHaveSimpleName(FactJson.class.getSimpleName())
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .should()
            .beRecords();

    private ArchitectureTest() {}
}
