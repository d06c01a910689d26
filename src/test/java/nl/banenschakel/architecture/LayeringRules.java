package nl.banenschakel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules besides the table of imports, for whatever package is the root; exceptions are data.
 */
final class LayeringRules {
  /** Roles that speak JSON: parse what comes in, write what goes out, read a jsonb column. */
  private static final String JSON_ROLES = ".*(Routes|Json|Repository|Page)";

  private static final String[] JSON_PACKAGES = {
    "platform.json", "platform.http", "platform.auth", "platform.intake", "app"
  };

  /** Tink's keysets are JSON, in a file; nothing of it leaves the class. */
  private static final Set<String> JSON_ELSEWHERE = Set.of("platform.vault.Keysets");

  /** At start-up, before there is an event loop to hold up: settings, keys, norms, a database. */
  private static final Set<String> BLOCKING =
      Set.of(
          "norm.Norms",
          "platform.auth.DevelopmentTokens",
          "platform.auth.KeySet",
          "platform.config.YamlFile",
          "platform.db.EmbeddedPostgres",
          "platform.db.PostgresBinaries",
          "platform.db.PostgresFolder",
          "platform.db.PostgresProcess",
          "platform.db.PostgresPrograms",
          "platform.db.ThrowAwayFolders",
          "platform.db.ServerAccount",
          "platform.vault.KeysetFile");

  /** The routes of no slice: app mounts them, and slices that take deliveries answer as they do. */
  private static final Set<String> OPEN_ROUTES = Set.of("platform.intake.UploadRoutes");

  /** Types whose every use reads or writes a file while the thread waits. */
  private static final String FILES =
      "java\\.io\\.(File\\w*|RandomAccessFile)|java\\.nio\\.file\\.Files"
          + "|java\\.nio\\.channels\\.FileChannel";

  private static final Pattern WAITING =
      Pattern.compile(
          "java\\.lang\\.Thread\\.(sleep|join)|java\\.lang\\.Process\\.waitFor"
              + "|java\\.lang\\.Object\\.wait|io\\.vertx\\.core\\.Future\\.await"
              + "|java\\.util\\.concurrent\\.\\w*Future\\.(get|join)"
              + "|java\\.util\\.concurrent\\.\\w*Queue\\.(take|put)"
              + "|java\\.util\\.concurrent\\.\\w+\\.(await|acquire|awaitTermination)");

  /** No slices: their packages are parts that all may use as far as the table says. */
  private static final Set<String> IN_PARTS = Set.of("kernel", "platform", "web", "app");

  private static final String FORBIDDEN_NAMES =
      ".*(Manager|Helper|Utils?|Impl|Handler|D[Tt][Oo])|(Abstract|Base|I)[A-Z].*";
  private static final String FORBIDDEN_PACKAGES =
      ".*\\.(common|utils?|models?|dto|services?)(\\..*)?";

  private LayeringRules() {}

  /** By name; {@code known} are the packages directly under the root. */
  static Map<String, ArchRule> of(String root, Set<String> known) {
    var rules = new HashMap<String, ArchRule>();
    rules.putAll(edges(root));
    rules.putAll(shapes(root, known));
    rules.replaceAll((name, rule) -> rule.allowEmptyShould(true).as(name));
    return rules;
  }

  /** In one of these packages or below. */
  static DescribedPredicate<JavaClass> within(String... packages) {
    return describe(
        "within " + String.join(", ", packages),
        type ->
            Stream.of(packages)
                .anyMatch(name -> (type.getPackageName() + ".").startsWith(name + ".")));
  }

  private static Map<String, ArchRule> edges(String root) {
    var app = under(root, "app");
    var db = under(root, "platform.db");
    var json = under(root, JSON_PACKAGES).or(role(JSON_ROLES)).or(oneOf(root, JSON_ELSEWHERE));
    var blocking = app.or(oneOf(root, BLOCKING));
    var webClient = within("io.vertx.ext.web.client", "io.vertx.ext.web.codec");
    return Map.of(
        "vertx-web stays at the edge",
        only(
            root,
            under(root, "platform.http", "web", "app"),
            within("io.vertx.ext.web").and(not(webClient))),
        "the web client stays in clients",
        only(root, app.or(role(".*Client")), webClient),
        "the SQL client stays in repositories",
        only(root, db.or(role(".*Repository")), within("io.vertx.sqlclient", "io.vertx.pgclient")),
        "JDBC stays in platform.db",
        only(root, db, within("java.sql", "javax.sql", "org.postgresql", "org.flywaydb")),
        "JSON stays at the edge",
        only(root, json, named("io\\.vertx\\.core\\.json\\.Json(Object|Array)")),
        "nobody touches files",
        only(root, blocking, named(FILES)),
        "nobody blocks",
        noClasses()
            .that(within(root).and(not(blocking)))
            .should()
            .accessTargetWhere(describe("waits", LayeringRules::waits)));
  }

