// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read as what it should be. Says where, what stands there, and what was
 * expected.
 */
public final class BadFile extends RuntimeException {

  private static final int LONGEST_SHOWN = 80;

  private final long line;

  private BadFile(String message, long line) {
    super(message);
    this.line = line;
  }

  /**
   * Something is wrong at one place of a file.
   *
   * @param file as the user named it
   * @param line counted from 1, or 0 when the whole file is meant
   */
  public static BadFile at(String file, long line, String problem) {
    return new BadFile((line > 0 ? file + ":" + line : file) + ": " + problem, line);
  }

  /** As {@link #at(String, long, String)}, for a path. */
  public static BadFile at(Path file, long line, String problem) {
    return at(file.toString(), line, problem);
  }

  /** A file that cannot be opened, or not be read to its end. */
  public static BadFile unreadable(Path file, IOException why) {
    return at(file, 0, "expected a file that can be read (" + reason(why) + ")");
  }

  /** The words for what the file system answered. */
  public static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "it is a file";
    }
    if (failure instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    String told =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return told == null ? failure.getClass().getSimpleName() : told;
  }

  /**
   * The words for a value that is not what was expected.
   *
   * @param field a column or key; null when the line as a whole is meant
   * @param value what stands there, shortened to 80 characters; null when nothing does
   */
  public static String problem(@Nullable String field, @Nullable String value, String expected) {
    String found = value == null || value.isEmpty() ? "nothing" : "'" + shorten(value) + "'";
    return found + (field == null ? "" : " in " + field) + ": expected " + expected;
  }

  /** The line, counted from 1; 0 when the whole file is meant. */
  public long line() {
    return line;
  }

  private static String shorten(String value) {
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
  }
}
