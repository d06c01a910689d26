package nl.banenschakel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Adding or comparing hours of two kinds does not compile: the compiler itself is asked. */
class HoursDoNotMixTest {
  private static final List<String> KINDS =
      List.of("ContractHours", "WorkedHours", "VerloondeUren", "InvoicedHours");

  /** The compiler's names for "incompatible types" and "bad operand types", in every Java. */
  private static final String OTHER_TYPE = "compiler.err.prob.found.req";

  private static final String NO_OPERATOR = "compiler.err.operator.cant.be.applied.1";

  static Stream<Arguments> pairs() {
    return KINDS.stream()
        .flatMap(
            one ->
                KINDS.stream()
                    .filter(other -> !other.equals(one))
                    .map(other -> arguments(one, other)));
  }

  static Stream<String> kinds() {
    return KINDS.stream();
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void hours_of_two_kinds_are_not_added_or_compared(String one, String other) {
    assertThat(errors(one, other, "a.plus(b)")).containsExactly(OTHER_TYPE);
    assertThat(errors(one, other, "a.compareTo(b)")).containsExactly(OTHER_TYPE);
    assertThat(errors(one, other, "a + b")).containsExactly(NO_OPERATOR);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void hours_of_one_kind_are_added(String kind) {
    assertThat(errors(kind, kind, "a.plus(b).compareTo(a)")).isEmpty();
  }

  /** The mistakes that the compiler finds in an expression over two values. */
  private static List<String> errors(String one, String other, String expression) {
    var source =
        "import nl.banenschakel.kernel.*; class Sum { Object of(%s a, %s b) { return %s; } }"
            .formatted(one, other, expression);
    var said = new DiagnosticCollector<JavaFileObject>();
    var classPath = List.of("-proc:none", "-cp", System.getProperty("java.class.path"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var nowhere = compiler.getStandardFileManager(said, Locale.ROOT, null);
    compiler
        .getTask(null, nowhere, said, checkOnly(classPath), null, List.of(new Source(source)))
        .call();
    return said.getDiagnostics().stream()
        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
        .map(Diagnostic::getCode)
        .toList();
  }

  /** All checks, and no class file. */
  private static List<String> checkOnly(List<String> options) {
    return Stream.concat(options.stream(), Stream.of("-XDshould-stop.ifNoError=FLOW")).toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Sum.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
