package nl.banenschakel.platform.stream.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column that a file may or must have, under one of several names.
 *
 * @param field what it is for, by the name that a mapping has for it
 * @param name what the documentation calls it
 * @param required whether a file without it is refused
 * @param spellings the names it may have; letter case, spaces and punctuation do not matter
 */
public record TableColumn(String field, String name, boolean required, List<String> spellings) {

  /** A column that must be there; a text may hold several names, parted by commas. */
  public static TableColumn required(String field, String name, String... others) {
    return new TableColumn(field, name, true, spellings(name, others));
  }

  /** A column that may be absent; a text may hold several names, parted by commas. */
  public static TableColumn optional(String field, String name, String... others) {
    return new TableColumn(field, name, false, spellings(name, others));
  }

  private static List<String> spellings(String name, String... others) {
    return Stream.concat(
            Stream.of(name), Arrays.stream(others).flatMap(some -> Arrays.stream(some.split(","))))
        .map(TableHeader::normal)
        .distinct()
        .toList();
  }
}
