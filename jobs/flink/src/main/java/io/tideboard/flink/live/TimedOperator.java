// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import java.time.Duration;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * An operator that keeps the stream's time: downstream of it time goes on when nothing arrives, and
 * never runs ahead of what the operator has to say of it.
 *
 * @param <T> what it sends
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState and open before anything else.
public abstract class TimedOperator<T> extends AbstractStreamOperator<T> {

  private final Duration clockTick;
  private final Duration silence;

  private transient StreamTime time;
  private transient long movedTo;

  /**
   * @param clockTick how often time moves on and what was gathered is sent
   * @param silence how long nothing must arrive before time follows the clock
   */
  protected TimedOperator(Duration clockTick, Duration silence) {
    this.clockTick = clockTick;
    this.silence = silence;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    time = new StreamTime(context.getOperatorStateStore(), silence, wall());
  }

  @Override
  public void open() throws Exception {
    super.open();
    movedTo = time.clock().now();
    nextTick();
  }

  private void nextTick() {
    getProcessingTimeService().registerTimer(wall() + clockTick.toMillis(), this::tick);
  }

  private void tick(long at) throws Exception {
    time.clock().tick(wall());
    goOn();
    ticked();
    nextTick();
  }

  /** Sends what there is, unless so much arrives that time had better wait for a moment. */
  private void goOn() throws Exception {
    if (!mayWait()) {
      if (time.clock().now() > movedTo) {
        moveOn(new Watermark(time.clock().now()));
      } else {
        send();
      }
    }
  }

  /** The stream upstream has come to that time. */
  protected final void hear(Watermark mark) throws Exception {
    time.clock().hear(mark.getTimestamp(), wall());
    if (time.clock().now() > movedTo) {
      goOn();
    }
  }

  /** Time downstream is that from now on. */
  protected final void moveOn(Watermark mark) throws Exception {
    movedTo = mark.getTimestamp();
    follow();
    getTimeServiceManager().orElseThrow().advanceWatermark(mark);
    moved(movedTo);
    send();
    output.emitWatermark(mark);
  }

  /** Whether time had better wait because much more is about to arrive. */
  protected boolean mayWait() {
    return false;
  }

  /** Takes what was gathered, before time goes on. */
  protected void follow() throws Exception {}

  /** The stream's time has come to {@code millis}, and its timers have rung. */
  protected abstract void moved(long millis) throws Exception;

  /** Sends everything that there is to say. */
  protected abstract void send() throws Exception;

  /** The clock has ticked, and everything was sent. */
  protected void ticked() throws Exception {}

  /** The stream's time. */
  protected final StreamTime time() {
    return time;
  }

  /** The time of the wall clock, in milliseconds. */
  protected final long wall() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    send();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    time.snapshot();
  }
}
