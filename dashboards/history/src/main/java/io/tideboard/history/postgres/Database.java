// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tideboard.history.HistorySettings;
import io.tideboard.history.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Connections to the database, whose tables are those of this version. */
final class Database implements AutoCloseable {

  static final String SCHEMA = "tideboard";

  private static final int CONNECTIONS = 6;
  private static final long PATIENCE_MILLIS = 5_000;

  private final HistorySettings.Database settings;
  private final HikariDataSource pool;

  private Database(HistorySettings.Database settings, HikariDataSource pool) {
    this.settings = settings;
    this.pool = pool;
  }

  /** What is done on a connection. */
  interface Use<T> {
    T with(Connection connection) throws Exception;
  }

  static Database open(HistorySettings.Database settings) {
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config(settings));
    } catch (RuntimeException e) {
      throw StoreUnavailable.unreachable(
          place(settings) + " cannot be reached (" + reason(e) + ")", e);
    }
    try {
      migrate(pool, settings);
      return new Database(settings, pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig config(HistorySettings.Database settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("tideboard-history");
    config.setJdbcUrl(settings.url());
    if (!settings.user().isEmpty()) {
      config.setUsername(settings.user());
      config.setPassword(settings.password());
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setSchema(SCHEMA);
    config.addDataSourceProperty("ApplicationName", "tideboard");
    return config;
  }

  /** Several may do so at the same time: Flyway lets one after the other. */
  private static void migrate(HikariDataSource pool, HistorySettings.Database settings) {
    try {
      Flyway.configure()
          .dataSource(pool)
          .schemas(SCHEMA)
          .locations("classpath:io/tideboard/history/postgres")
          // A table of a later version is no table of ours.
          .ignoreMigrationPatterns("")
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new StoreUnavailable(
          place(settings)
              + " has tables of another, mostly a newer, version of Tideboard: expected those of"
              + " this one. Use that version, or another database: the rows are read anew from"
              + " Kafka",
          e);
    } catch (FlywayException e) {
      throw new StoreUnavailable(place(settings) + " cannot be set up (" + reason(e) + ")", e);
    }
  }

  /** Does something as one transaction. */
  <T> T call(Use<T> use) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = use.with(connection);
        connection.commit();
        return result;
      } catch (Exception e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (StoreUnavailable e) {
      throw e;
    } catch (SQLException e) {
      throw new StoreUnavailable(this + " cannot be used (" + reason(e) + ")", e);
    } catch (Exception e) {
      throw new IllegalStateException("rows cannot be read from " + this, e);
    }
  }

  private static void rollBack(Connection connection, Exception why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // A broken connection has nothing left to undo.
      why.addSuppressed(e);
    }
  }

  private static String place(HistorySettings.Database settings) {
    return "'" + settings.url() + "' as history.url";
  }

  private static String reason(Throwable why) {
    Throwable deepest = why;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason told");
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return place(settings);
  }
}
