// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The arrows: connections depend on platforms, both on events, and translating is pure. */
@AnalyzeClasses(
    packages = {"io.tideboard.connections", "io.tideboard.platforms"},
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] LIBRARIES = {
    "java..", "javax.crypto..", "org.jspecify..", "com.fasterxml.jackson.."
  };

  @ArchTest
  static void bothModulesAreLookedAt(JavaClasses classes) {
    classes.get("io.tideboard.platforms.asterisk.ManagerEvents");
    classes.get("io.tideboard.connections.AmiConnection");
  }

  @ArchTest
  static final ArchRule connectionsKnowPlatformsAndEventsAndNothingElseOfOurs =
      classes()
          .that()
          .resideInAPackage("io.tideboard.connections..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              with(
                  "io.tideboard.connections..",
                  "io.tideboard.platforms..",
                  "io.tideboard.events..",
                  "io.netty..",
                  "org.slf4j.."));

  @ArchTest
  static final ArchRule platformsKnowEventsAndNothingElseOfOurs =
      classes()
          .that()
          .resideInAPackage("io.tideboard.platforms..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(with("io.tideboard.platforms..", "io.tideboard.events.."));

  @ArchTest
  static final ArchRule telephonyIsTranslatedWithoutAClockAFileOrAThread =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.tideboard.platforms.asterisk..",
              "io.tideboard.platforms.freeswitch..",
              "io.tideboard.platforms.telephony..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.file..", "java.util.concurrent..");

  private static String[] with(String... ours) {
    String[] all = java.util.Arrays.copyOf(ours, ours.length + LIBRARIES.length);
    System.arraycopy(LIBRARIES, 0, all, ours.length, LIBRARIES.length);
    return all;
  }
}
