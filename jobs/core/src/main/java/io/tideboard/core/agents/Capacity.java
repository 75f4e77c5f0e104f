// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.Channel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many contacts an agent can take at once, and so what share of the agent each of them takes.
 *
 * @param told by channel as spelt on the wire; where nothing is told, {@link AgentTerms} hold
 */
public record Capacity(Map<String, Integer> told) {

  /**
   * A whole agent, in parts: every capacity up to 8 divides it, so that the shares of a full agent
   * add up to a whole one.
   */
  static final int WHOLE = 840;

  /** Nothing was told. */
  static final Capacity UNTOLD = new Capacity(Map.of());

  static Capacity of(Map<Channel, Integer> told) {
    if (told.isEmpty()) {
      return UNTOLD;
    }
    Map<String, Integer> byWire = new TreeMap<>();
    told.forEach((channel, contacts) -> byWire.put(channel.wire(), contacts));
    return new Capacity(byWire);
  }

  /** The parts of the agent that one contact takes: all of them where there is room for none. */
  int partsOf(String channel, AgentTerms terms) {
    Integer known = told.isEmpty() ? null : told.get(channel);
    int contacts = known == null ? terms.capacity(channel) : known;
    return contacts < 1 ? WHOLE : WHOLE / contacts;
  }

  void write(NamesOut names, DataOutput out) throws IOException {
    Varint.write(out, told.size());
    for (Map.Entry<String, Integer> entry : told.entrySet()) {
      names.write(entry.getKey());
      Varint.write(out, entry.getValue());
    }
  }

  static Capacity read(NamesIn names, DataInput in) throws IOException {
    int size = Varint.readInt(in);
    if (size == 0) {
      return UNTOLD;
    }
    Map<String, Integer> told = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      told.put(names.readName(), Varint.readInt(in));
    }
    return new Capacity(told);
  }
}
