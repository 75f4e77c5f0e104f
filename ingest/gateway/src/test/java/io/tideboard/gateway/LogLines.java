// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Everything that is logged meanwhile, the finest details and the causes included. */
final class LogLines extends AbstractAppender implements AutoCloseable {

  /** Everything in the gateway's process; the broker beside it has another in real life. */
  private static final List<String> LOGGERS =
      List.of("io.tideboard", "io.netty", "io.micrometer", "org.apache.kafka.clients");

  private final List<String> lines = new ArrayList<>();
  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

  private LogLines() {
    super("lines", null, null, true, Property.EMPTY_ARRAY);
  }

  static LogLines gathered() {
    LogLines lines = new LogLines();
    lines.start();
    for (String name : LOGGERS) {
      LoggerConfig logger = new LoggerConfig(name, Level.ALL, false);
      logger.addAppender(lines, Level.ALL, null);
      lines.context.getConfiguration().addLogger(name, logger);
    }
    lines.context.updateLoggers();
    return lines;
  }

  @Override
  public synchronized void append(LogEvent event) {
    StringBuilder line = new StringBuilder(event.getMessage().getFormattedMessage());
    for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
      line.append('\n').append(cause);
    }
    lines.add(line.toString());
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    LOGGERS.forEach(context.getConfiguration()::removeLogger);
    context.updateLoggers();
  }
}
