package nl.banenschakel.platform.http;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/**
 * The query and the headers of one call, read into a record as {@code Fields} reads a body: every
 * mistake is gathered with its place ({@code query delivery}, {@code header Loonheffingennummer})
 * and {@link #build} fails with all of them. A query parameter that nobody asked for is a mistake
 * too.
 */
public final class Parameters {
  private final MultiMap query;
  private final MultiMap headers;
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> known = new TreeSet<>();
  private final Set<String> knownHeaders = new TreeSet<>();

  Parameters(MultiMap query, MultiMap headers) {
    this.query = query;
    this.headers = headers;
  }

  /** A parameter that has been named but not yet read. */
  public final class Parameter<T> {
    private final String at;
    private final List<String> values;
    private final Function<String, T> parse;

    private Parameter(String at, List<String> values, Function<String, T> parse) {
      this.at = at;
      this.values = values;
      this.parse = parse;
    }

    /** It must be there. The value may be asked for inside {@link #build} only. */
    public Supplier<T> required() {
      if (values.isEmpty()) {
        violations.add(new Violation(at, "PARAMETER_REQUIRED", "This parameter is required."));
      }
      var read = read();
      return read::orElseThrow;
    }

    /** It may be absent. The value may be asked for inside {@link #build} only. */
    public Supplier<Optional<T>> optional() {
      var read = read();
      return () -> read;
    }

    private Optional<T> read() {
      if (values.size() > 1) {
        violations.add(new Violation(at, "PARAMETER_REPEATED", "Give this parameter once."));
        return Optional.empty();
      }
      try {
        return values.stream().findFirst().map(parse);
      } catch (Malformed malformed) {
        violations.add(Violation.of(at, malformed));
      } catch (IllegalArgumentException | DateTimeException unreadable) {
        // The parser's own message may repeat the value: it is not passed on.
        violations.add(
            new Violation(at, "VALUE_FORM", "This text has another form than the contract says."));
      }
      return Optional.empty();
    }
  }

  /** Whether a query parameter is there, where it decides which others may be. */
  public boolean isAsked(String name) {
    return !named(name).isEmpty();
  }

  /** A query parameter, read by a parser that throws {@link Malformed}. */
  public <T> Parameter<T> query(String name, Function<String, T> parse) {
    known.add(name);
    return new Parameter<>("query " + name, named(name), parse);
  }

  /** A header, read by a parser that throws {@link Malformed}. */
  public <T> Parameter<T> header(String name, Function<String, T> parse) {
    knownHeaders.add(name);
    return new Parameter<>("header " + name, headers.getAll(name), parse);
  }

  /** The query parameter {@code asOf}: what was known at a moment, or else what is known now. */
  public Supplier<KnownAt> asOf() {
    var asOf = query("asOf", text -> KnownAt.parse(text, InstantSource.system())).optional();
    return () -> asOf.get().orElse(KnownAt.NOW);
  }

  /**
   * The header {@code If-Match} of a change: one of its tags must be that of what is there, and
   * {@code *} stands for any (RFC 9110, 13.1.1). Fails with {@link Failure.PreconditionRequired}
   * without.
   */
  public Supplier<Set<String>> ifMatch() {
    var tags = ifMatchWhereThere();
    return () -> tags.get().orElseThrow(Failure.PreconditionRequired::new);
  }

  /** The same of what may be made by the change: whether it needs the header shows then. */
  public Supplier<Optional<Set<String>>> ifMatchWhereThere() {
    return header("If-Match", Parameters::tags).optional();
  }

  private static Set<String> tags(String header) {
    return Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet());
  }

  /** The record, or {@link Failure.Invalid} with every mistake found so far. */
  public <T> T build(Supplier<T> record) {
    if (query.names().stream().anyMatch(name -> !known.contains(name))) {
      violations.add(unknownParameter());
    }
    if (!violations.isEmpty()) {
      throw new Failure.Invalid(violations);
    }
    return record.get();
  }

  /** Case counts in a query, although it does not in the map that holds it. */
  private List<String> named(String name) {
    return query.entries().stream()
        .filter(entry -> entry.getKey().equals(name))
        .map(java.util.Map.Entry::getValue)
        .toList();
  }

  // An unknown name is not repeated: somebody may have used a BSN as a name.
  private Violation unknownParameter() {
    return new Violation("query", "PARAMETER_UNKNOWN", whyUnknown());
  }

  private String whyUnknown() {
    var misplaced = knownHeaders.stream().filter(query::contains).toList();
    if (!misplaced.isEmpty()) {
      return "This goes in a header and not in the query: " + String.join(", ", misplaced) + ".";
    }
    return known.isEmpty()
        ? "This operation has no query parameters."
        : "There is a query parameter here that the contract does not have. Known: "
            + String.join(", ", known)
            + ".";
  }
}
