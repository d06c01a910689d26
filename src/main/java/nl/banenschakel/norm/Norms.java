package nl.banenschakel.norm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.config.YamlFile;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.StartRefused;

/** All parameters, read once at the start. Safe for several threads. */
public final class Norms {
  private final Map<NormName, List<Norm>> byName = new EnumMap<>(NormName.class);

  private Norms(List<Norm> norms) {
    norms.forEach(
        norm -> byName.computeIfAbsent(norm.name(), first -> new ArrayList<>()).add(norm));
  }

  /**
   * Reads every {@code .yaml} file of a folder.
   *
   * @throws StartRefused with every mistake of every file; also when a parameter has two values on
   *     one day, or is missing altogether
   */
  public static Norms load(Path folder) {
    var decoder = new NormDecoder();
    for (var file : files(folder)) {
      try {
        decoder.feed(String.valueOf(file.getFileName()), YamlFile.read(file));
      } catch (StartRefused unreadable) {
        unreadable
            .mistakes()
            .forEach(mistake -> decoder.mistake(file.getFileName() + ": " + mistake));
      }
    }
    return new Norms(decoder.end("The norms in " + folder + " cannot be used"));
  }

  /**
   * The value of a parameter on a day.
   *
   * @throws Failure.Conflict PARAMETER_MISSING when none is known for that day
   */
  public Norm at(NormName name, LocalDate day) {
    return find(name, day).orElseThrow(() -> missing(name, day));
  }

  /** The same, or empty where none is known for that day. */
  public Optional<Norm> find(NormName name, LocalDate day) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(norm -> norm.holdsOn(day))
        .findFirst();
  }

  /**
   * Parameters that have no value on some day of a span, each with the first such day.
   *
   * @param until last day, inclusive
   */
  public SortedMap<NormName, LocalDate> lacking(LocalDate from, LocalDate until) {
    var lacking = new TreeMap<NormName, LocalDate>();
    for (var name : NormName.values()) {
      firstLacking(name, from, until).ifPresent(day -> lacking.put(name, day));
    }
    return lacking;
  }

  /** A whole number as it is on the day on which it is asked for. */
  public IntSupplier current(NormName name) {
    return () -> at(name, LocalDate.now(Netherlands.ZONE)).integer();
  }

  private Optional<LocalDate> firstLacking(NormName name, LocalDate from, LocalDate until) {
    var day = from;
    while (!day.isAfter(until)) {
      var holds = find(name, day);
      if (holds.isEmpty()) {
        return Optional.of(day);
      }
      day = holds.get().validUntil().orElse(until).plusDays(1);
    }
    return Optional.empty();
  }

  private static Failure.Conflict missing(NormName name, LocalDate day) {
    return new Failure.Conflict(
        "PARAMETER_MISSING",
        "No value of %s is known for %s: the operator can add it, with its source, to the norms."
            .formatted(name.text(), day));
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new StartRefused(
          "The norms in " + folder + " cannot be used",
          "the folder is not there or cannot be read by this user");
    }
  }
}
