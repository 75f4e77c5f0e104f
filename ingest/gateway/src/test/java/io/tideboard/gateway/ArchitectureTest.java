// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows: http asks who sends, both admit, and admission knows neither sockets nor Kafka. */
@AnalyzeClasses(packages = "io.tideboard.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static void everyPartIsLookedAt(JavaClasses classes) {
    classes.get("io.tideboard.gateway.admission.Admission");
    classes.get("io.tideboard.gateway.access.Access");
    classes.get("io.tideboard.gateway.hooks.Hooks");
    classes.get("io.tideboard.gateway.pull.Connections");
  }

  @ArchTest
  static final ArchRule gatewayAndJobsNeverSeeEachOther =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tideboard.core..", "io.tideboard.flink..", "io.tideboard.wallboard..");

  @ArchTest
  static final ArchRule whatDecidesKnowsNoSocketAndNoKafka =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.tideboard.gateway.admission..",
              "io.tideboard.gateway.access..",
              "io.tideboard.gateway.hooks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "org.apache.kafka..", "io.tideboard.gateway.http..");

  @ArchTest
  static final ArchRule noTwoPartsNeedEachOther =
      slices().matching("io.tideboard.gateway.(*)..").should().beFreeOfCycles();
}
