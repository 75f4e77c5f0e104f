// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.flink.agents.AgentNews;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/**
 * The interactions as a step of the pipeline: put together by hand, because Flink has no way to
 * give an operator of one's own a keyed and a broadcast input.
 *
 * @param changes what changed, by queue
 * @param breaches warnings and breaches
 * @param abandons contacts that gave up waiting
 * @param served whom each agent served
 * @param customers contacts that are over, of customers that are known
 * @param rejected events that are not counted
 */
record Interactions(
    DataStream<QueueChange> changes,
    DataStream<Publication> breaches,
    DataStream<Publication> abandons,
    DataStream<AgentNews> served,
    DataStream<CustomerNews> customers,
    DataStream<Publication> rejected) {

  static Interactions of(
      KeyedStream<EventBundle, String> events,
      DataStream<Control> controls,
      LiveSettings settings) {
    StreamExecutionEnvironment env = events.getExecutionEnvironment();
    TwoInputTransformation<EventBundle, Control, QueueChange> step =
        new TwoInputTransformation<>(
            events.getTransformation(),
            controls.getTransformation(),
            "interactions",
            SimpleOperatorFactory.of(new InteractionOperator(settings)),
            Types.QUEUE_CHANGE,
            env.getParallelism());
    step.setStateKeySelectors(events.getKeySelector(), null);
    step.setStateKeyType(BasicTypeInfo.STRING_TYPE_INFO);
    step.setUid("interactions");
    env.addOperator(step);
    return new Interactions(
        new DataStream<>(env, step),
        new DataStream<>(env, new SideOutputTransformation<>(step, Telling.BREACHES)),
        new DataStream<>(env, new SideOutputTransformation<>(step, Telling.ABANDONS)),
        new DataStream<>(env, new SideOutputTransformation<>(step, Telling.SERVED)),
        new DataStream<>(env, new SideOutputTransformation<>(step, Telling.CUSTOMERS)),
        new DataStream<>(env, new SideOutputTransformation<>(step, Telling.REJECTED)));
  }
}
