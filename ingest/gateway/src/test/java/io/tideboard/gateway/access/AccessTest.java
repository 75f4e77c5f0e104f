// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.admission.QuotaSettings;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final SourceSettings PBX =
      SourceSettings.of("pbx").with(KeyHash.of("first"), KeyHash.of("second"));
  private static final SourceSettings CRM = SourceSettings.of("crm").with(KeyHash.of("third"));

  private final Access access = access(AccessSettings.OPEN.with(PBX, CRM));

  @Test
  void withoutAnyCredentialConfiguredAnybodyMaySend() {
    Access open = access(AccessSettings.OPEN.with(SourceSettings.of("pbx")));
    assertThat(open.caller(shown("Bearer x"))).isSameAs(Caller.ANONYMOUS);
  }

  @Test
  void eachOfTwoKeysIsTheSources() {
    assertThat(access.caller(shown("Bearer first")).source()).isEqualTo("pbx");
    assertThat(access.caller(shown("bearer  second ")).source()).isEqualTo("pbx");
    assertThat(access.caller(new Credential(List.of(), List.of("third"), null)).source())
        .isEqualTo("crm");
  }

  @Test
  void nobodyElseIsLetIn() {
    for (Credential credential :
        List.of(
            shown("Bearer fourth"),
            shown("Bearer "),
            shown("Bearer"),
            shown("Basic Zmlyc3Q6Zmlyc3Q="),
            shown("first"),
            shown("Bearer first.second.third"),
            new Credential(List.of(), List.of(), null),
            new Credential(List.of("Bearer first", "Bearer third"), List.of(), null),
            new Credential(List.of("Bearer first"), List.of("first"), null))) {
      assertThatThrownBy(() -> access.caller(credential))
          .isInstanceOfSatisfying(
              AccessDenied.class, denied -> assertThat(denied.isGenuine()).isFalse())
          .hasMessageNotContainingAny("fourth", "Zmlyc3Q6Zmlyc3Q=");
    }
  }

  @Test
  void aCertificateIsOfTheSourceThatItNames() {
    Credential pbx = new Credential(List.of(), List.of(), "pbx");
    assertThat(access.caller(pbx).source()).isEqualTo("pbx");
    Credential stranger = new Credential(List.of(), List.of(), "nobody");
    assertThatThrownBy(() -> access.caller(stranger))
        .isInstanceOfSatisfying(
            AccessDenied.class, denied -> assertThat(denied.isGenuine()).isTrue());
  }

  @Test
  void aKeyBelongsToOneSource() {
    SourceSettings copy = SourceSettings.of("copy").with(KeyHash.of("third"));
    assertThatThrownBy(() -> access(AccessSettings.OPEN.with(CRM, copy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("the same key", "crm", "copy");
  }

  @Test
  void aSourceHasTwoKeysAtMost() {
    assertThatThrownBy(() -> PBX.with(KeyHash.of("1"), KeyHash.of("2"), KeyHash.of("3")))
        .hasMessage("3 keys of pbx: expected at most 2");
  }

  @Test
  void aSourceThatIsNewIsKnownAndOneThatIsGoneIsNotEvenWhenConnected() {
    Access access = access(AccessSettings.OPEN.with(PBX.with(KeyHash.of("old"))));
    Caller connected = access.caller(shown("Bearer old"));
    access.renew(AccessSettings.OPEN.with(PBX.with(KeyHash.of("new"))));
    assertThat(access.caller(shown("Bearer new")).source()).isEqualTo("pbx");
    assertThatThrownBy(() -> access.caller(shown("Bearer old"))).isInstanceOf(AccessDenied.class);
    assertThat(connected.isValid()).isFalse();
  }

  @Test
  void whatIsLeftOfAQuotaStaysWhereTheQuotaIsTheSame() {
    SourceSettings slow = PBX.with(new QuotaSettings(1, 0)).with(KeyHash.of("old"));
    Access access = access(AccessSettings.OPEN.with(slow));
    access.caller(shown("Bearer old")).quota().spend(1000, 0);
    access.renew(AccessSettings.OPEN.with(slow.with(KeyHash.of("new"))));
    assertThat(access.caller(shown("Bearer new")).quota().enter(0)).isPositive();
    access.renew(
        AccessSettings.OPEN.with(slow.with(QuotaSettings.UNLIMITED).with(KeyHash.of("new"))));
    assertThat(access.caller(shown("Bearer new")).quota().enter(0)).isZero();
  }

  @Test
  void whetherAnybodyNeedsACredentialStaysUntilANewStart() {
    Access guarded = access(AccessSettings.OPEN.with(PBX.with(KeyHash.of("key"))));
    assertThatThrownBy(() -> guarded.renew(AccessSettings.OPEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
    assertThat(guarded.caller(shown("Bearer key")).source()).isEqualTo("pbx");
    assertThatThrownBy(
            () ->
                access(AccessSettings.OPEN)
                    .renew(AccessSettings.OPEN.with(PBX.with(KeyHash.of("key")))))
        .hasMessageContaining("a new start");
  }

  private static Access access(AccessSettings settings) {
    return new Access(settings, Clock.systemUTC());
  }

  private static Credential shown(String authorization) {
    return new Credential(List.of(authorization), List.of(), null);
  }
}
