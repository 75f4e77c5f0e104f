// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void aReasonIsOneLineOfAtMost64Characters() {
    assertThat(Words.reason(" On\n lunch\u0007 ")).isEqualTo("On  lunch");
    assertThat(Words.reason("x".repeat(100))).hasSize(64);
  }

  @Test
  void aCommentKeepsItsLinesAndLosesWhatCannotBeWritten() {
    assertThat(Words.comment("Quick\n help\u0000 \ud83d!")).isEqualTo("Quick\n help !");
    assertThat(Words.comment("x".repeat(5000))).hasSize(4096);
  }

  @Test
  void aCutNeverSplitsACharacterInTwo() {
    assertThat(Words.reason("x".repeat(63) + "🥪")).isEqualTo("x".repeat(63));
  }

  @Test
  void nothingWrittenIsNoReasonAndNoComment() {
    assertThat(Words.reason(" \t ")).isNull();
    assertThat(Words.comment("\u0000")).isNull();
    assertThat(Words.comment(null)).isNull();
  }
}
