package nl.banenschakel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may use whom. Every rule is asked twice: of what we ship, where it finds nothing, and of the
 * packages under {@code architecture.sins}, laid out as ours and wrong on purpose, where it must
 * find the class planted for it.
 */
class LayeringTest {
  private static final String ROOT = "nl.banenschakel";
  private static final String SINS = "nl.banenschakel.architecture.sins";

  /** Package, and the packages beside itself that it may use. */
  private static final Map<String, Set<String>> IMPORTS =
      Map.ofEntries(
          Map.entry("kernel", Set.of()),
          Map.entry("platform", Set.of("kernel")),
          Map.entry("norm", Set.of("kernel", "platform")),
          Map.entry("party", Set.of("kernel", "platform")),
          Map.entry("person", Set.of("kernel", "platform")),
          Map.entry("relation", Set.of("kernel", "platform", "party")),
          Map.entry("register", Set.of("kernel", "platform", "party", "person", "norm")),
          Map.entry("employment", Set.of("kernel", "platform", "party", "person", "norm")),
          Map.entry("payroll", Set.of("kernel", "platform", "party", "person", "norm")),
          Map.entry("claim", Set.of("kernel", "platform", "party", "person", "norm")),
          Map.entry("agreement", Set.of("kernel", "platform", "party", "relation", "norm")),
          Map.entry(
              "statement",
              Set.of(
                  "kernel",
                  "platform",
                  "party",
                  "relation",
                  "person",
                  "norm",
                  "agreement",
                  "claim")),
          Map.entry("reconciliation", Set.of("kernel", "platform", "norm")),
          Map.entry(
              "settlement", Set.of("kernel", "platform", "agreement", "reconciliation", "norm")),
          Map.entry("year", Set.of("kernel", "platform", "norm")),
          Map.entry("report", Set.of("kernel", "platform")),
          // Services and records of slices; that it uses no repository is a rule of its own.
          Map.entry(
              "web",
              Set.of(
                  "kernel",
                  "platform",
                  "norm",
                  "party",
                  "relation",
                  "person",
                  "register",
                  "employment",
                  "payroll",
                  "claim",
                  "agreement",
                  "statement",
                  "reconciliation",
                  "settlement",
                  "report")),
          Map.entry(
              "app",
              Set.of(
                  "kernel",
                  "platform",
                  "norm",
                  "party",
                  "relation",
                  "person",
                  "register",
                  "employment",
                  "payroll",
                  "claim",
                  "agreement",
                  "statement",
                  "reconciliation",
                  "settlement",
                  "year",
                  "report",
                  "web")));

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .withImportOption(location -> !location.contains("test-classes"))
          .importPackages(ROOT);
  private static final JavaClasses SINNERS = new ClassFileImporter().importPackages(SINS);

  static Set<String> rules() {
    return rulesOf(ROOT).keySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void holds(String rule) {
    rule(ROOT, rule).check(SHIPPED);
  }

  static Stream<Arguments> sins() {
    return Stream.concat(sinsOfKnowing(), sinsOfDoing());
  }

  private static Stream<Arguments> sinsOfKnowing() {
    return Stream.of(
        arguments("kernel.Hours", "imports of kernel"),
        arguments("platform.Knowing", "imports of platform"),
        arguments("norm.Knowing", "imports of norm"),
        arguments("party.Turning", "imports of party"),
        arguments("relation.Knowing", "imports of relation"),
        arguments("person.Turning", "imports of person"),
        arguments("register.Knowing", "imports of register"),
        arguments("employment.Knowing", "imports of employment"),
        arguments("payroll.Knowing", "imports of payroll"),
        arguments("claim.Knowing", "imports of claim"),
        arguments("agreement.Knowing", "imports of agreement"),
        arguments("statement.Knowing", "imports of statement"),
        arguments("reconciliation.Knowing", "imports of reconciliation"),
        arguments("settlement.Knowing", "imports of settlement"),
        arguments("year.Knowing", "imports of year"),
        arguments("report.Knowing", "imports of report"),
        arguments("web.Knowing", "imports of web"),
        arguments("kernel.Hours", "kernel knows Java only"),
        arguments("stray.Lost", "every package stands in the table"),
        arguments("web.Prying", "pages use no repository"),
        arguments("party.Turning", "slices do not turn in circles"),
        arguments("party.Routing", "vertx-web stays at the edge"),
        arguments("party.Calling", "the web client stays in clients"),
        arguments("party.Asking", "the SQL client stays in repositories"),
        arguments("party.Connecting", "JDBC stays in platform.db"),
        arguments("party.Unparsed", "JSON stays at the edge"));
  }

  private static Stream<Arguments> sinsOfDoing() {
    return Stream.of(
        arguments("party.Sleeping", "nobody blocks"),
        arguments("party.Awaiting", "nobody blocks"),
        arguments("party.Joining", "nobody blocks"),
        arguments("party.Taking", "nobody blocks"),
        arguments("party.Getting", "nobody blocks"),
        arguments("party.Filing", "nobody touches files"),
        arguments("party.Saving", "nobody touches files"),
        arguments("party.OpenRepository", "repositories and routes are package-private"),
        arguments("party.Peeking", "areas stay in their slice"),
        arguments("party.OpenRoutes", "repositories and routes are package-private"),
        arguments("party.PartyManager", "names say a role"),
        arguments("party.PartyUtils", "names say a role"),
        arguments("party.AbstractParty", "names say a role"),
        arguments("party.IParty", "names say a role"),
        arguments("party.util.Tool", "packages say a capability"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sins")
  void catches(String sinner, String rule) {
    var mistakes = rule(SINS, rule).evaluate(SINNERS).getFailureReport().getDetails();

    assertThat(mistakes).anyMatch(mistake -> mistake.contains(SINS + "." + sinner));
  }

  @Test
  void no_rule_goes_without_a_sin() {
    var caught = sins().map(sin -> sin.get()[1]).collect(toSet());

    // The last package may use all there is: there is no sin to plant.
    assertThat(rules()).allMatch(rule -> caught.contains(rule) || rule.equals("imports of app"));
  }

  @Test
  void what_is_ruled_is_what_we_ship() {
    assertThat(SHIPPED.stream().map(JavaClass::getSimpleName))
        .contains("Bsn", "Db", "OrganisationService")
        .doesNotContain("LayeringTest");
  }

  private static ArchRule rule(String root, String name) {
    return requireNonNull(rulesOf(root).get(name), name);
  }

  private static Map<String, ArchRule> rulesOf(String root) {
    var rules = new HashMap<>(LayeringRules.of(root, IMPORTS.keySet()));
    IMPORTS.forEach(
        (name, allowed) -> rules.put("imports of " + name, imports(root, name, allowed)));
    return new TreeMap<>(rules);
  }

  private static ArchRule imports(String root, String name, Set<String> allowed) {
    var own = root + "." + name;
    var allowedToo = allowed.stream().map(other -> root + "." + other).toArray(String[]::new);
    return noClasses()
        .that(LayeringRules.within(own))
        .should()
        .dependOnClassesThat(
            LayeringRules.within(root)
                .and(not(LayeringRules.within(own)))
                .and(not(LayeringRules.within(allowedToo))))
        .allowEmptyShould(true);
  }
}
