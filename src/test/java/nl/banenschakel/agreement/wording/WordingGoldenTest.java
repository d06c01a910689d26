package nl.banenschakel.agreement.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.content.ContentJson;
import nl.banenschakel.agreement.content.Setting;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.StrictJson;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationKind;
import nl.banenschakel.testing.GoldenCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases under {@code golden/agreement}: what was agreed on, and how it reads. */
class WordingGoldenTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  private final WordingJson wording = new WordingJson(Norms.load(Path.of("config/norms")));

  static Stream<GoldenCase> cases() {
    return GoldenCase.all("agreement").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void it_reads_as_a_sentence_in_both_languages(GoldenCase golden) {
    var sent = json(golden, "agreement.json");
    var kind = RelationKind.parse(String.valueOf(sent.remove("kind")));
    var content = ContentJson.parse(Fields.of(sent), setting(kind));
    var figures = Figures.parse(Fields.of(json(golden, "figures.json")));

    assertThat(read(WordingText.DUTCH, kind, content, figures))
        .containsExactlyElementsOf(golden.text("expected-nl.txt").lines().toList());
    assertThat(read(WordingText.ENGLISH, kind, content, figures))
        .containsExactlyElementsOf(golden.text("expected-en.txt").lines().toList());
  }

  private List<String> read(WordingText text, RelationKind kind, Content content, Figures figures) {
    var parties = parties(kind);
    return Stream.concat(
            wording.sentences(text, parties, content).stream(),
            wording.example(text, parties, content, figures).stream())
        .toList();
  }

  private static JsonObject json(GoldenCase golden, String file) {
    return StrictJson.object(Buffer.buffer(golden.text(file)));
  }

  private static Setting setting(RelationKind kind) {
    return new Setting(
        kind, FIRST_DAY, Optional.empty(), 14, MonthDay.of(5, 1), 30, MonthDay.of(8, 1));
  }

  private static Agreement parties(RelationKind kind) {
    return new Agreement(
        new UUID(1, 1),
        new UUID(1, 2),
        kind,
        new Relation.Side(Optional.of(new UUID(1, 3)), "Werkpool"),
        new Relation.Side(Optional.of(new UUID(1, 4)), "Schoolgroep"),
        List.of(),
        List.of(),
        List.of());
  }
}
