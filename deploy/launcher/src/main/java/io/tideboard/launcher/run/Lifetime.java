// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes what runs when somebody interrupts this JVM (Ctrl-C, SIGTERM), and only then lets it end:
 * with 130 after Ctrl-C, as the JVM does by itself.
 */
public final class Lifetime implements AutoCloseable {

  private static final int TIDYING_SECONDS = 10;

  private final AutoCloseable running;
  private final Steps steps;
  private final Thread hook;
  private final CountDownLatch never = new CountDownLatch(1);

  private Lifetime(AutoCloseable running, Steps steps) {
    this.running = running;
    this.steps = steps;
    this.hook = new Thread(this::interrupted, "tideboard-shutdown");
  }

  /** From now on an interruption closes {@code running}. */
  public static Lifetime of(AutoCloseable running, Steps steps) {
    Lifetime lifetime = new Lifetime(running, steps);
    Runtime.getRuntime().addShutdownHook(lifetime.hook);
    return lifetime;
  }

  /**
   * Does something on this thread. An interruption of the JVM interrupts the thread and gives it
   * ten seconds to tidy up; nothing is returned then.
   */
  public static <T> T during(Callable<T> work, Steps steps) throws Exception {
    Thread worker = Thread.currentThread();
    CountDownLatch done = new CountDownLatch(1);
    AutoCloseable ending =
        () -> {
          if (done.getCount() > 0) {
            // What a library says of being interrupted, past its logger, is not for our user.
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
            worker.interrupt();
            if (!done.await(TIDYING_SECONDS, TimeUnit.SECONDS)) {
              throw new IllegalStateException("it goes on after " + TIDYING_SECONDS + " s");
            }
          }
        };
    try (Lifetime lifetime = of(ending, steps)) {
      try {
        return work.call();
      } finally {
        done.countDown();
      }
    }
  }

  /** Returns never: the JVM ends meanwhile. */
  public void awaitInterruption() throws InterruptedException {
    never.await();
  }

  private void interrupted() {
    steps.say("");
    steps.done("stopping");
    try {
      running.close();
      steps.done("stopped");
    } catch (Exception e) {
      steps.done("stopped, but not properly: " + e.getMessage());
    }
  }

  /** Closes it now, without an interruption; during one returns never. */
  @Override
  public void close() throws Exception {
    if (isInterrupted()) {
      never.await(); // what fails now fails because it is being closed: nobody wants to read it
    } else {
      running.close();
    }
  }

  private boolean isInterrupted() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException shutdownInProgress) {
      return true;
    }
  }
}
