// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Contact;

/** One stretch of service: an agent and an interaction, from the answer to the end of wrap-up. */
final class Leg {

  final Interaction interaction;
  final Line line;
  final Agent agent;
  final Contact contact;

  Leg(Visit visit, Agent agent) {
    this(visit.interaction, visit.line, agent, visit.served);
  }

  Leg(Interaction interaction, Line line, Agent agent, Contact contact) {
    this.interaction = interaction;
    this.line = line;
    this.agent = agent;
    this.contact = contact;
  }

  Handling handling() {
    return line.profile.handling();
  }
}
