// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The arrows: core depends on events, events on nothing of ours, and neither on any machinery. */
@AnalyzeClasses(
    packages = {"io.tideboard.core", "io.tideboard.events"},
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] LIBRARIES = {
    "java..", "org.jspecify..", "com.fasterxml.jackson..", "com.google.errorprone..", "org.ejml.."
  };

  @ArchTest
  static void bothModulesAreLookedAt(JavaClasses classes) {
    classes.get("io.tideboard.core.queue.QueueBoard");
    classes.get("io.tideboard.events.Event");
  }

  @ArchTest
  static final ArchRule coreKnowsEventsAndNothingElseOfOurs =
      classes()
          .that()
          .resideInAPackage("io.tideboard.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(with("io.tideboard.core..", "io.tideboard.events.."));

  @ArchTest
  static final ArchRule eventsKnowNothingElseOfOurs =
      classes()
          .that()
          .resideInAPackage("io.tideboard.events..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(with("io.tideboard.events..", "com.google.protobuf.."));

  @ArchTest
  static final ArchRule nobodyReadsAClock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because("time is an argument: a replayed log must give the same results");

  @ArchTest
  static final ArchRule nobodyThrowsDice =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class)
          .because("randomness is an argument");

  private static String[] with(String... own) {
    String[] all = Arrays.copyOf(own, own.length + LIBRARIES.length);
    System.arraycopy(LIBRARIES, 0, all, own.length, LIBRARIES.length);
    return all;
  }
}
