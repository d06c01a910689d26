package nl.banenschakel.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The checks of {@link TidyPagesTest}: sources and pages in, codes and keys out. */
final class TidyPages {
  private static final String CODE = "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+";

  /** In Java, and in the form of a code, and none: names of the environment. */
  private static final Set<String> ENVIRONMENT =
      Set.of(
          "XDG_CACHE_HOME",
          "LC_ALL",
          "DATABASE_URL",
          "DATABASE_MIGRATOR_URL",
          "DATABASE_SUPERUSER_URL");

  /** Where every word in that form is a name of the environment. */
  private static final String SETTINGS = "/platform/config/";

  /** In SQL, and none: how a person stands in the register in a tijdvak, how a return was sent. */
  private static final Set<String> STATES = Set.of("NO_LONGER_SEEN", "NOT_ASKED");

  private static final Pattern FINDING =
      Pattern.compile("insert\\s+into\\s+reconciliation\\.finding");
  private static final Pattern SQL_TEXT = Pattern.compile("'(" + CODE + ")'");
  private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\|\\s*`(" + CODE + ")`\\s*\\|");
  private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\|\\s*`([a-z][\\w.]*)`\\s*\\|");

  private TidyPages() {}

  /** Every string in the form of a code, however it reaches a failure. */
  static Set<String> codesIn(List<JavaSource> java) {
    var codes = new TreeSet<String>();
    java.stream()
        .filter(file -> !file.path().contains(SETTINGS))
        .flatMap(file -> file.literals().stream())
        .map(JavaSource.Literal::text)
        .filter(text -> text.matches(CODE) && !ENVIRONMENT.contains(text))
        .forEach(codes::add);
    return codes;
  }

  /** Codes in statements that add findings. */
  static Set<String> findingsIn(List<Statements.Statement> statements) {
    var codes = new TreeSet<String>();
    statements.stream()
        .map(Statements.Statement::text)
        .filter(sql -> FINDING.matcher(sql).find())
        .flatMap(sql -> SQL_TEXT.matcher(sql).results())
        .map(text -> text.group(1))
        .filter(code -> !STATES.contains(code))
        .forEach(codes::add);
    return codes;
  }

  /**
   * The codes in the first column under a heading.
   *
   * @throws IllegalStateException when the page has no such heading
   */
  static List<String> explained(String page, String heading) {
    var start = page.indexOf(heading + "\n");
    if (start < 0) {
      throw new IllegalStateException("the page has no heading " + heading);
    }
    var end = page.indexOf("\n## ", start + 1);
    var section = page.substring(start, end < 0 ? page.length() : end);
    return CODE_ROW.matcher(section).results().map(row -> row.group(1)).toList();
  }

  /** The keys in the first column of any table. */
  static List<String> keysOfPage(String page) {
    return KEY_ROW.matcher(page).results().map(row -> row.group(1)).toList();
  }

  /** The keys of a YAML document that hold a value, with dots between. */
  static List<String> keys(String yaml) {
    var document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return keys("", document).toList();
  }

  /** What only one of the two says, or the page twice, as a sentence each. */
  static List<String> differences(Collection<String> used, Collection<String> explained) {
    var differences = new ArrayList<String>();
    used.stream()
        .filter(name -> !explained.contains(name))
        .forEach(name -> differences.add(name + " is not explained"));
    explained.stream()
        .filter(name -> !used.contains(name))
        .forEach(name -> differences.add(name + " is not used"));
    explained.stream()
        .filter(name -> Collections.frequency(explained, name) > 1)
        .distinct()
        .forEach(name -> differences.add(name + " is explained twice"));
    return differences;
  }

  private static Stream<String> keys(String prefix, Object node) {
    return node instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .flatMap(
                entry -> {
                  var key = prefix.isEmpty() ? "" + entry.getKey() : prefix + "." + entry.getKey();
                  return entry.getValue() == null ? Stream.of(key) : keys(key, entry.getValue());
                })
        : Stream.of(prefix);
  }
}
