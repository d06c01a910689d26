package nl.banenschakel.architecture;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A Java file as the compiler reads it.
 *
 * @param path of the file, from the root of the project
 * @param methods constructors too, nested classes' included
 * @param literals every string literal; parts that {@code +} joins are literals of their own
 */
record JavaSource(String path, List<Method> methods, List<Literal> literals) {

  /**
   * A method or constructor.
   *
   * @param lines from its first annotation or modifier to its closing brace
   * @param ofRecord declared in a record
   */
  record Method(String name, long lines, int parameters, boolean ofRecord) {
    boolean isConstructor() {
      return name.equals("<init>");
    }
  }

  /**
   * A string literal.
   *
   * @param call what it is an argument of, as written: {@code sql.get}, or empty
   */
  record Literal(String text, String call) {}

  static List<JavaSource> parse(List<Tree.Source> files) {
    var compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
    var texts = files.stream().map(Text::new).toList();
    var task =
        (JavacTask) compiler.getTask(null, null, mistake -> {}, List.of("-proc:none"), null, texts);
    var positions = Trees.instance(task).getSourcePositions();
    var sources = new ArrayList<JavaSource>();
    try {
      for (var unit : task.parse()) {
        sources.add(new Reader(unit, positions).read());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  /** What the compiler takes for a file. */
  private static final class Text extends SimpleJavaFileObject {
    private final Tree.Source source;

    Text(Tree.Source source) {
      super(URI.create("text:///" + source.path()), JavaFileObject.Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }

  private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods = new ArrayList<>();
    private final List<Literal> literals = new ArrayList<>();

    Reader(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    JavaSource read() {
      scan(unit, null);
      return new JavaSource(unit.getSourceFile().toUri().getPath().substring(1), methods, literals);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      var owner = getCurrentPath().getParentPath().getLeaf();
      methods.add(
          new Method(
              method.getName().toString(),
              line(positions.getEndPosition(unit, method))
                  - line(positions.getStartPosition(unit, method))
                  + 1,
              method.getParameters().size(),
              owner instanceof ClassTree type && type.getKind() == Kind.RECORD));
      return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      if (literal.getValue() instanceof String text) {
        literals.add(new Literal(text, call(getCurrentPath().getParentPath().getLeaf())));
      }
      return super.visitLiteral(literal, null);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }

    private static String call(com.sun.source.tree.Tree parent) {
      if (parent instanceof NewClassTree creation) {
        return "new " + creation.getIdentifier();
      }
      return parent instanceof MethodInvocationTree invocation
          ? called(invocation.getMethodSelect())
          : "";
    }

    private static String called(com.sun.source.tree.Tree method) {
      if (method instanceof MemberSelectTree select) {
        return select.getExpression() instanceof IdentifierTree owner
            ? owner.getName() + "." + select.getIdentifier()
            : "." + select.getIdentifier();
      }
      return method.toString();
    }
  }
}
