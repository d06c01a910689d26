package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Contract hours, worked hours, verloonde uren and invoiced hours are never mixed: so every member
 * of the contract and every head of a column says which of the four it holds.
 */
class HoursHaveAKindTest {
  private static final Pattern HOURS = Pattern.compile("(?i)\\b(uren|hours)\\b");
  private static final Pattern KIND =
      Pattern.compile("(?i)contract|verloond|worked|gewerkt|paid|invoiced|gefactureerd");
  private static final Pattern COLUMN_HEAD = Pattern.compile("(?s)<th\\b[^>]*>(.*?)</th>");

  @Test
  void every_member_of_the_contracts_says_which_hours_it_holds() {
    var members = Tree.files("openapi/", ".yaml").stream().flatMap(HoursHaveAKindTest::members);

    assertThat(members.filter(HoursHaveAKindTest::isBare)).isEmpty();
  }

  @Test
  void every_head_of_a_report_says_which_hours_are_below_it() {
    var heads =
        JavaSource.parse(Tree.files("src/main/java/", ".java")).stream()
            .filter(file -> file.path().matches("src/main/java/nl/banenschakel/(report|web)/.*"))
            .flatMap(file -> file.literals().stream())
            .filter(literal -> !literal.call().startsWith("row.get"))
            .map(JavaSource.Literal::text);

    assertThat(heads.filter(HoursHaveAKindTest::isBare)).isEmpty();
  }

  @Test
  void every_head_of_a_page_says_which_hours_are_below_it() {
    var heads =
        Tree.files("src/main/jte/", ".jte").stream()
            .flatMap(page -> COLUMN_HEAD.matcher(page.text()).results())
            .map(head -> head.group(1))
            .toList();

    assertThat(heads).isNotEmpty();
    assertThat(heads.stream().filter(HoursHaveAKindTest::isBare)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hours", "hoursPerWeek", "totalHours", "uren per week", "Uren", "aantal_uren"})
  void bare_hours_are_found(String name) {
    assertThat(isBare(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contractHoursPerWeek",
        "verloondeUren",
        "Contracturen per week",
        "workedHours",
        "sourceUrl"
      })
  void hours_with_a_kind_and_other_words_are_not(String name) {
    assertThat(isBare(name)).isFalse();
  }

  /** Words are told apart by capitals, underscores and spaces. */
  private static boolean isBare(String name) {
    var words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ');
    return HOURS.matcher(words).find() && !KIND.matcher(words).find();
  }

  private static Stream<String> members(Tree.Source contract) {
    var document = new Load(LoadSettings.builder().build()).loadFromString(contract.text());
    var names = new ArrayList<String>();
    collect(document, names);
    return names.stream();
  }

  private static void collect(Object node, List<String> names) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("properties") instanceof Map<?, ?> properties) {
        properties.keySet().forEach(name -> names.add(String.valueOf(name)));
      }
      map.values().forEach(value -> collect(value, names));
    } else if (node instanceof List<?> list) {
      list.forEach(item -> collect(item, names));
    }
  }
}
