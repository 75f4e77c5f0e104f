// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzing for as long as one likes, one target at a time; not part of the suite. The module's
 * README has the command.
 */
class CloudPlatformsFuzz {

  @MethodSource("connect")
  @FuzzTest(maxDuration = "12h")
  void amazonConnect(byte[] body) {
    FuzzTarget.CONNECT.translate(body);
  }

  @MethodSource("genesys")
  @FuzzTest(maxDuration = "12h")
  void genesysCloud(byte[] body) {
    FuzzTarget.GENESYS.translate(body);
  }

  @MethodSource("twilio")
  @FuzzTest(maxDuration = "12h")
  void twilioJson(byte[] body) {
    FuzzTarget.TWILIO_JSON.translate(body);
  }

  @MethodSource("twilioForms")
  @FuzzTest(maxDuration = "12h")
  void twilioForm(byte[] body) {
    FuzzTarget.TWILIO_FORM.translate(body);
  }

  @FuzzTest(maxDuration = "12h")
  void twilioSignature(byte[] request) {
    FuzzTarget.TWILIO_FORM.check(request);
  }

  @FuzzTest(maxDuration = "12h")
  void sharedSecret(byte[] request) {
    FuzzTarget.CONNECT.check(request);
  }

  static Stream<Arguments> connect() {
    return FuzzTarget.CONNECT.seeds().map(Arguments::of);
  }

  static Stream<Arguments> genesys() {
    return FuzzTarget.GENESYS.seeds().map(Arguments::of);
  }

  static Stream<Arguments> twilio() {
    return FuzzTarget.TWILIO_JSON.seeds().map(Arguments::of);
  }

  static Stream<Arguments> twilioForms() {
    return FuzzTarget.TWILIO_FORM.seeds().map(Arguments::of);
  }
}
