package nl.banenschakel.architecture;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.banenschakel.architecture.Statements.Statement;

/** The checks of {@link TidySqlTest}: statements and sources in, mistakes out. */
final class TidySql {
  private static final String MAIN = "src/main/java/nl/banenschakel/";

  /** Files of SQL that are not named after the package that uses them. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "guard", "platform/db",
          "intake", "platform/intake",
          "job", "platform/job",
          "outbox", "platform/outbox",
          "audit", "platform/audit",
          "reconcile", "reconciliation");

  private static final Pattern SCHEMA = Pattern.compile("(?m)^create schema (\\w+)");
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

  /** Not {@code for update} and {@code do update}. */
  private static final Pattern WRITE =
      Pattern.compile(
          "(?:insert\\s+into|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?"
              + "|(?<!for\\s|key\\s|do\\s)update)\\s+(?:only\\s+)?([\\w.]+)");

  private static final Pattern NAME = Pattern.compile("\\b([a-z_]\\w*)\\.([a-z_]\\w*)");

  private TidySql() {}

  /** Schemas that migrations make. */
  static Set<String> schemas() {
    return Tree.files("src/main/resources/db/migration/", ".sql").stream()
        .flatMap(file -> SCHEMA.matcher(file.text()).results())
        .map(schema -> schema.group(1))
        .collect(toSet());
  }

  /** Statements whose name stands in no string of the slice. */
  static List<String> unused(List<Statement> statements, List<JavaSource> java) {
    return statements.stream()
        .filter(
            statement ->
                in(java, statement)
                    .flatMap(file -> file.literals().stream())
                    .noneMatch(literal -> names(literal.text(), statement)))
        .map(Statement::toString)
        .toList();
  }

  /** Names given to {@code sql.get} in a slice whose file has no such statement. */
  static List<String> missing(List<Statement> statements, List<JavaSource> java) {
    return java.stream()
        .flatMap(
            file ->
                file.literals().stream()
                    .filter(literal -> literal.call().equalsIgnoreCase("sql.get"))
                    .filter(
                        literal ->
                            statements.stream()
                                .filter(statement -> in(List.of(file), statement).count() == 1)
                                .noneMatch(statement -> statement.name().equals(literal.text())))
                    .map(literal -> file.path() + ": " + literal.text()))
        .toList();
  }

  /** What a statement writes outside its schema, and reads of others that they do not publish. */
  static List<String> trespasses(Statement statement, Set<String> schemas) {
    var sql = TEXT.matcher(statement.text().toLowerCase(Locale.ROOT)).replaceAll("''");
    var own = statement.schema() + ".";
    Predicate<MatchResult> foreign =
        name -> schemas.contains(name.group(1)) && !name.group().startsWith(own);
    var mistakes = new ArrayList<String>();
    WRITE
        .matcher(sql)
        .results()
        .filter(write -> !write.group(1).startsWith(own))
        .forEach(write -> mistakes.add(statement + " writes " + write.group(1)));
    NAME.matcher(sql)
        .results()
        .filter(foreign)
        .filter(name -> !name.group(2).startsWith("published_"))
        .forEach(name -> mistakes.add(statement + " reads " + name.group()));
    return mistakes;
  }

  /** A step may be given as its file. */
  private static boolean names(String text, Statement statement) {
    return text.equals(statement.name())
        || text.equals("db/reconcile/" + statement.name() + ".sql");
  }

  private static Stream<JavaSource> in(List<JavaSource> java, Statement statement) {
    var slice = statement.slice();
    var folder = MAIN + PACKAGES.getOrDefault(slice, slice.replace('_', '/')) + "/";
    return java.stream().filter(file -> file.path().startsWith(folder));
  }
}
