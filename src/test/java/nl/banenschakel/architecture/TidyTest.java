package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The limits of DESIGN 2 and what no file may hold. Each check is seen to fail on a planted text.
 */
class TidyTest {
  private static final String MAIN = "src/main/java/nl/banenschakel/";

  @TempDir Path folder;

  @Test
  void no_java_file_is_too_long() {
    assertThat(Tidy.longFiles(Tree.files("src/", ".java"))).isEmpty();
    assertThat(Tidy.longFiles(List.of(source("A.java", "\n".repeat(250))))).isEmpty();
    assertThat(Tidy.longFiles(List.of(source("A.java", "\n".repeat(251)))))
        .containsExactly("A.java has 251 lines");
  }

  @Test
  void no_method_is_too_long() {
    assertThat(Tidy.longMethods(Tree.files("src/", ".java"))).isEmpty();
    assertThat(Tidy.longMethods(List.of(method(40)))).isEmpty();
    assertThat(Tidy.longMethods(List.of(method(41))))
        .containsExactly("A.java: method has 41 lines");
  }

  @Test
  void no_constructor_has_too_many_collaborators() {
    var seven = "int a, int b, int c, int d, int e, int f, int g";

    assertThat(Tidy.wideConstructors(Tree.files("src/", ".java"))).isEmpty();
    assertThat(Tidy.wideConstructors(List.of(constructor("class", seven)))).isEmpty();
    assertThat(Tidy.wideConstructors(List.of(constructor("class", seven + ", int h"))))
        .containsExactly("A.java has a constructor of 8");
    assertThat(Tidy.wideConstructors(List.of(constructor("record", seven + ", int h")))).isEmpty();
  }

  @Test
  void every_package_says_what_it_is() {
    var info = "@NullMarked\npackage a;";

    assertThat(Tidy.packagesWithoutInfo(Tree.files("src/", ".java"))).isEmpty();
    assertThat(
            Tidy.packagesWithoutInfo(
                List.of(source("a/A.java", ""), source("a/package-info.java", info))))
        .isEmpty();
    assertThat(Tidy.packagesWithoutInfo(List.of(source("a/A.java", "")))).containsExactly("a");
    assertThat(
            Tidy.packagesWithoutInfo(
                List.of(source("a/A.java", ""), source("a/package-info.java", "package a;"))))
        .containsExactly("a");
  }

  @Test
  void no_slice_is_too_big() {
    assertThat(Tidy.bigSlices(Tree.files(MAIN, ".java"))).isEmpty();
    assertThat(Tidy.bigSlices(classes("party/", 15))).isEmpty();
    assertThat(Tidy.bigSlices(classes("party/", 16))).containsExactly("party has 16 files");
    assertThat(Tidy.bigSlices(classes("web/hr/", 16))).containsExactly("web/hr has 16 files");
    assertThat(Tidy.bigSlices(classes("party/area/", 16)))
        .containsExactly("party/area has 16 files");
  }

  @Test
  void nothing_is_left_for_later_or_printed() {
    assertThat(Tidy.leftovers(Tree.SOURCES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"// TO" + "DO", "FIX" + "ME", "@Dis" + "abled", "System" + ".out.print"})
  void what_is_left_for_later_or_printed_is_found(String sin) {
    assertThat(Tidy.leftovers(List.of(source(MAIN + "party/A.java", "a\n" + sin))))
        .containsExactly(MAIN + "party/A.java line 2");
  }

  @Test
  void no_file_names_a_machine() {
    assertThat(Tidy.machines(Tree.SOURCES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd /ho" + "me/jan/gateway",
        "ls /wo" + "rk/main",
        "/Us" + "ers/jan",
        "C:\\Us" + "ers\\jan",
        "https://repo1.mav" + "en.org/maven2",
        "https://arti" + "factory.example.nl",
        "https://registry.npm" + "js.org",
        "http://build.inter" + "nal/x"
      })
  void a_machine_is_found(String sin) {
    assertThat(Tidy.machines(List.of(source("a.txt", sin)))).containsExactly("a.txt line 1");
  }

  static List<Tree.Source> scripts() {
    return Stream.concat(Tree.files("scripts/", "").stream(), Tree.files(".ci/", "").stream())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void a_script_is_short_and_helps(Tree.Source script) throws IOException, InterruptedException {
    assertThat(Tidy.longScripts(List.of(script))).isEmpty();
    assertThat(Tidy.helps(Tree.ROOT.resolve(script.path()))).isTrue();
  }

  @Test
  void a_script_that_is_long_or_does_not_help_is_found() throws IOException, InterruptedException {
    var mute = folder.resolve("mute");
    Files.writeString(mute, "#!/bin/sh\nexit 0\n");
    Files.setPosixFilePermissions(mute, PosixFilePermissions.fromString("rwx------"));

    assertThat(Tidy.helps(mute)).isFalse();
    assertThat(Tidy.longScripts(List.of(source("long", "\n".repeat(61))))).hasSize(1);
  }

  @Test
  void the_tree_is_there() {
    assertThat(Tree.SOURCES.stream().map(Tree.Source::path))
        .contains("pom.xml", MAIN + "kernel/Bsn.java", "scripts/test");
  }

  private static Tree.Source source(String path, String text) {
    return new Tree.Source(path, text);
  }

  private static Tree.Source method(int lines) {
    var text = "class A {\n  void method() {\n" + "    int a;\n".repeat(lines - 2) + "  }\n}\n";
    return source("A.java", text);
  }

  private static Tree.Source constructor(String kind, String parameters) {
    var header = kind.equals("record") ? "record A(%s)".formatted(parameters) : "class A";
    return source("A.java", header + " { A(" + parameters + ") {} }");
  }

  private static List<Tree.Source> classes(String folder, int count) {
    return Stream.iterate(1, i -> i + 1)
        .limit(count)
        .map(i -> source(MAIN + folder + "A" + i + ".java", ""))
        .toList();
  }
}
