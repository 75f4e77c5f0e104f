// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.TeamBoard;
import io.tideboard.flink.state.CoreType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What travels between the operators of agents or stays in their state. */
public final class AgentTypes {

  public static final TypeInformation<AgentNews> AGENT_NEWS =
      new CoreType<>(AgentNews.class, AgentNewsSerializer.INSTANCE);
  static final TypeInformation<TeamNews> TEAM_NEWS =
      new CoreType<>(TeamNews.class, TeamNewsSerializer.INSTANCE);
  static final TypeInformation<AgentEntry> AGENT_ENTRY =
      new CoreType<>(AgentEntry.class, AgentEntrySerializer.INSTANCE);
  static final TypeInformation<TeamBoard> TEAM_BOARD =
      new CoreType<>(TeamBoard.class, TeamBoardSerializer.INSTANCE);

  private AgentTypes() {}
}
