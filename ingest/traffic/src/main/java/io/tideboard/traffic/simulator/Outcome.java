// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a contact that an agent served.
 *
 * @param resolved share whose issue is settled
 * @param reopened share of the settled that come back within hours, in contacts made of messages
 * @param surveyed share that answer a survey
 * @param toColleague share handed to another agent directly
 * @param passedOn shares handed to other lines
 */
public record Outcome(
    double resolved,
    double reopened,
    double surveyed,
    double toColleague,
    @Nullable List<PassedOn> passedOn) {

  /** That share goes to the line of that name on the same medium. */
  public record PassedOn(String to, double share, boolean escalation) {
    public PassedOn {
      Checks.text("passedOn.to", to);
      Checks.share("passedOn.share", share);
    }
  }

  public Outcome {
    Checks.share("resolved", resolved);
    Checks.share("reopened", reopened);
    Checks.share("surveyed", surveyed);
    Checks.share("toColleague", toColleague);
    passedOn = Checks.list(passedOn);
  }

  List<PassedOn> ways() {
    return Checks.list(passedOn);
  }
}
