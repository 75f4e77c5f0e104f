// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.FollowUp;
import io.tideboard.core.lifecycle.QueueVisit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One customer, whose contacts count as one matter for a week. */
class CustomerContactsTest {

  private static final long DAY = 86_400 * Micros.SECOND;
  private static final long WEEK = 7 * DAY;
  private static final int INVOICE = 11;
  private static final int DELIVERY = 12;

  private final List<FollowUp> told = new ArrayList<>();
  private CustomerContacts customer = new CustomerContacts();

  @Test
  void whoDoesNotComeAgainWasServedAtTheFirstContact() {
    take(resolved("call-1", INVOICE, DAY));
    assertThat(told).extracting(FollowUp::followed).containsExactly(false);
  }

  @Test
  void whoComesAgainWithinAWeekAboutTheSameWasNot() {
    take(resolved("call-1", INVOICE, DAY));
    take(resolved("call-2", INVOICE, 5 * DAY));
    assertThat(told).extracting(FollowUp::followed).containsExactly(true, false);
  }

  @Test
  void whoComesAboutSomethingElseOrMuchLaterHasAnotherMatter() {
    take(resolved("call-1", INVOICE, DAY));
    take(resolved("call-2", DELIVERY, 2 * DAY));
    take(resolved("call-3", INVOICE, 20 * DAY));
    assertThat(told).extracting(FollowUp::followed).containsOnly(false);
  }

  @Test
  void aTopicThatWasNotToldMayBeTheSame() {
    take(resolved("call-1", INVOICE, DAY));
    take(resolved("call-2", 0, 2 * DAY));
    assertThat(told).extracting(FollowUp::followed).containsExactly(true, false);
  }

  @Test
  void itDoesNotMatterWhichBecameKnownFirst() {
    take(resolved("call-2", INVOICE, 5 * DAY));
    take(resolved("call-1", INVOICE, DAY));
    assertThat(told).extracting(FollowUp::followed).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aContactThatWasNotOverAfterAllIsTakenBack() {
    take(resolved("call-1", INVOICE, DAY));
    ContactCourse over = course(3 * DAY, 3 * DAY + 60);
    take(ClosedContact.of("call-2", INVOICE, new Fact.CourseRevised(null, over)));
    assertThat(told).extracting(FollowUp::followed).containsExactly(true);
    ContactCourse open = course(3 * DAY, QueueVisit.OPEN);
    take(ClosedContact.of("call-2", INVOICE, new Fact.CourseRevised(over, open)));
    assertThat(told).extracting(FollowUp::followed).containsExactly(false);
  }

  @Test
  void aContactThatIsNotOverDoesNotMatterYet() {
    ContactCourse open = course(DAY, QueueVisit.OPEN);
    assertThat(ClosedContact.of("call-1", 0, new Fact.CourseRevised(null, open))).isNull();
    assertThat(ClosedContact.of("call-1", 0, (ContactCourse) null)).isNull();
  }

  @Test
  void whatIsRememberedSurvivesARestartAndIsForgottenInTheEnd() throws IOException {
    take(resolved("call-1", INVOICE, DAY));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    customer.write(new DataOutputStream(bytes));
    customer =
        CustomerContacts.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    take(resolved("call-2", INVOICE, 2 * DAY));
    assertThat(told).extracting(FollowUp::followed).containsExactly(true, false);
    customer.forgetBefore(DAY + 60);
    assertThat(customer.isEmpty()).isFalse();
    customer.forgetBefore(3 * DAY);
    assertThat(customer.isEmpty()).isTrue();
  }

  private void take(ClosedContact contact) {
    customer.take(Objects.requireNonNull(contact), WEEK, this::tell);
  }

  private void tell(Fact fact) {
    if (fact.before() instanceof FollowUp before) {
      assertThat(told.remove(before)).as("takes back what was told: %s", before).isTrue();
    }
    if (fact.after() instanceof FollowUp after) {
      told.add(after);
    }
  }

  private static ClosedContact resolved(String id, int topic, long begunAt) {
    ContactCourse course =
        new ContactCourse(
            "sales",
            "voice",
            begunAt,
            begunAt,
            begunAt + 60,
            begunAt + 60,
            QueueVisit.OPEN,
            QueueVisit.OPEN,
            QueueVisit.OPEN,
            List.of(),
            false);
    return Objects.requireNonNull(ClosedContact.of(id, topic, course));
  }

  private static ContactCourse course(long begunAt, long endedAt) {
    return new ContactCourse(
        "sales",
        "voice",
        begunAt,
        begunAt,
        endedAt,
        QueueVisit.OPEN,
        QueueVisit.OPEN,
        QueueVisit.OPEN,
        QueueVisit.OPEN,
        List.of(),
        false);
  }
}
