package nl.banenschakel.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project: those that git tracks, or all where there is no git. */
final class Tree {
  static final Path ROOT = Path.of("").toAbsolutePath();

  /** Every file that is text. */
  static final List<Source> SOURCES = sources();

  private Tree() {}

  /**
   * One file.
   *
   * @param path from the root, with {@code /}
   */
  record Source(String path, String text) {
    long lines() {
      return text.lines().count();
    }

    String folder() {
      return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /** Files whose path starts and ends so. */
  static List<Source> files(String start, String end) {
    return SOURCES.stream()
        .filter(file -> file.path().startsWith(start) && file.path().endsWith(end))
        .toList();
  }

  /**
   * The text of one file that must be there.
   *
   * @throws IllegalStateException when it is not
   */
  static String text(String path) {
    return SOURCES.stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + path))
        .text();
  }

  private static List<Source> sources() {
    try {
      return paths().flatMap(Tree::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the project's files cannot be read", e);
    }
  }

  private static Stream<String> paths() throws IOException {
    if (Files.exists(ROOT.resolve(".git"))) {
      var git =
          new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
              .directory(ROOT.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var names = new String(git.getInputStream().readAllBytes(), UTF_8);
      if (!names.isEmpty()) {
        return Stream.of(names.split("\0")).distinct();
      }
    }
    return walk();
  }

  private static Stream<String> walk() throws IOException {
    try (var all = Files.walk(ROOT)) {
      return all
          .filter(Files::isRegularFile)
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.matches("(target|data|\\.git)/.*"))
          .toList()
          .stream();
    }
  }

  /** Nothing for what was deleted and not committed yet, and for what is no text. */
  private static Stream<Source> read(String path) {
    try {
      var file = ROOT.resolve(path);
      return Files.isRegularFile(file)
          ? Stream.of(new Source(path, Files.readString(file)))
          : Stream.empty();
    } catch (CharacterCodingException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
