package nl.banenschakel.statement.hourtype;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.banenschakel.platform.config.YamlFile;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.json.Fields;

/** The hour types that are known, read once at the start. Safe for several threads. */
public final class HourTypes {
  /** Characters of a type. */
  public static final int LENGTH_MAX = 100;

  /** SETU 1.x has four words such as "Regular wage dispensation"; the Dutch one is sent too. */
  private static final Pattern WAGE_DISPENSATION =
      Pattern.compile(
          "[\\s(,_-]*((with|met)[\\s_-]+)?(wage[\\s_-]*dispensation|loondispensatie)\\)?",
          Pattern.CASE_INSENSITIVE);

  /** Instead of a type that told of nothing else. */
  private static final String NOTHING_LEFT = "Other";

  private final List<HourType> types;
  private final Map<String, List<HourType>> byName;

  private HourTypes(List<HourType> types) {
    this.types = types;
    byName = types.stream().collect(groupingBy(HourType::name));
  }

  /**
   * Reads the table.
   *
   * @throws StartRefused with every mistake; also when a type has two verdicts on one day
   */
  public static HourTypes load(Path file) {
    var decoder = new HourTypeDecoder();
    decoder.feed(YamlFile.read(file));
    return new HourTypes(decoder.end("The hour types in " + file + " cannot be used"));
  }

  /**
   * Reads a type as it is sent: 1 to {@value #LENGTH_MAX} characters, without a BSN. That somebody
   * works under a wage dispensation tells of a disability: it is left out, and what remains is the
   * type that the hours have without it.
   */
  public static Function<String, String> sent() {
    return Fields.text(LENGTH_MAX).andThen(HourTypes::withoutDispensation);
  }

  /** Whether hours of this type on this day count. */
  public Verdict verdict(String type, LocalDate day) {
    return byName.getOrDefault(type, List.of()).stream()
        .filter(known -> known.holdsOn(day))
        .map(HourType::verdict)
        .findFirst()
        .orElse(Verdict.TO_MAP);
  }

  /** In the order of the table. */
  List<HourType> all() {
    return types;
  }

  private static String withoutDispensation(String type) {
    var rest = WAGE_DISPENSATION.matcher(type).replaceAll("").strip();
    return rest.isEmpty() ? NOTHING_LEFT : rest;
  }
}