  private static Map<String, ArchRule> shapes(String root, Set<String> known) {
    var kernel = root + ".kernel";
    return Map.of(
        "kernel knows Java only",
        classes()
            .that(within(kernel))
            .should()
            .onlyDependOnClassesThat(within(kernel, "java", "org.jspecify")),
        "every package stands in the table",
        classes()
            .that(within(root))
            .should(ArchCondition.from(under(root, known.toArray(String[]::new)))),
        "slices do not turn in circles",
        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
        "repositories and routes are package-private",
        noClasses()
            .that(
                within(root).and(role(".*(Repository|Routes)")).and(not(oneOf(root, OPEN_ROUTES))))
            .should()
            .bePublic(),
        "pages use no repository",
        noClasses()
            .that(under(root, "web"))
            .should()
            .dependOnClassesThat(within(root).and(role(".*Repository"))),
        "names say a role",
        noClasses().that(within(root)).should(ArchCondition.from(role(FORBIDDEN_NAMES))),
        "areas stay in their slice",
        classes().that(within(root).and(not(under(root, "app")))).should(knowNoArea(root)),
        "packages say a capability",
        noClasses()
            .that(within(root))
            .should(
                ArchCondition.from(
                    describe(
                        "in a package that says nothing",
                        type -> type.getPackageName().matches(FORBIDDEN_PACKAGES)))));
  }

  /** A slice may have packages below its own: areas, of which other slices know nothing. */
  private static ArchCondition<JavaClass> knowNoArea(String root) {
    return new ArchCondition<>("use no area of another slice") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(used -> isArea(root, used.getTargetClass()))
            .filter(used -> !slice(root, used.getTargetClass()).equals(slice(root, type)))
            .forEach(
                used -> events.add(SimpleConditionEvent.violated(type, used.getDescription())));
      }
    };
  }

  private static boolean isArea(String root, JavaClass type) {
    var slice = slice(root, type);
    return !slice.isEmpty()
        && !IN_PARTS.contains(slice)
        && !type.getPackageName().equals(root + "." + slice);
  }

  private static String slice(String root, JavaClass type) {
    return within(root).test(type)
        ? type.getPackageName().substring(root.length()).replaceFirst("^\\.(\\w+).*", "$1")
        : "";
  }

  private static ArchRule only(
      String root, DescribedPredicate<JavaClass> may, DescribedPredicate<JavaClass> used) {
    return noClasses().that(within(root).and(not(may))).should().dependOnClassesThat(used);
  }

  private static DescribedPredicate<JavaClass> under(String root, String... packages) {
    return within(Stream.of(packages).map(name -> root + "." + name).toArray(String[]::new));
  }

  /** One of these classes, or nested in it. */
  private static DescribedPredicate<JavaClass> oneOf(String root, Set<String> names) {
    return describe(
        "one of " + names,
        type -> names.stream().anyMatch(name -> outermost(type).equals(root + "." + name)));
  }

  /** By the simple name of the class, or of the one it is nested in. */
  private static DescribedPredicate<JavaClass> role(String pattern) {
    return describe(
        "called " + pattern,
        type ->
            type.getSimpleName().matches(pattern)
                || outermost(type).replaceFirst(".*\\.", "").matches(pattern));
  }

  private static DescribedPredicate<JavaClass> named(String pattern) {
    return describe("named " + pattern, type -> type.getName().matches(pattern));
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  private static boolean waits(JavaAccess<?> access) {
    var target = access.getTarget();
    return WAITING.matcher(target.getOwner().getName() + "." + target.getName()).matches();
  }
}
