package nl.banenschakel.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The checks of {@link TidyTest}: files in, mistakes out; exceptions are data. */
final class Tidy {
  private static final int FILE_LINES_MAX = 250;
  private static final int METHOD_LINES_MAX = 40;
  private static final int COLLABORATORS_MAX = 7;
  private static final int SLICE_FILES_MAX = 15;

  /** DESIGN limits slices; a part of the platform hides more behind what it shows. */
  private static final int PART_FILES_MAX = 20;

  private static final int SCRIPT_LINES_MAX = 60;
  private static final int HELP_MS_MAX = 20_000;

  /** Written so that this file does not find itself. */
  private static final Pattern LEFTOVER = Pattern.compile("\\b(TO[D]O|FIX[M]E)\\b|@Dis[a]bled\\b");

  private static final Pattern PRINTED = Pattern.compile("System\\.(out|err)\\b");

  /** All Java we ship but commands: what they print is their answer. */
  private static final Pattern NEVER_PRINTS =
      Pattern.compile("src/main/java/nl/banenschakel/(?!app/).*");

  private static final Pattern MACHINE =
      Pattern.compile(
          "(?<![\\w.}])/(hom[e]|wor[k]|roo[t]|User[s]|workspac[e])/\\w|[A-Z]:\\\\User[s]"
              + "|rep[o]1?\\.maven|maven[.]org|artifactor[y]|nexu[s]|jfro[g]|npmj[s]\\.org"
              + "|pypi\\.or[g]|\\.interna[l]\\b|\\.cor[p]\\b",
          Pattern.CASE_INSENSITIVE);

  private Tidy() {}

  static List<String> longFiles(List<Tree.Source> files) {
    return files.stream()
        .filter(file -> file.lines() > FILE_LINES_MAX)
        .map(file -> file.path() + " has " + file.lines() + " lines")
        .toList();
  }

  static List<String> longMethods(List<Tree.Source> files) {
    return mistakes(
        files,
        method ->
            method.lines() > METHOD_LINES_MAX
                ? ": " + method.name() + " has " + method.lines() + " lines"
                : "");
  }

  /** The constructor of a record has no collaborators: its parameters are the data. */
  static List<String> wideConstructors(List<Tree.Source> files) {
    return mistakes(
        files,
        method ->
            method.isConstructor() && !method.ofRecord() && method.parameters() > COLLABORATORS_MAX
                ? " has a constructor of " + method.parameters()
                : "");
  }

  /**
   * Those without package-info, or without its {@code @NullMarked}; a test shares the tested one's.
   */
  static List<String> packagesWithoutInfo(List<Tree.Source> files) {
    var marked =
        files.stream()
            .filter(file -> file.name().equals("package-info.java"))
            .filter(file -> file.text().contains("@NullMarked"))
            .map(Tidy::packageOf)
            .collect(toSet());
    var packages = files.stream().map(Tidy::packageOf).collect(toSet());
    packages.removeAll(marked);
    packages.removeIf(name -> name.contains("/architecture/sins/"));
    return List.copyOf(new TreeSet<>(packages));
  }

  /** Slices, and each folder below one on its own: a part, or an area of a slice. */
  static List<String> bigSlices(List<Tree.Source> files) {
    var sizes =
        files.stream()
            .filter(file -> !file.name().equals("package-info.java"))
            .collect(groupingBy(Tidy::slice, TreeMap::new, counting()));
    return sizes.entrySet().stream()
        .filter(
            size ->
                size.getValue()
                    > (size.getKey().startsWith("platform/") ? PART_FILES_MAX : SLICE_FILES_MAX))
        .map(size -> size.getKey() + " has " + size.getValue() + " files")
        .toList();
  }

  static List<String> leftovers(List<Tree.Source> files) {
    return files.stream()
        .filter(file -> !file.path().startsWith("src/test/resources/"))
        .flatMap(
            file ->
                lines(
                    file,
                    line ->
                        LEFTOVER.matcher(line).find()
                            || (NEVER_PRINTS.matcher(file.path()).matches()
                                && PRINTED.matcher(line).find())))
        .toList();
  }

  static List<String> machines(List<Tree.Source> files) {
    return files.stream()
        .flatMap(file -> lines(file, line -> MACHINE.matcher(line).find()))
        .toList();
  }

  static List<String> longScripts(List<Tree.Source> scripts) {
    return scripts.stream()
        .filter(script -> script.lines() > SCRIPT_LINES_MAX)
        .map(script -> script.path() + " has " + script.lines() + " lines")
        .toList();
  }

  /** Whether {@code --help} ends well and says something. */
  static boolean helps(Path script) throws IOException, InterruptedException {
    var answer = File.createTempFile("help", ".txt");
    var process =
        new ProcessBuilder(script.toString(), "--help")
            .redirectErrorStream(true)
            .redirectOutput(answer)
            .start();
    try {
      return process.waitFor(HELP_MS_MAX, TimeUnit.MILLISECONDS)
          && process.exitValue() == 0
          && answer.length() > 0;
    } finally {
      process.destroy();
      answer.deleteOnExit();
    }
  }

  private static List<String> mistakes(
      List<Tree.Source> files, Function<JavaSource.Method, String> check) {
    return JavaSource.parse(files).stream()
        .flatMap(
            file ->
                file.methods().stream()
                    .map(check)
                    .filter(mistake -> !mistake.isEmpty())
                    .map(mistake -> file.path() + mistake))
        .toList();
  }

  private static String packageOf(Tree.Source file) {
    return file.folder().replaceFirst("^src/(main|test)/java/", "");
  }

  private static String slice(Tree.Source file) {
    return file.folder().replaceFirst("^src/main/java/nl/banenschakel/?", "");
  }

  private static Stream<String> lines(Tree.Source file, Predicate<String> sin) {
    var lines = file.text().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> sin.test(lines.get(i)))
        .mapToObj(i -> file.path() + " line " + (i + 1));
  }
}
